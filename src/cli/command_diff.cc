#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/baseline.h"
#include "cli/change_formats.h"
#include "cli/commands.h"
#include "cli/repository.h"
#include "diff/diff.h"
#include "render/change_report.h"

namespace simrules {
namespace {

/// Computes the next version where the base is a release; a comparison of policy files has none.
VersionPlan plan_of(const Side& base,
                    const Side& head,
                    const std::vector<Change>& changes,
                    DiagnosticList& findings) {
  VersionRequest request;
  request.base = parse_semver(base.origin.version);
  const auto plan = plan_version(changes, head.catalog, request, findings);
  return plan.value_or(VersionPlan{});
}

/// Tells whether any change is as weighty as an impact; the impacts are declared the weightiest
/// first.
bool reaches(const std::vector<Change>& changes, Impact limit) {
  return std::any_of(
      changes.begin(), changes.end(), [&](const Change& change) { return change.impact <= limit; });
}

}  // namespace

ExitCode run_diff(const CommonOptions& common, const DiffOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  const auto fail_on = parse_impact(options.fail_on);
  if (!options.fail_on.empty() && !fail_on) {
    terminal.note(fmt::format(
        "simrules: {} is not an impact\nhelp: the impacts are, the weightiest first, {}\n",
        quoted(options.fail_on),
        quoted_list(impact_words(), "and")));
    return kExitUsage;
  }
  const Repository repository = Repository::find(common.root);
  DiagnosticList findings;
  const auto base = load_side(options.against, repository, job_count(common), findings);
  const auto head = options.path.empty()
                        ? load_repository_side(repository, job_count(common), findings)
                        : load_side(options.path, repository, job_count(common), findings);
  if (!base || !head) {
    print_findings(findings.sorted(), terminal);
    return kExitUsage;
  }
  const std::vector<Change> changes =
      diff(base->catalog, base->schema, head->catalog, head->schema);
  const ChangeReport report{base->origin,
                            head->origin,
                            plan_of(*base, *head, changes, findings),
                            changes,
                            {base->catalog, head->catalog, head->schema, options.language}};
  if (!write_outputs(*requests, change_formats(report), terminal)) return kExitUsage;
  return fail_on && reaches(changes, *fail_on) ? kExitFindings : kExitOk;
}

}  // namespace simrules
