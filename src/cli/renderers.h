#pragma once

#include <vector>

#include "release/release.h"

namespace simrules {

/// Lists the files of a release beside its JSON; writing and verifying call the same functions.
const std::vector<FileRenderer>& release_renderers();

/// Lists the files beside the index of releases.
const std::vector<IndexView>& index_views();

}  // namespace simrules
