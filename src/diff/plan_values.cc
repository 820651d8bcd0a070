#include "diff/plan_values.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "diff/compare/match.h"
#include "diff/compare/walk.h"
#include "diff/rule_facts.h"
#include "model/catalog.h"

namespace simrules {
namespace {

using nlohmann::json;
using PlanIds = std::vector<std::string>;

PlanIds intersect(const PlanIds& a, const PlanIds& b) {
  PlanIds both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// Lists the plans that the rule and, inside it, the very limit or fee are for, on both sides.
PlanIds plans_behind(const Step& word, const json& base_policy, const json& head_policy) {
  const Step& rule = *chain_of(word)[1];
  const Step& owner = *word.parent;
  const PlanIds base =
      intersect(covered_plans(*rule.base, base_policy), covered_plans(*owner.base, base_policy));
  const PlanIds head =
      intersect(covered_plans(*rule.head, head_policy), covered_plans(*owner.head, head_policy));
  return intersect(base, head);
}

const json* value_of_plan(const json& policy, const std::string& plan_id, const std::string& at) {
  const json* plan = find_plan(policy, plan_id);
  const json::json_pointer pointer(at);
  return plan != nullptr && plan->contains(pointer) ? &plan->at(pointer) : nullptr;
}

json value_or_null(const json* value) { return value == nullptr ? json() : *value; }

}  // namespace

std::optional<PlanValueChange> compare_plan_values(const Step& word,
                                                   const json& base_policy,
                                                   const json& head_policy) {
  const std::vector<const Step*> chain = chain_of(word);
  if (chain.size() < 3 || !is_rule(*chain[1])) return std::nullopt;
  const FieldSpec& spec = word.spec();
  const std::string& at = spec.plan_values.at(word.head->get<std::string>());
  PlanValueChange change;
  change.before = json::object();
  change.after = json::object();
  for (const std::string& plan : plans_behind(word, base_policy, head_policy)) {
    const json* base = value_of_plan(base_policy, plan, at);
    const json* head = value_of_plan(head_policy, plan, at);
    const Order order = rank(spec, base, head);
    if (order == Order::kEqual) continue;
    change.order = combine(change.order, order);
    change.before[plan] = value_or_null(base);
    change.after[plan] = value_or_null(head);
  }
  if (change.order == Order::kEqual) return std::nullopt;
  change.incomparable = disagreeing_siblings(word);
  if (!change.incomparable.empty()) change.order = Order::kIncomparable;
  if (change.before.size() == 1) {
    change.before = json(change.before.front());
    change.after = json(change.after.front());
  }
  return change;
}

}  // namespace simrules
