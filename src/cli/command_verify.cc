#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "base/files.h"
#include "cli/commands.h"
#include "cli/renderers.h"
#include "cli/repository.h"
#include "release/verify.h"
#include "render/diagnostics_json.h"
#include "render/diagnostics_text.h"
#include "tool_version.h"

namespace simrules {
namespace {

std::string summary(const std::optional<VerifySummary>& verified, std::size_t errors) {
  if (!verified)
    return fmt::format(
        "{} error{}: what is published is not what was made\n", errors, errors == 1 ? "" : "s");
  return fmt::format(
      "{} release{} verified, {} files: digests, chain, schemas, changes and changelog "
      "recomputed\n",
      verified->releases,
      verified->releases == 1 ? "" : "s",
      verified->files);
}

}  // namespace

ExitCode run_verify(const CommonOptions& common, const VerifyOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  const Repository repository = Repository::find(common.root);
  const std::string folder = !options.path.empty() ? options.path
                             : repository.found()  ? repository.shown("reports")
                                                   : "";
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    terminal.note(fmt::format(
        "simrules: there is no folder `{}` to verify\nhelp: name a folder of releases\n",
        folder.empty() ? "reports" : folder));
    return kExitUsage;
  }
  DiagnosticList findings;
  const auto schemas = repository.contract_schemas(findings);
  if (!schemas) {
    print_findings(findings.sorted(), terminal);
    return kExitUsage;
  }
  const auto verified = verify(folder, release_renderers(), *schemas, findings);
  const std::size_t errors = findings.count(Severity::kError);
  const std::size_t files = verified ? verified->files : 0;
  const FormatTable formats = {
      {"text",
       [&](bool color) {
         return diagnostics_as_text(findings.sorted(), color) + summary(verified, errors);
       }},
      {"json",
       [&](bool) {
         return diagnostics_as_json(findings.sorted(),
                                    {.tool_version = kToolVersion,
                                     .files = files,
                                     .errors = errors,
                                     .warnings = findings.count(Severity::kWarning)});
       }},
  };
  if (!write_outputs(*requests, formats, terminal)) return kExitUsage;
  if (findings.has_any(file_checks())) return kExitUsage;
  return verified ? kExitOk : kExitFindings;
}

}  // namespace simrules
