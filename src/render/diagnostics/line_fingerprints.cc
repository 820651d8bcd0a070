#include "render/diagnostics/line_fingerprints.h"

#include <cstddef>
#include <cstdint>
#include <map>

#include <fmt/format.h>

#include "base/unicode.h"

namespace simrules {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kBase = 37;
constexpr std::uint16_t kEnd = 0xFFFF;
constexpr char32_t kReplacement = 0xFFFD;

/// The units of a text that count, and where among them each line starts.
struct Units {
  std::vector<std::uint16_t> values;
  std::vector<std::size_t> line_starts;
};

void append(std::vector<std::uint16_t>& units, char32_t c) {
  const auto code = static_cast<std::uint32_t>(c == kInvalidCodePoint ? kReplacement : c);
  if (code < 0x10000) {
    units.push_back(static_cast<std::uint16_t>(code));
    return;
  }
  units.push_back(static_cast<std::uint16_t>(0xD800 + ((code - 0x10000) >> 10U)));
  units.push_back(static_cast<std::uint16_t>(0xDC00 + ((code - 0x10000) & 0x3FFU)));
}

Units counted_units(std::string_view text) {
  Units units{{}, {0}};
  char32_t previous = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    i += decoded.size;
    const char32_t c = decoded.value;
    const bool second_half = c == U'\n' && previous == U'\r';
    previous = c;
    if (c == U' ' || c == U'\t' || second_half) continue;
    const bool is_break = c == U'\n' || c == U'\r';
    append(units.values, is_break ? U'\n' : c);
    if (is_break) units.line_starts.push_back(units.values.size());
  }
  units.values.push_back(kEnd);
  return units;
}

}  // namespace

std::vector<std::string> line_fingerprints(std::string_view text) {
  const Units units = counted_units(text);
  std::vector<std::string> fingerprints;
  std::map<std::uint64_t, std::size_t> seen;
  for (const std::size_t start : units.line_starts) {
    std::uint64_t sum = 0;
    for (std::size_t i = start; i < start + kWindow; ++i) {
      sum = sum * kBase + (i < units.values.size() ? units.values[i] : 0U);
    }
    fingerprints.push_back(fmt::format("{:x}:{}", sum, ++seen[sum]));
  }
  return fingerprints;
}

}  // namespace simrules
