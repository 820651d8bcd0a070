#include "render/diagnostics_text.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "render/source_excerpt.h"
#include "render/terminal.h"

namespace simrules {
namespace {

/// Messages are made of quoted parts, each cut by itself; this bound only stops a runaway.
constexpr std::size_t kMessageBytes = 4000;

/// Returns a path that a line may start with and that no terminal or runner acts upon.
std::string shown_path(const std::string& path) {
  const std::string safe = printable(path, 500);
  const auto first = static_cast<unsigned char>(safe.empty() ? '\0' : safe.front());
  const bool harmless = std::isalnum(first) != 0 || first >= 0x80 || first == '.' || first == '/' ||
                        first == '-' || first == '_' || first == '<';
  return harmless || safe.empty() ? safe : "./" + safe;
}

std::string position(const Place& place, bool color) {
  if (place.path.empty()) return "";
  return paint(fmt::format("{}:{}:{}:", shown_path(place.path), place.line, place.column),
               Ink::kStrong,
               color) +
         " ";
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

std::string diagnostics_as_text(const std::vector<Diagnostic>& diagnostics, bool color) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
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
  return out;
}

}  // namespace simrules
