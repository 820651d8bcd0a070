#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diff/change.h"
#include "history/states.h"

namespace simrules {

/// What a policy, or a rule of one, was called in each state of our data; nothing where it was not
/// there.
/// Shape: as long as the states; topic and id are empty for a policy as such.
using Trail = std::vector<std::optional<RuleName>>;

/// Follows a policy through all states, by its id now or by one that it had before.
/// Shape: nothing for an id that no state knows.
std::optional<Trail> follow_policy(const DataStates& states, const std::string& id);

/// Finds the rules of a policy that an id may mean: `data-gift`, or `transfer/data-gift`.
/// Shape: one for each topic, as the newest state that has it calls it.
std::vector<RuleName> find_rules(const DataStates& states,
                                 const Trail& policy,
                                 const std::string& id);

/// Follows a rule through all states, also where it moved to another id or policy.
/// Shape: the rule is in one of the states.
Trail follow_rule(const DataStates& states, const RuleName& rule);

/// Lists the ids of all rules that a policy ever had: `data-gift` and `transfer/data-gift`.
std::vector<std::string> rule_ids(const DataStates& states, const Trail& policy);

/// Returns the other side of a policy, or the one of its id where its own side does not have it;
/// nullptr where it is gone or new.
const Policy* policy_in_head(const std::string& id, const Catalog& base, const Catalog& head);
const Policy* policy_in_base(const std::string& id, const Catalog& base, const Catalog& head);

/// Returns what a policy or rule of the base is called in the head; nothing where it is gone.
std::optional<RuleName> name_in_head(const RuleName& name,
                                     const Catalog& base,
                                     const Catalog& head);

}  // namespace simrules
