#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include <utf8proc.h>

#include "schema/foreign/match_node.h"

namespace simrules {
namespace {

using Kind = MatchNode::Kind;
using NodePtr = std::shared_ptr<const MatchNode>;
using Accepts = std::function<bool(char32_t)>;

constexpr std::size_t kNoEnd = std::numeric_limits<std::size_t>::max();

struct NoPattern {};

bool is_decimal(char32_t c) { return c >= '0' && c <= '9'; }
bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word_part(char32_t c) { return is_decimal(c) || is_latin(c) || c == '_'; }
bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }
bool is_space(char32_t c) {
  return (c >= 9 && c <= 13) || c == 0xFEFF || is_line_end(c) ||
         utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

Accepts negated(Accepts accepts, bool negative) {
  if (!negative) return accepts;
  return [inner = std::move(accepts)](char32_t c) { return !inner(c); };
}

/// Returns the code points of a general category, by its short name or by the usual long ones.
Accepts category(const std::string& name) {
  static const std::map<std::string, std::string> kLong = {{"Letter", "L"},
                                                           {"Lowercase_Letter", "Ll"},
                                                           {"Uppercase_Letter", "Lu"},
                                                           {"Number", "N"},
                                                           {"Decimal_Number", "Nd"},
                                                           {"digit", "Nd"},
                                                           {"Punctuation", "P"},
                                                           {"Symbol", "S"},
                                                           {"Mark", "M"},
                                                           {"Separator", "Z"}};
  const auto known = kLong.find(name);
  const std::string wanted = known == kLong.end() ? name : known->second;
  if (wanted == "ASCII") return [](char32_t c) { return c < 0x80; };
  if (wanted == "Any") return [](char32_t) { return true; };
  const bool is_short = (wanted.size() == 1 || wanted.size() == 2) &&
                        std::string("LMNPSZC").find(wanted[0]) != std::string::npos;
  if (!is_short) throw NoPattern{};
  return [wanted](char32_t c) {
    const std::string is = utf8proc_category_string(static_cast<utf8proc_int32_t>(c));
    return is.compare(0, wanted.size(), wanted) == 0;
  };
}

class Parser {
 public:
  explicit Parser(const std::u32string& text) : text_(text) {}

  ReadPattern parse() {
    NodePtr root = choice();
    if (at_ != text_.size()) throw NoPattern{};
    for (const std::size_t reference : references_) {
      if (reference > groups_) throw NoPattern{};
    }
    return {std::move(root), groups_};
  }

 private:
  bool is_at(char32_t c) const { return at_ < text_.size() && text_[at_] == c; }

  bool take(std::u32string_view token) {
    if (text_.compare(at_, token.size(), token) != 0) return false;
    at_ += token.size();
    return true;
  }

  char32_t next() {
    if (at_ == text_.size()) throw NoPattern{};
    return text_[at_++];
  }

  static NodePtr make(MatchNode node) { return std::make_shared<MatchNode>(std::move(node)); }
  static NodePtr set(Accepts accepts) { return make({Kind::kSet, std::move(accepts)}); }

  NodePtr choice() {
    if (++depth_ > 200) throw NoPattern{};
    MatchNode node{Kind::kChoice};
    do node.children.push_back(sequence());
    while (take(U"|"));
    --depth_;
    return node.children.size() == 1 ? node.children.front() : make(std::move(node));
  }

  NodePtr sequence() {
    MatchNode node{Kind::kSequence};
    while (at_ < text_.size() && !is_at('|') && !is_at(')')) node.children.push_back(term());
    return make(std::move(node));
  }

  NodePtr term() {
    const bool repeats = !is_at('^') && !is_at('$');
    NodePtr node = atom();
    return repeats ? repeated(std::move(node)) : node;
  }

  NodePtr repeated(NodePtr atom) {
    MatchNode node{Kind::kRepeat};
    if (take(U"*")) {
      node.most = kNoEnd;
    } else if (take(U"+")) {
      node.least = 1;
      node.most = kNoEnd;
    } else if (take(U"?")) {
      node.most = 1;
    } else if (!counts(node)) {
      return atom;
    }
    node.lazy = take(U"?");
    if (is_at('*') || is_at('+') || is_at('?')) throw NoPattern{};
    node.children = {std::move(atom)};
    return make(std::move(node));
  }

  std::optional<std::size_t> number() {
    if (at_ == text_.size() || !is_decimal(text_[at_])) return std::nullopt;
    std::size_t value = 0;
    while (at_ < text_.size() && is_decimal(text_[at_])) {
      value = std::min<std::size_t>(value * 10 + (text_[at_++] - '0'), 1'000'000);
    }
    return value;
  }

  /// Reads `{2}`, `{2,}` or `{2,5}`; a brace that begins none of them is a character.
  bool counts(MatchNode& node) {
    const std::size_t begin = at_;
    if (!take(U"{")) return false;
    const auto least = number();
    if (least) {
      node.least = *least;
      node.most = *least;
      if (take(U",")) node.most = number().value_or(kNoEnd);
      if (take(U"}")) {
        if (node.most < node.least) throw NoPattern{};
        return true;
      }
    }
    at_ = begin;
    return false;
  }

  NodePtr atom() {
    const char32_t c = next();
    switch (c) {
      case '^':
        return make({Kind::kStart});
      case '$':
        return make({Kind::kEnd});
      case '.':
        return set([](char32_t point) { return !is_line_end(point); });
      case '(':
        return group();
      case '[':
        return set(bracket());
      case '\\':
        return escape();
      case '*':
      case '+':
      case '?':
      case ')':
        throw NoPattern{};
      default:
        return set([c](char32_t point) { return point == c; });
    }
  }

  NodePtr group() {
    MatchNode node{Kind::kLook};
    if (take(U"?:")) return closed(choice());
    if (take(U"?=") || take(U"?!")) {
      node.negative = text_[at_ - 1] == '!';
    } else if (take(U"?<=") || take(U"?<!")) {
      node.negative = text_[at_ - 1] == '!';
      node.backward = true;
    } else {
      node.kind = Kind::kGroup;
      node.group = ++groups_;
      if (take(U"?")) name_group(node.group);
    }
    node.children = {closed(choice())};
    return make(std::move(node));
  }

  void name_group(std::size_t group) {
    if (!take(U"<")) throw NoPattern{};
    std::u32string name;
    while (!is_at('>')) name += next();
    ++at_;
    if (name.empty() || !names_.emplace(name, group).second) throw NoPattern{};
  }

  NodePtr closed(NodePtr node) {
    if (!take(U")")) throw NoPattern{};
    return node;
  }

  NodePtr escape() {
    const char32_t c = next();
    if (c == 'b' || c == 'B') {
      MatchNode node{Kind::kBorder};
      node.negative = c == 'B';
      return make(std::move(node));
    }
    MatchNode back{Kind::kBack};
    if (c >= '1' && c <= '9') {
      --at_;
      back.group = *number();
      references_.push_back(back.group);
      return make(std::move(back));
    }
    if (c == 'k' && take(U"<")) {
      std::u32string name;
      while (!is_at('>')) name += next();
      ++at_;
      if (!names_.contains(name)) throw NoPattern{};
      back.group = names_[name];
      return make(std::move(back));
    }
    return set(escaped(c));
  }

  /// Returns what an escape stands for; a class, or one code point.
  Accepts escaped(char32_t c) {
    switch (c) {
      case 'd':
      case 'D':
        return negated(is_decimal, c == 'D');
      case 'w':
      case 'W':
        return negated(is_word_part, c == 'W');
      case 's':
      case 'S':
        return negated(is_space, c == 'S');
      case 'p':
      case 'P':
        return negated(property(), c == 'P');
      default:
        break;
    }
    const char32_t point = code_point(c);
    return [point](char32_t other) { return other == point; };
  }

  Accepts property() {
    if (!take(U"{")) throw NoPattern{};
    std::string name;
    while (!is_at('}')) name += static_cast<char>(next());
    ++at_;
    for (const std::string prefix : {"General_Category=", "gc="}) {
      if (name.starts_with(prefix)) name.erase(0, prefix.size());
    }
    return category(name);
  }

  char32_t code_point(char32_t c) {
    switch (c) {
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 'f':
        return '\f';
      case 'v':
        return '\v';
      case '0':
        return 0;
      case 'c':
        return next() % 32;
      case 'x':
        return hexadecimal(2);
      case 'u':
        return unicode();
      default:
        // Letters without a meaning are no escapes: `\Z`, `\a`.
        if (is_latin(c)) throw NoPattern{};
        return c;
    }
  }

  char32_t hexadecimal(int digits) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      const char32_t c = next();
      const bool lower = c >= 'a' && c <= 'f';
      const bool upper = c >= 'A' && c <= 'F';
      if (!is_decimal(c) && !lower && !upper) throw NoPattern{};
      value = value * 16 + (is_decimal(c) ? c - '0' : (lower ? c - 'a' : c - 'A') + 10);
    }
    return value;
  }

