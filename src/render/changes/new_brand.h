#pragma once

#include <string>

#include "diff/change.h"
#include "wording/place.h"

namespace simrules {

/// Tells whether a change brings a rule of a new policy of which nothing is known yet.
bool is_unknown_rule(const Change& change, const ChangeContext& context);

/// Returns the rule that a change brings with a policy that the base does not have; nullptr where it
/// brings none.
const Rule* brought_rule(const Change& change, const ChangeContext& context);

/// Names the rules of a policy of which nothing is known; empty where there is none.
std::string unknown_rules(const Policy& policy, const ChangeContext& context);

}  // namespace simrules
