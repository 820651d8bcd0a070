#include "cli/arguments/comparison.h"

#include "base/diagnostic.h"
#include "base/semver.h"

namespace simrules {

VersionPlan plan_of(const Side& base, const Side& head, const std::vector<Change>& changes) {
  VersionRequest request;
  request.base = parse_semver(base.origin.version);
  request.shape = shape_level({base.schema_version, base.schema.root()},
                              {head.schema_version, head.schema.root()});
  // Only a version that somebody asks for can be refused.
  DiagnosticList nothing;
  return plan_version(changes, head.catalog, request, nothing).value_or(VersionPlan{});
}

}  // namespace simrules
