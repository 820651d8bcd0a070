#include "schema/lint/pattern_parser.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace simrules {

namespace {

using Kind = PatternNode::Kind;
using Set = std::bitset<256>;

constexpr int kMaxRepetitions = 256;
constexpr std::string_view kPunctuation = "^$\\.*+?()[]{}|/-";

Set set_of(std::string_view characters) {
  Set set;
  for (const char c : characters) set.set(static_cast<unsigned char>(c));
  return set;
}

Set range(char first, char last) {
  Set set;
  for (int c = static_cast<unsigned char>(first); c <= static_cast<unsigned char>(last); ++c) {
    set.set(static_cast<std::size_t>(c));
  }
  return set;
}

Set digits() { return range('0', '9'); }
Set letters() { return range('a', 'z') | range('A', 'Z'); }
Set blanks() { return set_of(" \t\n\r\f\v"); }

/// Returns the set of an escape sequence, or nothing for one that schemas may not use.
std::optional<Set> escape_set(char c) {
  switch (c) {
    case 'd':
      return digits();
    case 'D':
      return ~digits();
    case 'w':
      return letters() | digits() | set_of("_");
    case 'W':
      return ~(letters() | digits() | set_of("_"));
    case 's':
      return blanks();
    case 'S':
      return ~blanks();
    default:
      break;
  }
  if (kPunctuation.find(c) == std::string_view::npos) return std::nullopt;
  return set_of(std::string_view(&c, 1));
}

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  ParsedPattern parse() {
    PatternNode body;
    if (text_.size() < 2 || text_.front() != '^' || text_.back() != '$') {
      fail("is not anchored", "write `^...$` so that it describes the whole value");
    } else {
      text_ = text_.substr(1, text_.size() - 2);
      body = choice();
      if (!problem_ && body.kind == Kind::kChoice) {
        fail("is not anchored: `|` divides it", "put the choice in a group: `^(a|b)$`");
      }
      if (!problem_ && at_ < text_.size())
        fail("closes a group that is not open", "remove the `)`");
    }
    return {std::move(body), std::move(problem_)};
  }

 private:
  bool done() const { return problem_ || at_ >= text_.size(); }
  char peek() const { return text_[at_]; }

  bool take(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }

  void fail(std::string what, std::string help) {
    if (!problem_) problem_ = PatternProblem{std::move(what), std::move(help)};
  }

  PatternNode choice() {
    PatternNode first = sequence();
    if (done() || peek() != '|') return first;
    PatternNode node;
    node.kind = Kind::kChoice;
    node.parts.push_back(std::move(first));
    while (!done() && take("|")) node.parts.push_back(sequence());
    return node;
  }

  PatternNode sequence() {
    PatternNode node;
    while (!done() && peek() != '|' && peek() != ')') node.parts.push_back(repetition());
    return node;
  }

  PatternNode repetition() {
    PatternNode body = atom();
    if (done()) return body;
    PatternNode node;
    node.kind = Kind::kRepetition;
    if (take("*")) {
      node.least = 0;
      node.most = kUnbounded;
    } else if (take("+")) {
      node.most = kUnbounded;
    } else if (take("?")) {
      node.least = 0;
    } else if (peek() == '{') {
      bounds(node);
    } else {
      return body;
    }
    if (!done() && std::string_view("*+?{").find(peek()) != std::string_view::npos) {
      fail("has a quantifier after a quantifier", "use one greedy quantifier");
    }
    node.parts.push_back(std::move(body));
    return node;
  }

  void bounds(PatternNode& node) {
    const std::size_t close = text_.find('}', at_);
    const std::string_view inside = close == std::string_view::npos
                                        ? std::string_view()
                                        : text_.substr(at_ + 1, close - at_ - 1);
    const std::size_t comma = inside.find(',');
    const auto least = number(inside.substr(0, comma));
    node.least = least.value_or(0);
    node.most = node.least;
    bool good = least.has_value();
    if (good && comma != std::string_view::npos) {
      const std::string_view upper = inside.substr(comma + 1);
      node.most = upper.empty() ? kUnbounded : number(upper).value_or(-2);
      good = node.most == kUnbounded || node.most >= node.least;
    }
    if (!good) {
      fail("has a `{` that is no quantifier", "write `{2}`, `{1,8}` or `\\{`");
    } else if (node.least > kMaxRepetitions || node.most > kMaxRepetitions) {
      fail(fmt::format("repeats more than {} times", kMaxRepetitions),
           "bound the value with `maxLength`");
    }
    at_ = close == std::string_view::npos ? text_.size() : close + 1;
  }

  static std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = !text.empty() && error == std::errc() && stop == text.data() + text.size();
    return good && value >= 0 ? std::optional(value) : std::nullopt;
  }

  PatternNode atom() {
    if (take("(")) return group();
    PatternNode node;
    node.kind = Kind::kSet;
    if (take("[")) {
      node.set = character_class();
    } else if (take("\\")) {
      node.set = escape();
    } else if (take(".")) {
      node.set = ~set_of("\n\r");
    } else if (std::string_view("^$*+?{}]").find(peek()) != std::string_view::npos) {
      fail(fmt::format("has a `{}` out of place", peek()),
           fmt::format("write `\\{}` for the character", peek()));
    } else {
      node.set = set_of(text_.substr(at_++, 1));
    }
    return node;
  }

  PatternNode group() {
    if (!done() && peek() == '?' && !take("?:")) {
      fail("looks around or names a group", "use plain groups: `(...)`");
    }
    PatternNode node = choice();
    if (!problem_ && !take(")")) fail("opens a group and does not close it", "add the `)`");
    return node;
  }

  Set escape() {
    if (done()) {
      fail("ends in a `\\`", "write `\\\\` for the character");
      return {};
    }
    const char c = text_[at_++];
    const auto set = escape_set(c);
    if (set) return *set;
    if (c >= '0' && c <= '9') {
      fail("refers back to a group", "write the alternatives out");
    } else {
      fail(fmt::format("uses the escape `\\{}`", c),
           "use `\\d`, `\\w`, `\\s`, or `\\` before punctuation");
    }
    return {};
  }

  Set character_class() {
    const bool negated = take("^");
    Set set;
    bool empty = true;
    while (!done() && peek() != ']') {
      set |= class_item();
      empty = false;
    }
    if (!problem_ && (!take("]") || empty))
      fail("has a `[` that does not close", "write `[abc]` or `\\[`");
    return negated ? ~set : set;
  }

  Set class_item() {
    const auto [set, single] = class_member();
    if (problem_ || text_.substr(at_, 1) != "-" || text_.substr(at_, 2) == "-]") return set;
    ++at_;
    if (at_ >= text_.size()) return set;
    const auto [end_set, end_single] = class_member();
    if (!single || !end_single || *single > *end_single) {
      fail("has a range that goes backwards or has no ends",
           "write `a-z`, or `\\-` for the character");
      return set;
    }
    return range(*single, *end_single);
  }

  /// Reads one member of a class; the character itself if it can be the end of a range.
  std::pair<Set, std::optional<char>> class_member() {
    const char c = text_[at_++];
    if (c == '[') fail("has a `[` inside a class", "write `\\[` for the character");
    if (c != '\\') return {set_of(std::string_view(&c, 1)), c};
    const std::size_t before = at_;
    const Set set = escape();
    if (set.count() != 1) return {set, std::nullopt};
    return {set, text_[before]};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<PatternProblem> problem_;
};

}  // namespace

ParsedPattern parse_pattern(std::string_view pattern) { return PatternParser(pattern).parse(); }

}  // namespace simrules
