#pragma once

#include <vector>

#include "cli/arguments/formats.h"
#include "render/changes/comparison.h"

namespace simrules {

/// Lists the formats of a command that compares.
const std::vector<NamedFormat<Comparison>>& change_formats();

}  // namespace simrules
