#include "cli/diagnostic_formats.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "render/diagnostics_github.h"
#include "render/diagnostics_json.h"
#include "render/diagnostics_text.h"

namespace simrules {
namespace {

/// People read no further; programs get everything that was kept.
constexpr std::size_t kShownAsText = 200;

std::string as_text(const CheckedRun& run, bool color) {
  const auto shown = static_cast<std::ptrdiff_t>(std::min(run.findings.size(), kShownAsText));
  const std::size_t all = run.summary.errors + run.summary.warnings;
  const std::size_t rest = all - std::min(all, static_cast<std::size_t>(shown));
  return diagnostics_as_text({run.findings.begin(), run.findings.begin() + shown}, color) +
         (rest > 0 ? fmt::format("{} more not shown\n", rest) : "") + summary_text(run.summary) +
         "\n";
}

}  // namespace

FormatTable diagnostic_formats(const CheckedRun& run) {
  return {
      {"text", [&run](bool color) { return as_text(run, color); }},
      {"json", [&run](bool) { return diagnostics_as_json(run.findings, run.summary); }},
      {"github", [&run](bool) { return diagnostics_as_github(run.findings, run.summary); }},
  };
}

}  // namespace simrules
