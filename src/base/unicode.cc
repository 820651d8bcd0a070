#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <set>

#include <utf8proc.h>

namespace simrules {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool in_range(char32_t c, const Range& range) { return c >= range.first && c <= range.last; }

template <std::size_t N>
bool in_any(char32_t c, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](const Range& r) { return in_range(c, r); });
}

/// Default_Ignorable_Code_Point with the unassigned part, and what draws nothing without being
/// ignorable.
constexpr std::array<Range, 21> kInvisible{
    {{0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},
     {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
     {0x2060, 0x206F},   {0x2800, 0x2800},   {0x3164, 0x3164},   {0xD800, 0xF8FF},
     {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
     {0xFFF0, 0xFFFB},   {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
     {0xF0000, 0x10FFFF}}};

/// Characters that never change under NFC, whatever stands beside them in the same set.
constexpr std::array<Range, 7> kStableUnderNfc{{{0x0000, 0x02FF},
                                                {0x2010, 0x2027},
                                                {0x3000, 0x3098},
                                                {0x309B, 0x30FF},
                                                {0x4E00, 0x9FFF},
                                                {0xAC00, 0xD7A3},
                                                {0xFF01, 0xFFEF}}};

struct ScriptRange {
  Range range;
  Script script;
};

constexpr std::array<ScriptRange, 17> kScripts{{{{0x0041, 0x005A}, Script::kLatin},
                                                {{0x0061, 0x007A}, Script::kLatin},
                                                {{0x00C0, 0x00D6}, Script::kLatin},
                                                {{0x00D8, 0x00F6}, Script::kLatin},
                                                {{0x00F8, 0x02B8}, Script::kLatin},
                                                {{0x1E00, 0x1EFF}, Script::kLatin},
                                                {{0x2C60, 0x2C7F}, Script::kLatin},
                                                {{0xA722, 0xA7FF}, Script::kLatin},
                                                {{0xFF21, 0xFF3A}, Script::kLatin},
                                                {{0xFF41, 0xFF5A}, Script::kLatin},
                                                {{0x0370, 0x03FF}, Script::kGreek},
                                                {{0x1F00, 0x1FFF}, Script::kGreek},
                                                {{0x0400, 0x052F}, Script::kCyrillic},
                                                {{0x1C80, 0x1C8F}, Script::kCyrillic},
                                                {{0x1D2B, 0x1D2B}, Script::kCyrillic},
                                                {{0x2DE0, 0x2DFF}, Script::kCyrillic},
                                                {{0xA640, 0xA69F}, Script::kCyrillic}}};

/// The smallest code point that a sequence of a given length may encode.
constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const std::size_t length = sequence_length(byte(0));
  if (length == 1) return {byte(0), 1};
  if (length == 0 || text.size() - offset < length) return {kInvalidCodePoint, 1};
  char32_t value = byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {kInvalidCodePoint, 1};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[length] || surrogate || value > 0x10FFFF) return {kInvalidCodePoint, 1};
  return {value, length};
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool is_invisible(char32_t c) {
  if (c < 0xAD) return false;
  return (c & 0xFFFEU) == 0xFFFEU || in_any(c, kInvisible);
}

namespace {

constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;

utf8proc_category_t category_of(char32_t c) {
  return c == kInvalidCodePoint ? UTF8PROC_CATEGORY_CN
                                : utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_mark(char32_t c) {
  const utf8proc_category_t category = category_of(c);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

bool is_letter(char32_t c) {
  const utf8proc_category_t category = category_of(c);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_virama(char32_t c) {
  constexpr utf8proc_propval_t kVirama = 9;
  return c != kInvalidCodePoint &&
         utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class == kVirama;
}

/// How the letters of a cursive script join: those that have a shape for the end of a word but none
/// for its start join to the letter before alone.
struct Shapes {
  std::set<char32_t> initial;
  std::set<char32_t> final;
};

const Shapes& shapes() {
  static const Shapes kShapes = [] {
    Shapes found;
    for (char32_t form = 0xFB50; form <= 0xFEFC; ++form) {
      const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(form));
      const bool is_initial = property->decomp_type == UTF8PROC_DECOMP_TYPE_INITIAL;
      if (!is_initial && property->decomp_type != UTF8PROC_DECOMP_TYPE_FINAL) continue;
      utf8proc_int32_t letter = 0;
      int boundary = 0;
      utf8proc_decompose_char(
          static_cast<utf8proc_int32_t>(form), &letter, 1, UTF8PROC_COMPAT, &boundary);
      (is_initial ? found.initial : found.final).insert(static_cast<char32_t>(letter));
    }
    return found;
  }();
  return kShapes;
}

/// Tells whether a letter joins to its neighbours, as those of Arabic and Syriac do.
bool joins(char32_t c) {
  return is_letter(c) && utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->bidi_class ==
                             UTF8PROC_BIDI_CLASS_AL;
}

bool joins_to_next(char32_t c) {
  return joins(c) && (shapes().initial.contains(c) || !shapes().final.contains(c));
}

/// Returns the character before an offset; invalid where there is none.
char32_t character_before(std::string_view text, std::size_t& offset) {
  if (offset == 0) return kInvalidCodePoint;
  do --offset;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U);
  return decode_utf8(text, offset).value;
}

/// Returns the next character that is no mark; invalid where there is none.
char32_t base_after(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const DecodedCodePoint next = decode_utf8(text, offset);
    if (!is_mark(next.value)) return next.value;
    offset += next.size;
  }
  return kInvalidCodePoint;
}

}  // namespace

bool is_spelling_joiner(std::string_view text, std::size_t offset) {
  const DecodedCodePoint joiner = decode_utf8(text, offset);
  if (joiner.value != kNonJoiner && joiner.value != kJoiner) return false;
  const char32_t next = base_after(text, offset + joiner.size);
  std::size_t at = offset;
  char32_t before = character_before(text, at);
  bool after_virama = false;
  for (; is_mark(before); before = character_before(text, at))
    after_virama = after_virama || is_virama(before);
  if (after_virama && is_letter(before)) return joiner.value == kJoiner || is_letter(next);
  return joiner.value == kNonJoiner && joins_to_next(before) && joins(next);
}

Script script_of(char32_t c) {
  const auto found = std::find_if(kScripts.begin(), kScripts.end(), [c](const ScriptRange& row) {
    return in_range(c, row.range);
  });
  return found == kScripts.end() ? Script::kOther : found->script;
}

bool is_white_space(char32_t c) {
  return c == U'\t' || utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

bool is_word_character(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::string to_nfc(std::string_view text) {
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()),
                   &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  // Text that is not UTF-8 has no normal form; its own check reports it.
  if (size < 0) return std::string(text);
  return std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
}

bool is_nfc(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    if (!in_any(decoded.value, kStableUnderNfc)) return to_nfc(text) == text;
    i += decoded.size;
  }
  return true;
}

}  // namespace simrules
