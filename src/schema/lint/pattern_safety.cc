#include "schema/lint/pattern_safety.h"

#include <algorithm>
#include <cstdint>
#include <regex>
#include <set>

#include <fmt/format.h>

namespace simrules {

namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t kMaxBytes = 256;
constexpr std::size_t kMaxPositions = 4096;
constexpr std::size_t kMaxEdges = 100'000;
constexpr std::int64_t kMaxGuesses = 100'000;
// The longest text that a repetition without a bound can run over.
constexpr std::int64_t kLongestText = 2048;

constexpr const char* kGuessHelp =
    "let each character decide how to go on: `^[a-z]+(-[a-z]+)*$` does, `^([a-z]+-?)+$` does not";

struct Position {
  std::bitset<256> set;
  std::vector<int> repetitions;
  std::vector<int> follow;
};

struct Fragment {
  bool nullable = true;
  std::vector<int> first;
  std::vector<int> last;
};

class Automaton {
 public:
  Fragment build(const PatternNode& node) {
    switch (node.kind) {
      case Kind::kSet:
        return single(node);
      case Kind::kSequence:
        return sequence(node);
      case Kind::kChoice:
        return choice(node);
      default:
        return repetition(node);
    }
  }

  void finish(const Fragment& whole) { start_ = whole.first; }

  /// Tells how a match could become slow, if it can.
  std::optional<PatternProblem> problem() {
    if (problem_) return problem_;
    check_guesses(start_, {});
    for (const Position& position : positions_)
      check_guesses(position.follow, position.repetitions);
    std::int64_t guesses = outside_guesses_;
    for (const int repetition : guessing_)
      guesses = std::min(guesses * weights_[static_cast<std::size_t>(repetition)], kMaxGuesses + 1);
    if (!problem_ && guesses > kMaxGuesses) fail("can match one text in too many ways", kGuessHelp);
    return problem_;
  }

 private:
  void fail(std::string what, std::string help) {
    if (!problem_) problem_ = PatternProblem{std::move(what), std::move(help)};
  }

  Fragment single(const PatternNode& node) {
    if (positions_.size() >= kMaxPositions) {
      fail("becomes too large when its repetitions are written out", "use smaller bounds");
      return {};
    }
    const int index = static_cast<int>(positions_.size());
    positions_.push_back({node.set, open_, {}});
    return {false, {index}, {index}};
  }

  Fragment sequence(const PatternNode& node) {
    Fragment whole;
    for (const PatternNode& part : node.parts) append(whole, build(part));
    return whole;
  }

  void append(Fragment& whole, const Fragment& next) {
    connect(whole.last, next.first);
    if (whole.nullable) whole.first.insert(whole.first.end(), next.first.begin(), next.first.end());
    if (!next.nullable) whole.last.clear();
    whole.last.insert(whole.last.end(), next.last.begin(), next.last.end());
    whole.nullable = whole.nullable && next.nullable;
  }

  Fragment choice(const PatternNode& node) {
    Fragment whole{false, {}, {}};
    for (const PatternNode& part : node.parts) {
      const Fragment next = build(part);
      whole.nullable = whole.nullable || next.nullable;
      whole.first.insert(whole.first.end(), next.first.begin(), next.first.end());
      whole.last.insert(whole.last.end(), next.last.begin(), next.last.end());
    }
    return whole;
  }

  Fragment repetition(const PatternNode& node) {
    const bool unbounded = node.most == kUnbounded;
    const int copies = unbounded ? std::max(node.least, 1) : node.most;
    const bool repeats = unbounded || copies > 1;
    if (repeats) {
      open_.push_back(static_cast<int>(weights_.size()));
      weights_.push_back(unbounded ? kLongestText : copies);
    }
    Fragment whole{node.least == 0, {}, {}};
    std::vector<int> last;
    for (int copy = 1; copy <= copies && !problem_; ++copy) {
      const Fragment next = build(node.parts[0]);
      if (next.nullable && repeats) fail("repeats a group that can be empty", kGuessHelp);
      if (copy == 1) whole.first = next.first;
      connect(last, next.first);
      last = next.last;
      if (copy >= node.least) whole.last.insert(whole.last.end(), last.begin(), last.end());
      if (copy == copies && unbounded) connect(next.last, next.first);
      whole.nullable = whole.nullable || (copy == 1 && next.nullable);
    }
    if (repeats) open_.pop_back();
    return whole;
  }

