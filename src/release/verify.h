#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "release/release.h"

namespace simrules {

/// What was verified.
struct VerifySummary {
  std::size_t releases = 0;
  std::size_t files = 0;
};

/// Recomputes everything that releases claim, from the first one to the newest.
/// Shape:  `folder` holds releases and their index, or is the folder of one release, whose history
/// is followed as far
///         as its neighbours are there; at least one release was verified when something is
///         returned.
/// Errors: the ids of `release_checks()`; nothing is returned when anything differs. Folders that
/// the index does not
///         list are warnings.
std::optional<VerifySummary> verify(const std::string& folder,
                                    const std::vector<FileRenderer>& renderers,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink);

}  // namespace simrules
