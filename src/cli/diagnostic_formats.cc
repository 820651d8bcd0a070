#include "cli/diagnostic_formats.h"

#include <string>

#include "base/disk/files.h"
#include "cli/all_checks.h"
#include "cli/git/git_top.h"
#include "render/diagnostics/github.h"
#include "render/diagnostics/json.h"
#include "render/diagnostics/junit.h"
#include "render/diagnostics/markdown.h"
#include "render/diagnostics/rdjson.h"
#include "render/diagnostics/sarif.h"
#include "render/diagnostics/text.h"

namespace simrules {
namespace {

/// More than any file that can be checked.
constexpr std::size_t kTextBytes = std::size_t{256} * 1024 * 1024;

std::string checked_as_text(const CheckedRun& run, bool color) {
  const std::size_t all = run.summary.errors + run.summary.warnings;
  return diagnostics_as_text(run.findings, all, color) +
         (run.summary.compared && !run.findings.empty() ? "\n" : "") + compared_text(run.summary) +
         summary_text(run.summary) + "\n";
}

/// Reads a file again for the few formats that need more of it than the diagnostics hold; standard
/// input cannot be read twice.
std::string text_of_file(const std::string& path) {
  DiagnosticList ignored;
  return path == "-" ? "" : read_file(path, path, kTextBytes, ignored).value_or("");
}

}  // namespace

const std::vector<NamedFormat<CheckedRun>>& diagnostic_formats() {
  using Run = CheckedRun;
  static const std::vector<NamedFormat<Run>> kTable = {
      {"text", checked_as_text},
      {"json", [](const Run& run, bool) { return diagnostics_as_json(run.findings, run.summary); }},
      {"github",
       [](const Run& run, bool) {
         return diagnostics_as_github(named_from_top(run.findings), run.summary);
       }},
      {"junit",
       [](const Run& run, bool) { return diagnostics_as_junit(run.findings, run.summary); }},
      {"markdown",
       [](const Run& run, bool) { return diagnostics_as_markdown(run.findings, run.summary); }},
      {"rdjson",
       [](const Run& run, bool) { return diagnostics_as_rdjson(run.findings, text_of_file); }},
      {"sarif",
       [](const Run& run, bool) {
         RunSummary summary = run.summary;
         for (std::string& path : summary.paths) path = name_from_top(path);
         return diagnostics_as_sarif(
             named_from_top(run.findings), summary, all_checks(), [](const std::string& name) {
               return text_of_file(path_of_name(name));
             });
       }},
  };
  return kTable;
}

}  // namespace simrules
