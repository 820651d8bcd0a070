#include "diff/compare/plan_values.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "diff/compare/match.h"
#include "diff/compare/walk.h"

namespace simrules {
namespace {

using nlohmann::json;
using PlanIds = std::vector<std::string_view>;

PlanIds intersect(const PlanIds& a, const PlanIds& b) {
  PlanIds both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// Lists the plans that the rule and, inside it, the very limit or fee are for, on both sides.
PlanIds plans_behind(const Step& word,
                     const PolicyView& base_policy,
                     const PolicyView& head_policy) {
  const Step& rule = *chain_of(word)[1];
  const Step& owner = *word.parent;
  const PlanIds base = intersect(covered_plans(Item(rule.base), base_policy),
                                 covered_plans(Item(owner.base), base_policy));
  const PlanIds head = intersect(covered_plans(Item(rule.head), head_policy),
                                 covered_plans(Item(owner.head), head_policy));
  return intersect(base, head);
}

const json* value_of_plan(const PolicyView& policy, std::string_view plan, const std::string& at) {
  const json& value = policy.find_plan(plan).raw();
  const json::json_pointer pointer(at);
  return value.contains(pointer) ? &value.at(pointer) : nullptr;
}

json value_or_null(const json* value) { return value == nullptr ? json() : *value; }

}  // namespace

std::optional<PlanValueChange> compare_plan_values(const Step& word,
                                                   const PolicyView& base_policy,
                                                   const PolicyView& head_policy) {
  const std::vector<const Step*> chain = chain_of(word);
  if (chain.size() < 3 || !is_rule(*chain[1])) return std::nullopt;
  const FieldSpec& spec = word.spec();
  const std::string& at = spec.plan_values.at(word.head->get<std::string>());
  PlanValueChange change;
  change.before = json::object();
  change.after = json::object();
  for (const std::string_view id : plans_behind(word, base_policy, head_policy)) {
    const json* base = value_of_plan(base_policy, id, at);
    const json* head = value_of_plan(head_policy, id, at);
    const Order order = rank(spec, base, head);
    if (order == Order::kEqual) continue;
    change.order = combine(change.order, order);
    const std::string plan(id);
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
