#include "render/diagnostics/text.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "render/text/byte_budget.h"
#include "render/text/place.h"
#include "render/text/source_excerpt.h"
#include "render/text/terminal.h"

namespace simrules {
namespace {

constexpr std::size_t kShown = 200;

std::string position(const Place& place, bool color) {
  const std::string shown = place_text(place);
  return shown.empty() ? "" : paint(shown + ":", Ink::kStrong, color) + " ";
}

std::string headline(const Diagnostic& diagnostic, bool color) {
  const Ink ink = diagnostic.severity == Severity::kError ? Ink::kBad : Ink::kCaution;
  return position(diagnostic.place, color) +
         paint(fmt::format("{}:", to_string(diagnostic.severity)), ink, color) + " " +
         printable(diagnostic.message, kMessageBytes) +
         paint(fmt::format(" [{}]", printable(diagnostic.check)), Ink::kFaint, color) + "\n";
}

std::string snippet(const Place& place, bool color) {
  if (place.source_line.empty()) return "";
  const SourceExcerpt excerpt = source_excerpt(place);
  const std::string number = fmt::format("{:>5}", place.line);
  const std::string gutter = fmt::format("{} | ", number);
  const std::string empty_gutter = std::string(number.size(), ' ') + " | ";
  const std::string mark = "^" + std::string(excerpt.mark_width - 1, '~');
  return paint(gutter, Ink::kFaint, color) + excerpt.text + "\n" +
         paint(empty_gutter, Ink::kFaint, color) + std::string(excerpt.mark_offset, ' ') +
         paint(mark, Ink::kMark, color) + "\n";
}

}  // namespace

std::string diagnostics_as_text(const std::vector<Diagnostic>& kept, std::size_t all, bool color) {
  std::string out;
  const std::size_t shown = std::min(kept.size(), kShown);
  for (const Diagnostic& diagnostic : std::span(kept).first(shown)) {
    if (!out.empty()) out += "\n";
    out += headline(diagnostic, color);
    out += snippet(diagnostic.place, color);
    for (const Note& note : diagnostic.notes) {
      out += position(note.place, color) + paint("note:", Ink::kNote, color) + " " +
             printable(note.message, kMessageBytes) + "\n";
    }
    if (!diagnostic.help.empty()) {
      out += paint("help:", Ink::kNote, color) + " " + printable(diagnostic.help, kMessageBytes) +
             "\n";
    }
  }
  if (all > shown) out += fmt::format("{} more not shown\n", all - shown);
  return out;
}

std::string diagnostics_as_text(const DiagnosticList& findings, bool color) {
  return diagnostics_as_text(findings.sorted(),
                             findings.count(Severity::kError) + findings.count(Severity::kWarning),
                             color);
}

}  // namespace simrules