  char32_t unicode() {
    if (take(U"{")) {
      char32_t value = 0;
      while (!is_at('}')) value = value * 16 + hexadecimal(1);
      ++at_;
      return value;
    }
    const char32_t high = hexadecimal(4);
    if (high < 0xD800 || high > 0xDBFF || !take(U"\\u")) return high;
    return 0x10000 + ((high - 0xD800) << 10) + (hexadecimal(4) - 0xDC00);
  }

  Accepts bracket() {
    const bool negative = take(U"^");
    std::vector<Accepts> parts;
    std::vector<std::pair<char32_t, char32_t>> ranges;
    while (!take(U"]")) {
      const auto first = member(parts);
      if (!first) continue;
      char32_t last = *first;
      if (is_at('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        const std::size_t dash = at_++;
        const auto end = member(parts);
        if (!end) {
          // `[a-\d]` is three members.
          at_ = dash + 1;
          ranges.emplace_back('-', '-');
          ranges.emplace_back(*first, *first);
          parts.pop_back();
          continue;
        }
        last = *end;
        if (last < *first) throw NoPattern{};
      }
      ranges.emplace_back(*first, last);
    }
    return negated(
        [parts, ranges](char32_t c) {
          return std::ranges::any_of(
                     ranges,
                     [c](const auto& range) { return c >= range.first && c <= range.second; }) ||
                 std::ranges::any_of(parts, [c](const Accepts& accepts) { return accepts(c); });
        },
        negative);
  }

  /// Reads a member of a bracket: one code point, or a class that is added to the parts.
  std::optional<char32_t> member(std::vector<Accepts>& parts) {
    const char32_t c = next();
    if (c != '\\') return c;
    const char32_t escape = next();
    if (std::u32string_view(U"dDwWsSpP").find(escape) != std::u32string_view::npos) {
      parts.push_back(escaped(escape));
      return std::nullopt;
    }
    if (escape == 'b') return '\b';
    return code_point(escape);
  }

  const std::u32string& text_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;
  std::size_t depth_ = 0;
  std::map<std::u32string, std::size_t> names_;
  std::vector<std::size_t> references_;
};

}  // namespace

ReadPattern read_pattern(const std::u32string& text) {
  try {
    return Parser(text).parse();
  } catch (const NoPattern&) {
    return {};
  }
}

}  // namespace simrules
