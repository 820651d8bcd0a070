#include "render/answers/stale_json.h"

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of this output's shape.
constexpr int kStaleVersion = 1;

json rule_json(const Answer& answer) {
  const json& rule = answer.rule->raw();
  return {{"policy", answer.policy->id},
          {"name", member_of(answer.policy->raw(), "name")},
          {"topic", answer.rule->topic},
          {"rule", answer.rule->id},
          {"rule_name", member_of(rule, "name")},
          {"verdict", member_of(rule, field::kVerdict)},
          {"confidence", to_string(answer.rule->confidence)}};
}

json stale_json(const RuleAge& age) {
  json value = rule_json(age.rule);
  value["due"] = to_string(age.due);
  value["age"] = age.age;
  value["source"] = {{"id", member_of(age.source.raw(), "id")},
                     {"publisher", member_of(age.source.raw(), "publisher")},
                     {"url", member_of(age.source.raw(), "url")},
                     {"accessed", member_of(age.source.raw(), "accessed")}};
  return value;
}

json summary_json(const FreshnessReport& report) {
  return {{"rules", report.rules()},
          {"stale", report.stale.size()},
          {"fresh", report.fresh},
          {"unverified", report.unverified.size()},
          {"ended", report.ended}};
}

}  // namespace

std::string stale_as_json(const StaleReport& report) {
  const FreshnessReport& rules = report.rules;
  json value = {{"$schema", "stale.schema.json"},
                {"schema_version", kStaleVersion},
                {"of", origin_json(report.origin)},
                {"as_of", to_string(rules.day)},
                {"older_than", rules.limit.older_than},
                {"stagger", rules.limit.stagger},
                {"next_due", rules.next_due ? json(to_string(*rules.next_due)) : json()},
                {"summary", summary_json(rules)},
                {"stale", json::array()},
                {"unverified", json::array()}};
  for (const RuleAge& age : rules.stale) value["stale"].push_back(stale_json(age));
  for (const Answer& rule : rules.unverified) value["unverified"].push_back(rule_json(rule));
  return json_text(value);
}

}  // namespace simrules
