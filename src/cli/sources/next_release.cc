#include "cli/sources/next_release.h"

#include <string>
#include <utility>
#include <vector>

#include "cli/sources/baseline.h"
#include "validate/validate.h"

namespace simrules {

std::optional<ReleaseContent> make_next_release(const Repository& repository,
                                                const Jobs& jobs,
                                                bool initial,
                                                const ReleaseRequest& request,
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
  const std::string reports = repository.shown("reports");
  std::optional<PreviousRelease> previous;
  if (!initial) previous = load_newest(reports, schemas, findings);
  if (initial ? !is_unpublished(reports, schemas, findings) : !previous) return std::nullopt;
  if (!dates_ascend(previous, request.released, findings)) return std::nullopt;
  validate(policies, ids, side->schema, findings, {parse_date(request.released)});
  if (findings.count(Severity::kError) > 0) return std::nullopt;
  return prepare_release(std::move(side->catalog),
                         side->schema,
                         std::move(previous),
                         request,
                         schemas,
                         findings,
                         jobs);
}

}  // namespace simrules
