#include "diff/effects/terms.h"

#include <string>

namespace simrules {
namespace {

using nlohmann::json;

struct Filter {
  const Subscriber& subscriber;
  const PolicySide& side;

  bool keeps(const json& value, const FieldSpec& spec) const {
    if (is_axis(spec.scope) || spec.area != Area::kSubstance) return false;
    return !value.is_object() || Scoped{&value, &spec, &side.places}.is_for(subscriber);
  }

  json object(const json& value, const FieldSpec& spec) const {
    json kept = json::object();
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* known = spec.member(name);
      if (known != nullptr && keeps(member, *known)) kept[name] = terms(member, *known);
    }
    return kept;
  }

  json list(const json& value, const FieldSpec& spec) const {
    json kept = json::array();
    for (const json& item : value) {
      if (keeps(item, *spec.items)) kept.push_back(terms(item, *spec.items));
    }
    return kept;
  }

  /// Returns what a word that stands for a value of each plan comes to for the subscriber's.
  json word(const json& value, const FieldSpec& spec) const {
    const auto at = spec.plan_values.find(value.get_ref<const std::string&>());
    if (at == spec.plan_values.end()) return value;
    const json& plan = side.policy.find_plan(subscriber.on(Axis::kPlan)).raw();
    const json::json_pointer pointer(at->second);
    return plan.is_object() && plan.contains(pointer) ? plan.at(pointer) : value;
  }

  json terms(const json& value, const FieldSpec& spec) const {
    if (value.is_object() && !spec.is_quantity() && !spec.properties.empty())
      return object(value, spec);
    if (value.is_array() && spec.is_keyed_list()) return list(value, spec);
    return value.is_string() ? word(value, spec) : value;
  }
};

}  // namespace

json terms_for(const Rule& rule, const Subscriber& subscriber, const PolicySide& side) {
  const FieldSpec& spec = *rule_spec(side.spec, rule.topic);
  json terms = Filter{subscriber, side}.object(rule.raw(), spec);
  terms.erase(side.spec.member(rule.topic)->key);
  return terms;
}

bool is_known(const Rule& rule, const FieldSpec& policy) {
  const FieldSpec* verdict = rule_spec(policy, rule.topic)->member("verdict");
  return verdict == nullptr || !verdict->is_unknown(rule.verdict());
}

}  // namespace simrules
