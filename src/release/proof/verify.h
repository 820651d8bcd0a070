#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "release/release.h"

namespace simrules {

/// What was verified.
/// Shape: `missing` is the release before the only one that was verified, where it is not beside it:
///        the changes cannot be recomputed then; else it is empty.
struct VerifySummary {
  std::size_t releases = 0;
  std::size_t files = 0;
  std::string missing = {};
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

/// Compares the files beside the index with what the index gives; nothing for a single release.
/// Errors: `release-feed-differs`, those of `read_index`; false is returned then. A file that lacks
///         the newest release alone is a warning.
bool verify_views(const std::string& folder,
                  const std::vector<IndexView>& views,
                  const ContractSchemas& schemas,
                  DiagnosticSink& sink);

/// Finds the release whose manifest has a digest that somebody holds, in a history that was verified.
/// Shape:  returns its version; from a single release the links are followed as far as they lead.
/// Errors: `release-not-ancestor`; nothing is returned then.
std::optional<std::string> find_ancestor(const std::string& folder,
                                         const std::string& manifest_sha256,
                                         const ContractSchemas& schemas,
                                         DiagnosticSink& sink);

}  // namespace simrules
