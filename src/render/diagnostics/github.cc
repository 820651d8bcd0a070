#include "render/diagnostics/github.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "render/text/github_command.h"
#include "render/text/place.h"
#include "wording/number.h"

namespace simrules {
namespace {

std::string message_text(const Diagnostic& diagnostic) {
  std::string text = printable(diagnostic.message, kAnnotationBytes);
  for (const Note& note : diagnostic.notes) {
    const std::string place = place_text(note.place);
    text += "\nnote: " + (place.empty() ? "" : place + ": ") +
            printable(note.message, kAnnotationBytes);
  }
  if (!diagnostic.help.empty()) text += "\nhelp: " + printable(diagnostic.help, kAnnotationBytes);
  return text;
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
    if (shown[diagnostic.severity] == kAnnotationsPerKind) continue;
    ++shown[diagnostic.severity];
    out += github_command({to_string(diagnostic.severity),
                           printable(diagnostic.check),
                           diagnostic.place,
                           message_text(diagnostic)});
  }
  out += rest_notice(summary.errors - std::min(summary.errors, shown[Severity::kError]),
                     summary.warnings - std::min(summary.warnings, shown[Severity::kWarning]));
  if (summary.compared) {
    for (const std::string& finding : summary.compared->ignored)
      out += github_command({"notice", "ignored by the levels file", {}, finding});
  }
  return out + summary_text(summary) + "\n";
}

}  // namespace simrules
