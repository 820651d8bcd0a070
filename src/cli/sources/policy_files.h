#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "cli/sources/loader.h"
#include "cli/sources/repository.h"
#include "render/diagnostics/summary.h"
#include "schema/schema.h"

namespace simrules {

/// Policy files that were read and checked.
/// Shape: `summary` lacks the counts of findings and the paths.
struct CheckedPolicies {
  LoadedPolicies loaded;
  RunSummary summary;
};

/// Reads policy files, `jobs` at a time, and checks them with everything that is known of them, as of
/// a day if there is one.
/// Errors: the ids of reading, of the schema and of the semantic checks.
CheckedPolicies check_policy_files(const std::vector<InputFile>& files,
                                   const PolicySchema& schema,
                                   const Repository& repository,
                                   std::size_t jobs,
                                   DiagnosticList& findings,
                                   const std::optional<PartialDate>& day = {});

}  // namespace simrules
