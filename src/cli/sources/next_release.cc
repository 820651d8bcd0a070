#include "cli/sources/next_release.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/sources/baseline.h"
#include "validate/validate.h"

namespace simrules {
namespace {

/// Lists the policies in which nothing is found on the day of a release, and will be on no later one.
/// Shape: an end that is over stays over and what was to come has come, so that what is found on neither
///        the first nor the last day is found on none between.
std::vector<CheckedPolicy> without_findings(const Side& side,
                                            const std::vector<const Policy*>& policies,
                                            const std::vector<std::string>& ids,
                                            const DiagnosticList& on_the_day,
                                            const Jobs& jobs) {
  DiagnosticList later;
  validate(policies, ids, side.schema, later, {kLastDay}, jobs);
  std::set<std::string> found;
  for (const DiagnosticList* findings : {&on_the_day, &std::as_const(later)}) {
    for (const Diagnostic& finding : findings->sorted()) found.insert(finding.place.path);
  }
  std::vector<CheckedPolicy> checked;
  for (const Policy* policy : policies) {
    const bool is_found_in = found.contains(policy->path) ||
                             std::ranges::any_of(policy->translations, [&](const FileDigest& file) {
                               return found.contains(file.path);
                             });
    if (side.sound.contains(policy->path) && !is_found_in)
      checked.push_back(checked_policy(*policy));
  }
  return checked;
}

}  // namespace

std::optional<ReleaseContent> make_next_release(const Repository& repository,
                                                const Jobs& jobs,
                                                bool initial,
                                                ReleaseRequest request,
                                                const ContractSchemas& schemas,
                                                DiagnosticList& findings) {
  auto side = load_repository_side(repository, jobs, findings);
  if (!side) return std::nullopt;
  std::vector<const Policy*> policies;
  std::vector<std::string> ids;
  for (const Policy& policy : side->catalog.policies()) {
    policies.push_back(&policy);
    ids.push_back(policy.id);
  }
  std::ranges::sort(ids);
  const std::string reports = repository.shown("reports");
  std::optional<PreviousRelease> previous;
  if (!initial) previous = load_newest(reports, schemas, findings);
  if (initial ? !is_unpublished(reports, schemas, findings) : !previous) return std::nullopt;
  if (!dates_ascend(previous, request.released, findings)) return std::nullopt;
  validate(policies, ids, side->schema, findings, {parse_date(request.released)}, jobs);
  if (findings.count(Severity::kError) > 0) return std::nullopt;
  request.checked = without_findings(*side, policies, ids, findings, jobs);
  return prepare_release(std::move(side->catalog),
                         side->schema,
                         std::move(previous),
                         request,
                         schemas,
                         findings,
                         jobs);
}

}  // namespace simrules
