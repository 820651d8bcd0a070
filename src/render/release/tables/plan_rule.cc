#include "render/release/tables/plan_rule.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/policy.h"
#include "release/contents/schema_tree.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What an item says for whom it is, as a dataset tells it.
constexpr const char* kAppliesToAll = "applies_to_all";
constexpr const char* kExcept = "except";

struct Scope {
  const json& policy;
  const json& plan;
};

/// Tells whether a thing that may name the plans it is for is for one of them.
bool covers(const json& thing, const json& plan_id) {
  const json& plans = member_of(thing, kPlanList);
  const bool is_all = plans.is_null() || member_of(thing, kAppliesToAll) == true;
  return (is_all || list_contains(plans, plan_id)) &&
         !list_contains(member_of(thing, kExcept), plan_id);
}

bool is_for_plan(const json& item, const Scope& scope) {
  return covers(item, member_of(scope.plan, "id"));
}

/// Returns what a quantity stands for on the plan, or the quantity itself.
json value_of_kind(const json& quantity, const FieldSpec& spec, const Scope& scope) {
  const json& kind = member_of(quantity, "kind");
  const auto found =
      kind.is_string() ? spec.plan_values.find(kind.get<std::string>()) : spec.plan_values.end();
  if (found == spec.plan_values.end()) return quantity;
  const json::json_pointer at(found->second);
  if (!scope.plan.contains(at) || scope.plan.at(at).is_null()) return quantity;
  return scope.plan.at(at);
}

json resolved(const json& value, const FieldSpec& spec, const Scope& scope) {
  if (value.is_object() && !spec.plan_values.empty()) return value_of_kind(value, spec, scope);
  if (value.is_object()) {
    json out = json::object();
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* inner = spec.member(name);
      if (inner == nullptr) {
        out[name] = member;
      } else {
        out[name] = is_for_plan(member, scope) ? resolved(member, *inner, scope) : json();
      }
    }
    return out;
  }
  if (value.is_array() && spec.items != nullptr) {
    json out = json::array();
    for (const json& item : value) {
      if (is_for_plan(item, scope)) out.push_back(resolved(item, *spec.items, scope));
    }
    return out;
  }
  return value;
}

}  // namespace

std::vector<std::string> plan_ids_of(const json& thing, const json& policy) {
  std::vector<std::string> ids;
  for (const json& plan : member_of(policy, kPlanList)) {
    const json& id = member_of(plan, "id");
    if (covers(thing, id)) ids.push_back(id.get<std::string>());
  }
  return ids;
}

json resolved_rule(const json& rule, const FieldSpec& spec, const json& policy, const json& plan) {
  return plan.is_null() ? rule : resolved(rule, spec, {policy, plan});
}

}  // namespace simrules
