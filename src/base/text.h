#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Tells whether a character is a digit of ASCII.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Returns the small letter of a capital of ASCII, any other character as it is.
constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Counts the code points of valid UTF-8; a byte that starts none counts as one.
std::size_t count_code_points(std::string_view text);

/// Returns how many terminal columns a text takes: 2 for wide characters, 0 for combining ones.
std::size_t display_width(std::string_view text);

/// Returns the offset of the first byte that is not valid UTF-8 (RFC 3629), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Makes user text safe to print: control, bidirectional and invisible characters become `\n`,
/// `\xNN` or `\u{...}`, a workflow command's `##[` is broken up, and what is beyond `max_bytes` is
/// cut on a character border and counted.
std::string printable(std::string_view text, std::size_t max_bytes = 200);

/// Returns printable text in backticks, as messages quote what the user wrote.
std::string quoted(std::string_view text);

/// The same for strings, which argument-dependent lookup would otherwise hand to std::quoted.
inline std::string quoted(const std::string& text) { return quoted(std::string_view(text)); }
inline std::string quoted(std::string& text) { return quoted(std::string_view(text)); }
inline std::string quoted(const char* text) { return quoted(std::string_view(text)); }

/// Returns the candidate that a misspelt word most likely means, or nothing.
/// Shape: at most two edits (one for short words) of insert, delete, replace or swap; the first
///        of several.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

/// Tells whether `nearest` has one answer only: no other candidate is as near.
bool is_clearly_nearest(std::string_view word, const std::vector<std::string>& candidates);

/// Joins quoted words for a message: "`a`, `b` or `c`".
std::string quoted_list(const std::vector<std::string>& words, std::string_view conjunction = "or");

}  // namespace simrules
