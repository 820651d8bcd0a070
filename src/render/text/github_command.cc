#include "render/text/github_command.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"

namespace simrules {
namespace {

constexpr std::size_t kMessageUnits = 4096;
constexpr std::string_view kCutMark = "… (cut)";

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    units += decoded.value >= 0x10000 && decoded.value != kInvalidCodePoint ? 2 : 1;
    i += decoded.size;
  }
  return units;
}

std::string cut(std::string text) {
  if (utf16_units(text) <= kMessageUnits) return text;
  const std::size_t room = kMessageUnits - utf16_units(kCutMark);
  std::size_t units = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t size = decode_utf8(text, end).size;
    units += utf16_units(std::string_view(text).substr(end, size));
    if (units > room) break;
    end += size;
  }
  return text.substr(0, end).append(kCutMark);
}

/// Escapes what ends a command's message, and in a property also what ends the property.
std::string escape(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text) {
    const bool acts = c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ','));
    out += acts ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string place_properties(const Place& place) {
  if (place.path.empty()) return "";
  std::string out = ",file=" + escape(printable(place.path, kAnnotationBytes), true);
  if (place.line < 1) return out;
  const bool one_line = place.end_line <= place.line;
  const bool ends_before_line = !one_line && place.end_column <= 1;
  const int end_line = one_line ? place.line : place.end_line - (ends_before_line ? 1 : 0);
  out += fmt::format(",line={},endLine={}", place.line, end_line);
  if (one_line && place.column >= 1) {
    const int last = std::max(place.column, place.end_column - 1);
    out += fmt::format(",col={},endColumn={}", place.column, last);
  }
  return out;
}

}  // namespace

std::string github_command(const Annotation& annotation) {
  return fmt::format("::{} title={}{}::{}\n",
                     annotation.kind,
                     escape(annotation.title, true),
                     place_properties(annotation.place),
                     escape(cut(annotation.message), false));
}

}  // namespace simrules
