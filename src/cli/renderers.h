#pragma once

#include <vector>

#include "release/release.h"

namespace simrules {

/// Returns what writes the files of a release beside its JSON, in so many threads; writing and verifying
/// call the same functions.
Renderers release_renderers(const Jobs& jobs);

/// Lists the files beside the index of releases.
const std::vector<IndexView>& index_views();

}  // namespace simrules
