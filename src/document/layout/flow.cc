#include "document/layout/flow.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "document/scalar.h"

namespace simrules {
namespace {

constexpr std::size_t kMostLines = 3;

// Marks of where a line may end: control characters, which no text has raw, as in quotes they are
// escapes. The outer ones of a value are less than the inner ones.
constexpr char kOuterBreak = '\x01';
constexpr char kTextBreak = '\x1F';

bool is_of_word(unsigned char c) { return c >= 0x80 || is_alphanumeric(static_cast<char>(c)); }

/// What every reader takes for a part of a plain scalar, in brackets as well.
bool is_harmless(unsigned char c) {
  constexpr std::string_view kMarks = " _-./()+%'";
  return is_of_word(c) || kMarks.find(static_cast<char>(c)) != kMarks.npos;
}

bool is_mark(char c) { return c == ' ' || (c >= '!' && c <= '/'); }

bool is_null_word(std::string_view text) {
  return std::ranges::find(kNullWords, text) != kNullWords.end();
}

bool is_plain(std::string_view text) {
  return !text.empty() && !is_mark(text.front()) && text.back() != ' ' && !is_null_word(text) &&
         std::ranges::all_of(text, is_harmless) && resolve_plain(text).kind == ScalarKind::kString;
}

/// Tells whether a text says the same when its lines are broken at spaces and joined again.
bool can_fold(std::string_view text) {
  return !text.empty() && text.find("  ") == text.npos &&
         text.find_first_of("\n\t\r\\") == text.npos && text.front() != ' ' && text.back() != ' ';
}

std::string scalar_text(const WrittenValue& value) {
  const bool is_bare = value.is_string() && is_plain(value.get_ref<const std::string&>());
  return is_bare ? value.get<std::string>() : value.dump();
}

/// Marks the spaces of a text that a line may end at: those before a word, which nothing takes for
/// the sign of something else.
std::string breakable(const WrittenValue& value) {
  std::string text = scalar_text(value);
  if (!value.is_string() || !can_fold(value.get_ref<const std::string&>())) return text;
  for (std::size_t i = text.find(' '); i != text.npos; i = text.find(' ', i + 1)) {
    if (is_of_word(static_cast<unsigned char>(text[i + 1]))) text[i] = kTextBreak;
  }
  return text;
}

std::string marked_text(const WrittenValue& value, char mark) {
  if (!value.is_structured()) return breakable(value);
  const char inner = std::min(static_cast<char>(mark + 1), kTextBreak);
  std::string text;
  for (const auto& [name, member] : value.items()) {
    if (!text.empty()) (text += ',') += mark;
    if (value.is_object()) text += scalar_text(name) + ": ";
    text += marked_text(member, inner);
  }
  return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

std::string with_spaces(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(
      out, [](char c) { return c >= kOuterBreak && c <= kTextBreak; }, ' ');
  return out;
}

/// Takes off what stands before the next mark.
std::string_view take_word(std::string_view& text, char mark) {
  const std::string_view word = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

/// Lines that are filled with words; the first has some columns already.
class Lines {
 public:
  Lines(std::size_t used, std::size_t indent) : width_(used), indent_(indent) {}

  /// Adds a text, which is broken at this mark, and its parts at inner ones, if it has no room in a line.
  void add(std::string_view text, char mark) {
    const std::string whole = with_spaces(text);
    const std::size_t begin = text_.empty() ? width_ : indent_;
    if (mark > kTextBreak || begin + display_width(whole) <= kLineWidth) return add_word(whole);
    const char inner = static_cast<char>(mark + 1);
    while (!text.empty()) add(take_word(text, mark), inner);
  }

  std::string text() && { return std::move(text_); }

 private:
  void add_word(std::string_view word) {
    const std::size_t size = display_width(word);
    const bool is_new_line = !text_.empty() && width_ + 1 + size > kLineWidth;
    if (is_new_line) {
      text_ += '\n' + std::string(indent_, ' ');
      width_ = indent_;
    } else if (!text_.empty()) {
      text_ += ' ';
      ++width_;
    }
    text_ += word;
    width_ += size;
  }

  std::string text_;
  std::size_t width_;
  std::size_t indent_;
};

std::string filled(std::string_view marked, std::size_t used, std::size_t indent, char mark) {
  Lines lines(used, indent);
  lines.add(marked, mark);
  return std::move(lines).text();
}

}  // namespace

std::string flow_text(const WrittenValue& value) {
  return with_spaces(marked_text(value, kOuterBreak));
}

std::optional<std::string> wrapped_text(const WrittenValue& value,
                                        std::size_t used,
                                        std::size_t indent) {
  std::string text = filled(marked_text(value, kOuterBreak), used, indent, kOuterBreak);
  const auto breaks = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  return breaks < kMostLines ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> folded_text(std::string_view text, std::size_t indent) {
  if (!can_fold(text)) return std::nullopt;
  std::string words(text);
  std::ranges::replace(words, ' ', kTextBreak);
  return ">-\n" + std::string(indent, ' ') + filled(words, indent, indent, kTextBreak);
}

}  // namespace simrules
