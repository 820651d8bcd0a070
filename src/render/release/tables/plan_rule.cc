#include "render/release/tables/plan_rule.h"

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/catalog.h"

namespace simrules {
namespace {

using nlohmann::json;

struct Scope {
  const json& policy;
  const json& plan;
};

/// Tells whether an item that may name the plans it is for is for this one.
bool is_for_plan(const json& item, const Scope& scope) {
  if (!item.is_object()) return true;
  if (!item.contains("plans") && !item.contains("except")) return true;
  const auto covered = covered_plans(Item(&item), PolicyView(&scope.policy));
  return std::find(covered.begin(), covered.end(), NamedItem(&scope.plan).id()) != covered.end();
}

/// Returns what a word stands for on the plan, or the word itself.
json value_of_word(const json& word, const FieldSpec& spec, const Scope& scope) {
  const auto found = spec.plan_values.find(word.get<std::string>());
  if (found == spec.plan_values.end()) return word;
  const json::json_pointer at(found->second);
  if (!scope.plan.contains(at) || scope.plan.at(at).is_null()) return word;
  return scope.plan.at(at);
}

json resolved(const json& value, const FieldSpec& spec, const Scope& scope) {
  if (value.is_string()) return value_of_word(value, spec, scope);
  json out = value;
  if (value.is_object()) {
    for (auto& [name, member] : out.items()) {
      const FieldSpec* inner = spec.member(name);
      if (inner == nullptr) continue;
      member = is_for_plan(member, scope) ? resolved(member, *inner, scope) : json();
    }
  }
  if (value.is_array() && spec.items != nullptr) {
    out = json::array();
    for (const json& item : value) {
      if (is_for_plan(item, scope)) out.push_back(resolved(item, *spec.items, scope));
    }
  }
  return out;
}

}  // namespace

json resolved_rule(const json& rule, const FieldSpec& spec, const json& policy, const json& plan) {
  return plan.is_null() ? rule : resolved(rule, spec, {policy, plan});
}

}  // namespace simrules
