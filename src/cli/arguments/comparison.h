#pragma once

#include <vector>

#include "cli/sources/baseline.h"
#include "diff/change.h"
#include "release/version.h"

namespace simrules {

/// Computes the next version where the base is a release; a comparison of policy files has none.
VersionPlan plan_of(const Side& base, const Side& head, const std::vector<Change>& changes);

}  // namespace simrules
