#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "diff/change.h"
#include "diff/compare/step.h"
#include "diff/order/rank.h"
#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Why and since when something differs, and which sources say so.
struct ItemFacts {
  std::string cause;
  nlohmann::json effective;
  std::vector<std::string> evidence;
};

/// Reads the facts of a change inside a rule, plan, zone or source.
/// Shape: cause and effective dates are told only where the head's revision is new, or its dates
///        are for an item without revisions; evidence is the head's, and the base's for what is
///        gone; an absent item is null. What differs between two days differs by the dates that the
///        carrier set.
ItemFacts facts_of(const nlohmann::json* base_item,
                   const nlohmann::json* head_item,
                   bool between_days);

/// The two sides of the policy that a rule is in.
/// Shape: `are_days` tells that they are what held on two days, not two states of the data.
struct RuleSides {
  const Policy& base;
  const Policy& head;
  bool are_days = false;
};

/// Ranks a rule that came or went as a whole.
/// Shape: new is clarified, unless the carrier introduced it where no rule of its mechanism covered
///        the plan: then its verdict ranks against a product that is not offered; gone is obscured,
///        unless the head says where it moved to or it had ended; one whose verdict nobody knew
///        counts for nothing. Between two days both come and go by their verdict, or count for
///        nothing where another rule of the mechanism covers the plan.
Order rank_rule(const Step& rule, const RuleSides& sides);

/// Ranks a term of a rule that came or went together with what the rule offers.
/// Shape: where one side has no offer (its verdict is unknown, not offered or not allowed), absence
///        states nothing there, so that conditions of a new product restrict nobody: clarified, or
///        obscured; any other order stays.
Order rank_term(const Step& step, Order order);

/// Returns the English name of a policy, a rule or a plan; the fallback for what has none.
std::string display_name(const nlohmann::json& value, const std::string& fallback);

/// Lists the ids that a policy had before.
std::vector<std::string> former_ids(const Policy& policy);

/// Tells whether a field is the policy's own id, which differs only when `formerly` says so.
bool is_policy_id(const Step& step);

/// A policy's word that a rule id is gone for good.
struct Retirement {
  bool has_moved = false;
};

/// Returns what a policy says of a rule that is gone, or nothing.
std::optional<Retirement> find_retirement(const Policy& policy,
                                          std::string_view topic,
                                          std::string_view rule);

/// Returns the plan of an id, or null.
const nlohmann::json* find_plan(const nlohmann::json& policy, std::string_view id);

/// The pointer token of a rule's derived confidence in a change.
inline constexpr std::string_view kConfidence = "confidence";

}  // namespace simrules
