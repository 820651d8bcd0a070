#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace simrules {

/// Stands for a byte that starts no valid UTF-8 sequence.
inline constexpr char32_t kInvalidCodePoint = 0xFFFFFFFF;

/// A code point and how many bytes it takes; an invalid byte takes one.
struct DecodedCodePoint {
  char32_t value;
  std::size_t size;
};

/// Decodes the code point at an offset below the text's size.
/// Source: RFC 3629, section 4.
DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset);

/// Tells whether a code point is a C0 or C1 control or DEL; a line feed is one too.
bool is_control(char32_t c);

/// Tells whether a code point shows nothing or nothing certain: bidirectional and zero-width
/// characters, line separators, tags, variation selectors, noncharacters, private use.
/// Source: UAX #44, Default_Ignorable_Code_Point, Zl, Zp, Co; Unicode 15, section 23.7.
bool is_invisible(char32_t c);

/// Tells whether the character at an offset is a joiner or non-joiner that the letters around it
/// need: after a virama, or a non-joiner between letters that would join.
/// Source: UAX #31, section 2.3.1; RFC 5892, appendix A.1 and A.2.
bool is_spelling_joiner(std::string_view text, std::size_t offset);

enum class Script { kOther, kLatin, kGreek, kCyrillic };

/// Returns the script of a letter, as far as scripts with look-alikes are concerned.
Script script_of(char32_t c);

/// Tells whether a code point is a blank of any width.
/// Source: Unicode, White_Space, but for what is_control() and is_invisible() tell of.
bool is_white_space(char32_t c);

/// Tells whether a code point belongs to a word: a letter, a mark or a digit.
bool is_word_character(char32_t c);

/// Returns the text in Unicode normalization form C.
std::string to_nfc(std::string_view text);

/// Tells whether valid UTF-8 is in Unicode normalization form C.
bool is_nfc(std::string_view text);

}  // namespace simrules
