#pragma once

#include <optional>
#include <vector>

#include "release/release.h"

namespace simrules {

/// Makes a release of our derivation again from its data and compares all files, byte for byte;
/// returns what the index says of it.
/// Errors: `release-changes-differ`, `release-file-differs`, `release-file-missing`,
///         `release-file-extra`, those of `rederive_release`; nothing is returned then.
std::optional<IndexEntry> make_again(const StoredRelease& stored,
                                     const Dataset& dataset,
                                     const std::optional<PreviousRelease>& previous,
                                     const Renderers& renderers,
                                     DiagnosticSink& sink);

}  // namespace simrules