  void connect(const std::vector<int>& from, const std::vector<int>& to) {
    for (const int a : from) {
      std::vector<int>& follow = positions_[static_cast<std::size_t>(a)].follow;
      for (const int b : to) {
        // Two ways from one position to another are two loops around the same text.
        if (std::find(follow.begin(), follow.end(), b) != follow.end()) {
          fail("repeats a group that repeats by itself", kGuessHelp);
        }
        follow.push_back(b);
      }
      edges_ += to.size();
    }
    if (edges_ > kMaxEdges)
      fail("becomes too large when its repetitions are written out", "use smaller bounds");
  }

  void check_guesses(const std::vector<int>& next, const std::vector<int>& inside) {
    std::size_t ways = 1;
    for (const int one : next) {
      const Position& a = positions_[static_cast<std::size_t>(one)];
      std::size_t takers = 1;
      for (const int other : next) {
        const Position& b = positions_[static_cast<std::size_t>(other)];
        if (one == other || (a.set & b.set).none()) continue;
        check_pair(a, b);
        ++takers;
      }
      ways = std::max(ways, takers);
    }
    if (ways == 1) return;
    guessing_.insert(inside.begin(), inside.end());
    if (!inside.empty()) return;
    outside_guesses_ =
        std::min(outside_guesses_ * static_cast<std::int64_t>(ways), kMaxGuesses + 1);
  }

  void check_pair(const Position& a, const Position& b) {
    const bool together =
        std::any_of(a.repetitions.begin(), a.repetitions.end(), [&](int repetition) {
          return std::find(b.repetitions.begin(), b.repetitions.end(), repetition) !=
                 b.repetitions.end();
        });
    if (together) fail("can repeat in several ways over one text", kGuessHelp);
  }

  std::vector<Position> positions_;
  std::vector<int> start_;
  std::vector<int> open_;
  std::vector<std::int64_t> weights_;
  std::set<int> guessing_;
  std::int64_t outside_guesses_ = 1;
  std::size_t edges_ = 0;
  std::optional<PatternProblem> problem_;
};

/// Tells whether a pattern counts bytes that may be parts of one character: `.` and negated sets may stand in an open
/// repetition only, where a character of several bytes is as good as one of one byte.
bool counts_bytes(const PatternNode& node) {
  std::bitset<256> ascii;
  for (std::size_t c = 0; c < 128; ++c) ascii.set(c);
  if (node.kind == Kind::kSet) return (node.set & ~ascii).any();
  const bool open = node.kind == Kind::kRepetition && node.most == kUnbounded && node.least <= 1;
  if (open && node.parts[0].kind == Kind::kSet) return false;
  return std::any_of(node.parts.begin(), node.parts.end(), counts_bytes);
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::optional<PatternProblem> find_pattern_problem(const std::string& pattern) {
  if (pattern.size() > kMaxBytes) {
    return PatternProblem{fmt::format("is longer than {} bytes", kMaxBytes),
                          "use `enum` for a list of words"};
  }
  if (!is_ascii(pattern)) {
    return PatternProblem{"is not printable ASCII",
                          "patterns match bytes, not characters; use `enum` for such words"};
  }
  ParsedPattern parsed = parse_pattern(pattern);
  if (parsed.problem) return parsed.problem;
  if (counts_bytes(parsed.body)) {
    return PatternProblem{
        "counts bytes where a character may have several",
        "repeat `.` and negated sets with `*` or `+`; bound texts with `maxLength`"};
  }
  Automaton automaton;
  automaton.finish(automaton.build(parsed.body));
  if (auto problem = automaton.problem()) return problem;
  try {
    const std::regex compiled(pattern);
  } catch (const std::regex_error&) {
    return PatternProblem{"is not a regular expression of ECMAScript", "simplify it"};
  }
  return std::nullopt;
}

}  // namespace simrules
