#pragma once

#include <string>
#include <vector>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// One policy on both sides, under the same id or under one that the head says it had before.
/// Shape: `are_days` tells that the sides are what held on two days, not two states of the data.
struct PolicyPair {
  const Policy& base;
  const FieldSpec& base_spec;
  const Policy& head;
  const FieldSpec& head_spec;
  bool are_days = false;
};

/// Lists every difference between the two sides of a policy, in no particular order.
std::vector<Change> diff_policy(const PolicyPair& pair);

/// Returns a policy with no rule in any topic.
Policy without_rules(const Policy& policy, const std::vector<std::string>& topics);

/// Returns the change of a policy that only the head has, without its topics.
Change added_policy(const Policy& head, const std::vector<std::string>& topics);

/// Returns the change of a policy that only the base has, without its topics.
Change removed_policy(const Policy& base, const std::vector<std::string>& topics);

}  // namespace simrules
