#include "cli/commands/check_outcome.h"

#include "base/disk/files.h"
#include "tool_version.h"

namespace simrules {

CheckedRun finished(CheckOutcome& outcome) {
  outcome.summary.tool_version = kToolVersion;
  outcome.summary.errors = outcome.findings.count(Severity::kError);
  outcome.summary.warnings = outcome.findings.count(Severity::kWarning);
  return {outcome.findings.sorted(), outcome.summary};
}

ExitCode exit_code(const CheckOutcome& outcome) {
  const bool is_unreadable = outcome.findings.has_any(file_checks());
  if (outcome.unusable || is_unreadable || outcome.summary.files == 0) return kExitUsage;
  const bool fails_on_all = outcome.summary.fail_on == Severity::kWarning;
  const bool failed =
      outcome.findings.count(Severity::kError) > 0 || (fails_on_all && !outcome.findings.empty());
  return failed ? kExitFindings : kExitOk;
}

}  // namespace simrules
