#pragma once

#include "gate/case.h"
#include "gate/tombstone.h"

namespace simrules {

/// Says what it means to subscribers that another rule takes the place of one that is gone.
/// Shape: for whom both are is left out, as policies have plans and zones of their own; neutral where
///        none takes its place, one of another topic does, which cannot be compared, or the rule only got another
///        id, which its own case answers for.
Impact impact_of_move(const RuleCase& gone, const Tombstone& tombstone, const GateInput& input);

}  // namespace simrules
