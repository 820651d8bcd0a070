#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Tells whether a character is a digit of ASCII.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Tell whether a character is a letter of ASCII: a small one, a capital, either.
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }

/// Tells whether a character is a letter or a digit of ASCII.
constexpr bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

/// Tells whether text is nothing but digits of ASCII, one at least.
bool all_digits(std::string_view text);

/// Returns the small letter of a capital of ASCII, any other character as it is.
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Returns the capital of a small letter of ASCII, any other character as it is.
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

/// Returns text with its small letters of ASCII as capitals.
std::string in_capitals(std::string_view text);

/// Returns text with its capitals of ASCII as small letters.
std::string in_small_letters(std::string_view text);

/// Returns text as a name for machines: small letters and digits, a hyphen for all else.
std::string in_slug_letters(std::string_view text);

/// Makes a label fit the middle of a sentence; abbreviations such as `PLMN` keep their letters.
std::string inside_sentence(std::string label);

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
