#include "document/spans.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/unicode.h"

namespace simrules {
namespace {

constexpr std::string_view kFlowIndicators = ",[]{}";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

/// Skips one plain word: up to a blank, a `:` before a blank or a flow indicator.
std::size_t plain_word_end(std::string_view text, std::size_t offset) {
  while (offset < text.size() && !is_blank(text[offset]) &&
         kFlowIndicators.find(text[offset]) == std::string_view::npos) {
    ++offset;
  }
  return offset;
}

/// Returns how many hexadecimal digits follow the letter of an escape.
std::size_t hex_digits(char letter) {
  constexpr std::string_view kLetters = "xuU";
  constexpr std::array<std::size_t, 3> kDigitsAfter{2, 4, 8};
  const std::size_t at = kLetters.find(letter);
  return at == std::string_view::npos ? 0 : kDigitsAfter[at];
}

/// Decodes one escape, of those whose character is refused or may be; others are no character.
char32_t escaped_character(std::string_view text, SourceSpan escape) {
  constexpr std::string_view kLetters = "0abtvfreNLP";
  constexpr std::array<char32_t, 11> kCharacters{
      0x0, 0x7, 0x8, 0x9, 0xB, 0xC, 0xD, 0x1B, 0x85, 0x2028, 0x2029};
  const std::size_t at = kLetters.find(text[escape.begin + 1]);
  if (at != std::string_view::npos) return kCharacters[at];
  const std::string_view digits = text.substr(escape.begin + 2, escape.end - escape.begin - 2);
  std::uint32_t value = kInvalidCodePoint;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

}  // namespace

std::size_t skip_blank(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (is_blank(text[offset])) {
      ++offset;
    } else if (text[offset] == '#') {
      offset = line_end(text, offset);
    } else {
      break;
    }
  }
  return offset;
}

std::size_t property_end(std::string_view text, std::size_t begin) {
  const bool verbatim = text.substr(begin, 2) == "!<";
  return plain_word_end(text, verbatim ? std::min(text.find('>', begin), text.size()) : begin + 1);
}

std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
  if (text.substr(begin, value.size()) == value) return begin + value.size();
  std::size_t at = begin;
  for (std::size_t i = 0; i < value.size() && at < text.size();) {
    if (!is_blank(value[i])) {
      ++i;
      ++at;
      continue;
    }
    // A fold turns line breaks and indentation into one space or fewer line breaks.
    while (i < value.size() && is_blank(value[i])) ++i;
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return at;
}

std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    const bool doubled = quote == '\'' && text.substr(i, 2) == "''";
    if (doubled || (quote == '"' && text[i] == '\\')) {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return std::nullopt;
}

std::optional<SourceSpan> find_unknown_escape(std::string_view text, SourceSpan quoted) {
  constexpr std::string_view kEscapes = "0abtnvfreNLP_ \"/\\xuU\n\t";
  for (std::size_t i = text.find('\\', quoted.begin); i < quoted.end; i = text.find('\\', i + 2)) {
    if (kEscapes.find(text[i + 1]) == std::string_view::npos) return SourceSpan{i, i + 2};
  }
  return std::nullopt;
}

std::optional<SourceSpan> find_escape_of(std::string_view text,
                                         SourceSpan quoted,
                                         char32_t character) {
  for (std::size_t i = text.find('\\', quoted.begin); i < quoted.end; i = text.find('\\', i + 2)) {
    const SourceSpan escape{i, i + 2 + hex_digits(char_at(text, i + 1))};
    if (escape.end <= quoted.end && escaped_character(text, escape) == character) return escape;
  }
  return std::nullopt;
}

std::size_t block_scalar_end(std::string_view text,
                             std::size_t begin,
                             std::ptrdiff_t parent_column) {
  // The header is one word; a comment behind it belongs to nobody.
  std::size_t end = plain_word_end(text, begin);
  const char digit = char_at(text, text.find_first_not_of("+-", begin + 1));
  bool is_indent_known = digit >= '1' && digit <= '9';
  auto indent = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parent_column, 0));
  indent += is_indent_known ? static_cast<std::size_t>(digit - '0') : 1;
  for (std::size_t line = line_end(text, begin); line < text.size();) {
    const std::size_t start = line + 1;
    line = line_end(text, start);
    const std::size_t content = std::min(text.find_first_not_of(' ', start), line);
    // Without a digit the first line says it, or a blank one above that stands deeper.
    if (!is_indent_known) indent = std::max(indent, content - start);
    if (content == line) continue;
    if (content - start < indent) break;
    is_indent_known = true;
    end = line;
  }
  return end;
}

std::size_t flow_end(std::string_view text, std::size_t offset) {
  std::size_t at = skip_blank(text, offset);
  while (at < text.size() && (text[at] == ',' || text[at] == ':')) at = skip_blank(text, at + 1);
  return at < text.size() && (text[at] == ']' || text[at] == '}') ? at + 1 : offset;
}

std::ptrdiff_t byte_column(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return static_cast<std::ptrdiff_t>(offset - start);
}

}  // namespace simrules
