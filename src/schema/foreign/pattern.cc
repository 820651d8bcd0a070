#include "schema/foreign/pattern.h"

#include <utility>
#include <vector>

#include "base/unicode.h"
#include "schema/foreign/match_node.h"

namespace simrules {
namespace {

using Kind = MatchNode::Kind;
using Next = std::function<bool(std::size_t)>;

/// So many steps take a tenth of a second.
constexpr std::size_t kMostSteps = 2'000'000;
/// So deep the stack is used by a megabyte at most.
constexpr std::size_t kMostDepth = 2'000;

struct Exhausted {};

bool is_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// One search: what was captured so far, and what it cost.
class Matcher {
 public:
  Matcher(const std::u32string& text, std::size_t groups) : text_(text), captured_(groups + 1) {}

  bool matches(const MatchNode& node, std::size_t at, const Next& next) {
    if (++steps_ > kMostSteps || depth_ == kMostDepth) throw Exhausted{};
    ++depth_;
    const bool found = matches_kind(node, at, next);
    --depth_;
    return found;
  }

 private:
  bool matches_kind(const MatchNode& node, std::size_t at, const Next& next) {
    switch (node.kind) {
      case Kind::kSet:
        return at < text_.size() && node.accepts(text_[at]) && next(at + 1);
      case Kind::kSequence:
        return sequence(node, 0, at, next);
      case Kind::kChoice:
        for (const auto& child : node.children) {
          if (matches(*child, at, next)) return true;
        }
        return false;
      case Kind::kRepeat:
        return node.children.front()->kind == Kind::kSet ? repeat_set(node, at, next)
                                                         : repeat(node, 0, at, next);
      case Kind::kGroup:
        return group(node, at, next);
      case Kind::kBack:
        return back(node, at, next);
      case Kind::kStart:
        return at == 0 && next(at);
      case Kind::kEnd:
        return at == text_.size() && next(at);
      case Kind::kBorder:
        return is_border(at) != node.negative && next(at);
      case Kind::kLook:
        return looks(node, at) != node.negative && next(at);
    }
    return false;
  }

  bool sequence(const MatchNode& node, std::size_t child, std::size_t at, const Next& next) {
    if (child == node.children.size()) return next(at);
    return matches(*node.children[child], at, [&, child](std::size_t end) {
      return sequence(node, child + 1, end, next);
    });
  }

  /// Repeats what takes one code point without going deeper for each.
  bool repeat_set(const MatchNode& node, std::size_t at, const Next& next) {
    const auto& accepts = node.children.front()->accepts;
    std::size_t count = 0;
    const auto may_go_on = [&] {
      return count < node.most && at + count < text_.size() && accepts(text_[at + count]);
    };
    while ((count < node.least || !node.lazy) && may_go_on()) ++count;
    if (count < node.least) return false;
    for (;;) {
      if (++steps_ > kMostSteps) throw Exhausted{};
      if (next(at + count)) return true;
      if (node.lazy ? !may_go_on() : count == node.least) return false;
      node.lazy ? ++count : --count;
    }
  }

  bool repeat(const MatchNode& node, std::size_t done, std::size_t at, const Next& next) {
    const auto more = [&] {
      return done < node.most &&
             matches(*node.children.front(), at, [&, at, done](std::size_t end) {
               // An empty turn would be the last of infinitely many.
               return (end != at || done < node.least) && repeat(node, done + 1, end, next);
             });
    };
    if (done < node.least) return more();
    return node.lazy ? next(at) || more() : more() || next(at);
  }

  bool group(const MatchNode& node, std::size_t at, const Next& next) {
    const auto before = captured_[node.group];
    const bool found = matches(*node.children.front(), at, [&, at](std::size_t end) {
      const auto inner = std::exchange(captured_[node.group], std::pair(at, end));
      if (next(end)) return true;
      captured_[node.group] = inner;
      return false;
    });
    if (!found) captured_[node.group] = before;
    return found;
  }

  bool back(const MatchNode& node, std::size_t at, const Next& next) {
    const auto [begin, end] = captured_[node.group];
    const std::size_t size = end - begin;
    return text_.compare(at, size, text_, begin, size) == 0 && next(at + size);
  }

  bool is_border(std::size_t at) const {
    const bool before = at > 0 && is_word(text_[at - 1]);
    const bool after = at < text_.size() && is_word(text_[at]);
    return before != after;
  }

  bool looks(const MatchNode& node, std::size_t at) {
    if (!node.backward)
      return matches(*node.children.front(), at, [](std::size_t) { return true; });
    for (std::size_t begin = at + 1; begin-- > 0;) {
      if (matches(*node.children.front(), begin, [at](std::size_t end) { return end == at; }))
        return true;
    }
    return false;
  }

  const std::u32string& text_;
  std::vector<std::pair<std::size_t, std::size_t>> captured_;
  std::size_t steps_ = 0;
  std::size_t depth_ = 0;
};

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint point = decode_utf8(text, i);
    out += point.value;
    i += point.size;
  }
  return out;
}

}  // namespace

std::optional<Pattern> Pattern::parse(std::string_view text) {
  ReadPattern parsed = read_pattern(decoded(text));
  if (parsed.root == nullptr) return std::nullopt;
  Pattern pattern;
  pattern.root_ = std::move(parsed.root);
  pattern.groups_ = parsed.groups;
  return pattern;
}

PatternMatch Pattern::search(std::string_view text) const {
  const std::u32string points = decoded(text);
  Matcher matcher(points, groups_);
  try {
    for (std::size_t at = 0; at <= points.size(); ++at) {
      if (matcher.matches(*root_, at, [](std::size_t) { return true; }))
        return PatternMatch::kFound;
    }
  } catch (const Exhausted&) {
    return PatternMatch::kExhausted;
  }
  return PatternMatch::kMissing;
}

}  // namespace simrules
