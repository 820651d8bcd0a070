#pragma once

#include <string>
#include <vector>

#include "diff/effects/outcome.h"

namespace simrules {

/// Groups the rules of a topic by mechanism; mechanisms between which a rule moved are one group.
std::vector<RuleGroup> rule_groups(const std::string& topic, const PolicySides& sides);

/// Says which rules stand against each other for one subscriber.
/// Shape: what is known goes before what is not, and what is for the subscriber's own place before
///        what holds everywhere else; rules are paired by id, then those that say the same, then those
///        that differ least.
std::vector<RulePair> pairs_for(const Subscriber& subscriber,
                                const RuleGroup& group,
                                const PolicySides& sides);

}  // namespace simrules
