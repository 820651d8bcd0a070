#include "render/diagnostics_github.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "render/place_text.h"
#include "render/wording.h"

namespace simrules {
namespace {

constexpr std::size_t kPerSeverity = 10;
constexpr std::size_t kMessageUnits = 4096;
constexpr std::string_view kCutMark = "… (cut)";
/// More than any message may show, so that the cut by UTF-16 units is the one that counts.
constexpr std::size_t kReadBytes = 4 * kMessageUnits;

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

std::string message_text(const Diagnostic& diagnostic) {
  std::string text = printable(diagnostic.message, kReadBytes);
  for (const Note& note : diagnostic.notes) {
    const std::string place = place_text(note.place);
    text += "\nnote: " + (place.empty() ? "" : place + ": ") + printable(note.message, kReadBytes);
  }
  if (!diagnostic.help.empty()) text += "\nhelp: " + printable(diagnostic.help, kReadBytes);
  return cut(std::move(text));
}

std::string place_properties(const Place& place) {
  if (place.path.empty()) return "";
  const std::string file = escape(printable(place.path, kReadBytes), true);
  const bool one_line = place.end_line <= place.line;
  const bool ends_before_line = !one_line && place.end_column <= 1;
  const int end_line = one_line ? place.line : place.end_line - (ends_before_line ? 1 : 0);
  std::string out = fmt::format(",file={},line={},endLine={}", file, place.line, end_line);
  if (one_line) {
    const int last = std::max(place.column, place.end_column - 1);
    out += fmt::format(",col={},endColumn={}", place.column, last);
  }
  return out;
}

std::string command(const Diagnostic& diagnostic) {
  return fmt::format("::{} title={}{}::{}\n",
                     to_string(diagnostic.severity),
                     escape(printable(diagnostic.check), true),
                     place_properties(diagnostic.place),
                     escape(message_text(diagnostic), false));
}

std::string rest_notice(std::size_t errors, std::size_t warnings) {
  if (errors + warnings == 0) return "";
  std::string rest = errors > 0 ? counted(errors, "more error", "more errors") : "";
  if (errors > 0 && warnings > 0) rest += " and ";
  if (warnings > 0) rest += counted(warnings, "more warning", "more warnings");
  return "::notice title=simrules::" + rest + " without an annotation\n";
}

}  // namespace

std::string diagnostics_as_github(const std::vector<Diagnostic>& diagnostics,
                                  const RunSummary& summary) {
  std::string out;
  std::map<Severity, std::size_t> shown;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (shown[diagnostic.severity] == kPerSeverity) continue;
    ++shown[diagnostic.severity];
    out += command(diagnostic);
  }
  out += rest_notice(summary.errors - std::min(summary.errors, shown[Severity::kError]),
                     summary.warnings - std::min(summary.warnings, shown[Severity::kWarning]));
  return out + summary_text(summary) + "\n";
}

}  // namespace simrules
