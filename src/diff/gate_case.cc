#include "diff/gate_case.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/pairing.h"

namespace simrules {
namespace {

using nlohmann::json;

/// An item of one of the policy's lists that is no rule: a zone, a plan.
struct SharedItem {
  std::string list;
  std::string key;
};

/// Tells whether a value names an item; the word above every list names them all.
bool names(const FieldSpec& spec, const json& value, const SharedItem& item) {
  if (spec.refers == item.list) {
    if (value.is_array()) return std::find(value.begin(), value.end(), item.key) != value.end();
    return value == item.key || (!spec.most.empty() && value == spec.most);
  }
  bool found = false;
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* known = spec.member(name);
      found = found || (known != nullptr && names(*known, member, item));
    }
  } else if (value.is_array() && spec.items != nullptr) {
    for (const json& each : value) found = found || names(*spec.items, each, item);
  }
  return found;
}

/// Adds what changed beside the rules: a section that belongs to a topic is part of the rules that
/// name its items; anything else may be why a rule was looked at again.
void add_surroundings(const std::vector<const Change*>& beside,
                      const FieldSpec& fields,
                      RuleCase& rule) {
  const FieldSpec* section = fields.member(rule.name.topic);
  if (rule.head == nullptr || section == nullptr || section->items == nullptr) return;
  for (const Change* change : beside) {
    const std::vector<std::string> tokens = pointer_split(change->pointer);
    const bool is_item = tokens.size() > 1;
    if (is_item && !names(*section->items, *rule.head->value, {tokens[0], tokens[1]})) continue;
    rule.is_affected = true;
    if (is_item && !change->topic.empty()) rule.changes.push_back(change);
  }
}

const Rule* find_rule(const Policy* policy, const Rule& wanted) {
  if (policy == nullptr) return nullptr;
  for (const Rule& rule : policy->rules) {
    if (rule.topic == wanted.topic && rule.id == wanted.id) return &rule;
  }
  return nullptr;
}

std::vector<RuleCase> cases_of(const PolicyMatch& match) {
  std::vector<RuleCase> cases;
  for (const Rule& head : match.head->rules) {
    cases.push_back({{match.head->id, head.topic, head.id},
                     match.base,
                     match.head,
                     find_rule(match.base, head),
                     &head});
  }
  if (match.base == nullptr) return cases;
  for (const Rule& base : match.base->rules) {
    if (find_rule(match.head, base) != nullptr) continue;
    cases.push_back(
        {{match.head->id, base.topic, base.id}, match.base, match.head, &base, nullptr});
  }
  return cases;
}

void finish(RuleCase& rule) {
  std::stable_sort(rule.changes.begin(), rule.changes.end(), [](const Change* a, const Change* b) {
    return a->impact < b->impact;
  });
  std::vector<Impact> impacts;
  for (const Change* change : rule.changes) impacts.push_back(change->impact);
  rule.impact = roll_up(impacts);
  rule.is_affected = rule.is_affected || !rule.changes.empty();
}

}  // namespace

std::vector<RuleCase> rule_cases(const GateInput& input) {
  std::map<RuleName, std::vector<const Change*>> own;
  for (const Change& change : input.changes) {
    if (!is_substance(change)) continue;
    const bool in_rule = !change.rule.empty();
    own[{change.policy, in_rule ? change.topic : "", change.rule}].push_back(&change);
  }
  std::vector<RuleCase> all;
  for (const PolicyMatch& match : match_policies(input.base, input.head)) {
    if (match.head == nullptr) continue;
    for (RuleCase& rule : cases_of(match)) {
      rule.changes = own[rule.name];
      add_surroundings(own[{match.head->id, "", ""}], input.head_fields, rule);
      finish(rule);
      all.push_back(std::move(rule));
    }
  }
  return all;
}

bool is_substance(const Change& change) {
  return change.impact != Impact::kEvidence && change.impact != Impact::kEditorial;
}

bool needs_reason(Impact impact) {
  return impact == Impact::kMoreRestrictive || impact == Impact::kMixed ||
         impact == Impact::kObscured || impact == Impact::kMorePermissive;
}

std::string text_at(const json& value, const std::string& pointer) {
  const json::json_pointer at(pointer);
  const json* found = value.contains(at) ? &value.at(at) : nullptr;
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace simrules
