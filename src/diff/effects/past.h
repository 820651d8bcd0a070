#pragma once

#include <vector>

#include "diff/compare/policy_diff.h"
#include "diff/effects/effect.h"

namespace simrules {

/// Says what the changes of earlier terms come to: they are clarified, or mended.
/// Shape: none for an entry that only keeps what the base said at any time; the changes get the
///        impact of their effect.
std::vector<Effect> effects_on_past(const PolicyPair& pair, std::vector<Change>& changes);

/// Tells whether a change is of what held at another time.
bool is_of_past(const Change& change, const FieldSpec& policy);

}  // namespace simrules
