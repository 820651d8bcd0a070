#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "release/release.h"

namespace simrules {

/// A release of an older derivation, and its files, which nobody made again.
struct NotMadeAgain {
  std::string version;
  int derivation = 0;
  std::vector<std::string> files;
};

/// Which releases of a history are recomputed.
enum class Extent { kNewest, kAll };

/// What was verified.
/// Shape: `by_digest` are the older releases that could be recomputed, and were not asked to be; `missing` is the release before the only one that was verified, where it is not beside it:
///        the changes cannot be recomputed then; else it is empty.
struct VerifySummary {
  std::size_t releases = 0;
  std::size_t files = 0;
  std::string missing = {};
  std::vector<NotMadeAgain> not_made_again = {};
  std::vector<std::string> by_digest = {};
};

/// Recomputes everything that releases claim, from the first one to the newest. The files of an older
/// derivation are not made again; digests, chain, schemas and a refusal of what would run prove them.
/// Shape:  `folder` holds releases and their index, or is the folder of one release, whose history is
///         followed as far as its neighbours are there; at least one release was verified when
///         something is returned. Of a history `Extent::kNewest` recomputes the newest release alone:
///         those before it are proved by their digests, the chain and the index.
/// Errors: the ids of `release_checks()`; nothing is returned when anything differs. Folders that the
///         index does not list are warnings.
std::optional<VerifySummary> verify(const std::string& folder,
                                    const Renderers& renderers,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink,
                                    Extent extent = Extent::kAll);

/// Finds the release whose manifest has a digest that somebody holds, in a history that was verified.
/// Shape:  returns its version; from a single release the links are followed as far as they lead.
/// Errors: `release-not-ancestor`; nothing is returned then.
std::optional<std::string> find_ancestor(const std::string& folder,
                                         const std::string& manifest_sha256,
                                         const ContractSchemas& schemas,
                                         DiagnosticSink& sink);

}  // namespace simrules
