#pragma once

#include <vector>

#include "diff/compare/policy_diff.h"
#include "diff/effects/effect.h"

namespace simrules {

/// Says what the changes of one policy do to its subscribers.
/// Shape: each change of substance gets the impact of the effects that it has a part in.
std::vector<Effect> effects_of(const PolicyPair& pair, std::vector<Change>& changes);

}  // namespace simrules
