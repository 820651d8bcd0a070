#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "cli/sources/repository.h"
#include "release/release.h"

namespace simrules {

/// Validates the repository's policies and makes the next release of them, which publishes nothing.
/// Shape:  `initial` makes the first one; `jobs` is how many files are read at once.
/// Errors: whatever is wrong with the policies, the release before or the one that they would make;
///         nothing is returned then.
std::optional<ReleaseContent> make_next_release(const Repository& repository,
                                                const Jobs& jobs,
                                                bool initial,
                                                ReleaseRequest request,
                                                const ContractSchemas& schemas,
                                                DiagnosticList& findings);

}  // namespace simrules
