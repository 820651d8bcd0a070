#pragma once

#include <vector>

#include "diff/effects/effect.h"
#include "diff/effects/outcome.h"

namespace simrules {

/// Says what the rules of a policy do to its subscribers, by what each of them meets on both sides.
/// Shape: `facts` are the changes of the policy, whose fingerprints the effects name; sorted by
///        topic, rule and first subscriber.
std::vector<Effect> rule_effects(const PolicySides& sides, const std::vector<Change>& facts);

}  // namespace simrules
