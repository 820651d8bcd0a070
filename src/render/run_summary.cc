#include "render/run_summary.h"

#include <fmt/format.h>

#include "render/wording.h"

namespace simrules {

std::string scope_text(const RunSummary& summary) {
  const std::string files = counted(summary.files, "file", "files") + " checked";
  if (summary.constraints > 0) {
    return files + " against " + counted(summary.constraints, "constraint", "constraints") +
           " of a schema";
  }
  if (summary.fields == 0) return files;
  return fmt::format("{}: {}, {} against {}",
                     files,
                     counted(summary.rules, "rule", "rules"),
                     counted(summary.checks, "check", "checks"),
                     counted(summary.fields, "schema field", "schema fields"));
}

std::string count_text(const RunSummary& summary) {
  return counted(summary.errors, "error", "errors") + ", " +
         counted(summary.warnings, "warning", "warnings");
}

std::string summary_text(const RunSummary& summary) {
  return scope_text(summary) + "; " + count_text(summary);
}

}  // namespace simrules
