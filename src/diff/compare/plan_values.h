#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "diff/compare/step.h"
#include "diff/order/rank.h"
#include "model/policy.h"

namespace simrules {

/// What a word that stands for a value of each plan has come to mean.
/// Shape: `before` and `after` are the value itself where one plan differs, and a map by plan id
///        where several do.
struct PlanValueChange {
  Order order = Order::kEqual;
  nlohmann::json before;
  nlohmann::json after;
  std::vector<std::string> incomparable;
};

/// Compares the values of the plans that a word in a rule stands for; nothing when they say the
/// same.
/// Shape: the word is the same on both sides; only plans that the rule covers on both sides count.
std::optional<PlanValueChange> compare_plan_values(const Step& word,
                                                   const PolicyView& base_policy,
                                                   const PolicyView& head_policy);

}  // namespace simrules
