#include "gate/moved.h"

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "diff/diff.h"
#include "schema/spec/find_field.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns a policy whose only rule is one that stands in it, or would.
Policy with_rule(const Policy& home, const std::string& topic, json rule, const FieldSpec& fields) {
  json value = home.raw();
  const std::vector<std::string> topics = topics_of(fields);
  for (const std::string& name : topics) value[name] = json::array();
  value[topic].push_back(std::move(rule));
  return make_policy(std::move(value), home.path, home.sha256, topics);
}

/// Returns a rule as it would stand in place of another: by its id, and for those whom that is for.
json in_place_of(const Rule& successor, const Rule& gone, const FieldSpec& rule) {
  json value = gone.raw();
  for (const auto& [name, field] : rule.properties) {
    if (field->refers.empty() && field->scope == Scope::kNone) continue;
    value.erase(name);
    if (const json* named = find_member(successor.raw(), name)) value[name] = *named;
  }
  value["id"] = successor.id;
  return value;
}

}  // namespace

Impact impact_of_move(const RuleCase& gone, const Tombstone& tombstone, const GateInput& input) {
  const bool is_elsewhere = tombstone.successor != nullptr && id_by_now(gone, input).empty();
  if (!is_elsewhere || tombstone.successor->topic != gone.name.topic) return Impact::kNeutral;
  const FieldSpec& fields = input.head_schema.root();
  const Rule& successor = *tombstone.successor;
  const FieldSpec* rule = rule_spec(fields, successor.topic);
  if (rule == nullptr) return Impact::kNeutral;
  const Policy& home = *tombstone.home;
  const Policy before =
      with_rule(home, successor.topic, in_place_of(successor, *gone.base, *rule), fields);
  const Policy after = with_rule(home, successor.topic, successor.raw(), fields);
  std::vector<Impact> impacts;
  for (const Effect& effect : diff(before, fields, after, fields).effects) {
    if (!effect.is_past) impacts.push_back(effect.impact);
  }
  return roll_up(impacts);
}

}  // namespace simrules
