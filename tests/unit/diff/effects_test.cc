#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/effects/effect.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

json travel_policy() {
  return json::parse(R"({
    "id": "jp/brand",
    "plans": [{"id": "a", "allowance": {"amount": {"value": 20, "unit": "GB"}}},
              {"id": "b", "allowance": {"amount": {"value": 50, "unit": "GB"}}}],
    "zones": [{"id": "europe", "countries": ["DE", "FR"]}, {"id": "asia", "countries": ["KR"]},
              {"id": "world"}],
    "roaming": [
      {"id": "pass", "mechanism": "day_pass", "plans": ["a"], "verdict": "allowed", "zones": ["europe"],
       "limits": [{"id": "cap", "metric": "data", "max": {"value": 3, "unit": "GB"}}],
       "fees": [{"id": "day", "charge": "pass", "price": 980, "currency": "JPY", "tax": "included"}],
       "revision": {"date": "2026-11-01", "cause": "initial"}},
      {"id": "pass-b", "mechanism": "day_pass", "plans": ["b"], "verdict": "not_offered",
       "zones": ["europe"], "revision": {"date": "2026-11-01", "cause": "initial"}}],
    "tethering": [
      {"id": "ban", "mechanism": "hotspot", "plans": ["a"], "verdict": "not_allowed",
       "revision": {"date": "2026-11-01", "cause": "initial"}},
      {"id": "hotspot", "mechanism": "hotspot", "plans": ["b"], "verdict": "allowed",
       "allowance": "plan_allowance", "revision": {"date": "2026-11-01", "cause": "initial"}}]
  })");
}

std::string joined(const Lines& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ",") + word;
  return out;
}

Lines told(const Differences& differences) {
  Lines lines;
  for (const Effect& effect : differences.effects) {
    lines.push_back(std::string(to_string(effect.impact)) + " " + effect.topic + "/" + effect.rule +
                    " [" + joined(effect.group.plans) + "] [" + joined(effect.group.places) + "]");
  }
  return lines;
}

struct EffectCase {
  const char* name;
  const char* edit;
  Lines expected;
};

void expect_effects(const std::vector<EffectCase>& cases) {
  for (const EffectCase& c : cases) {
    const json base = travel_policy();
    const Differences differences = differences_between(base, base.patch(json::parse(c.edit)));
    EXPECT_EQ(told(differences), c.expected) << c.name;
  }
}

TEST(Effects, StandAtTheRuleThatAnswers) {
  expect_effects({
      {"a cap falls",
       R"([{"op": "replace", "path": "/roaming/0/limits/0/max/value", "value": 1}])",
       {"more_restrictive roaming/pass [a] [DE,FR]"}},
      {"a plan moves to the refusal: the refusal is no gain",
       R"([{"op": "replace", "path": "/roaming/0/plans", "value": ["b"]},
           {"op": "replace", "path": "/roaming/1/plans", "value": ["a"]}])",
       {"more_permissive roaming/pass [b] [DE,FR]", "more_restrictive roaming/pass-b [a] [DE,FR]"}},
      {"a ban on every plan beside the permission",
       R"([{"op": "replace", "path": "/tethering/0/plans", "value": ["a", "b"]},
           {"op": "remove", "path": "/tethering/1"}])",
       {"more_restrictive tethering/ban [b] []"}},
      {"a plan's data is the rule's",
       R"([{"op": "replace", "path": "/plans/1/allowance/amount/value", "value": 60}])",
       {"more_permissive / [b] []", "more_permissive tethering/hotspot [b] []"}},
      {"a plan that the carrier launched",
       R"([{"op": "add", "path": "/plans/-", "value":
            {"id": "c", "revision": {"date": "2026-11-20", "cause": "carrier_change"}}}])",
       {"more_permissive / [c] []"}},
      {"a plan that was missing in our data",
       R"([{"op": "add", "path": "/plans/-", "value":
            {"id": "c", "revision": {"date": "2026-11-20", "cause": "correction"}}}])",
       {"clarified / [c] []"}},
      {"better and worse for the same people",
       R"([{"op": "replace", "path": "/roaming/0/limits/0/max/value", "value": 5},
           {"op": "replace", "path": "/roaming/0/fees/0/price", "value": 1480}])",
       {"mixed roaming/pass [a] [DE,FR]"}},
      {"a mechanism mended is neutral beside the rest",
       R"([{"op": "replace", "path": "/roaming/0/mechanism", "value": "bundle"},
           {"op": "replace", "path": "/roaming/0/limits/0/max/value", "value": 1}])",
       {"more_restrictive roaming/pass [a] [DE,FR]", "neutral roaming/pass [a] [DE,FR]"}},
  });
}

/// The schema as it was before it said what tells subscribers apart.
std::unique_ptr<FieldSpec> schema_without_scopes() {
  const std::function<void(json&)> strip = [&](json& node) {
    if (node.is_object()) node.erase("x-scopes");
    if (node.is_structured()) std::for_each(node.begin(), node.end(), strip);
  };
  json schema = policy_schema().schema().value();
  strip(schema);
  return read_field_specs(schema);
}

TEST(Effects, AreThoseOfTheSchemaOfTheHead) {
  const auto older = schema_without_scopes();
  const json base = travel_policy();
  for (const char* edit :
       {"[]",
        R"([{"op": "replace", "path": "/roaming/0/plans", "value": ["a", "b"]},
            {"op": "remove", "path": "/roaming/1"}])",
        R"([{"op": "replace", "path": "/tethering/1/allowance", "value": "unlimited"}])"}) {
    const json head = base.patch(json::parse(edit));
    EXPECT_EQ(told(diff(policy_of(base), *older, policy_of(head), policy_spec())),
              told(differences_between(base, head)))
        << edit;
  }
}

TEST(Effects, FollowPlacesToTheirCountries) {
  expect_effects({
      {"a country leaves the zone",
       R"([{"op": "replace", "path": "/zones/0/countries", "value": ["DE"]}])",
       {"more_restrictive roaming/pass [a] [FR]", "obscured roaming/pass-b [b] [FR]"}},
      {"a country comes",
       R"([{"op": "replace", "path": "/zones/0/countries", "value": ["DE", "FR", "IT"]}])",
       {"more_permissive roaming/pass [a] [IT]", "clarified roaming/pass-b [b] [IT]"}},
      {"a list where there was none is known now, and moves no rule",
       R"([{"op": "add", "path": "/zones/2/countries", "value": ["US"]}])",
       {"clarified roaming/ [] [world]"}},
      {"what has no place holds elsewhere",
       R"([{"op": "add", "path": "/roaming/-", "value":
            {"id": "rest", "mechanism": "day_pass", "plans": ["a"], "verdict": "not_allowed",
             "revision": {"date": "2026-11-20", "cause": "carrier_change"}}}])",
       {"more_restrictive roaming/rest [a] [*]"}},
  });
}

TEST(Effects, SayNothingOfWhatIsOnlyWrittenOtherwise) {
  expect_effects({
      {"a rule split by plan",
       R"([{"op": "replace", "path": "/tethering/0/plans", "value": ["a"]},
           {"op": "add", "path": "/tethering/-", "value":
            {"id": "ban-other", "mechanism": "hotspot", "plans": ["a"], "verdict": "not_allowed"}}])",
       {}},
      {"a rule split by country",
       R"([{"op": "replace", "path": "/zones/0/countries", "value": ["DE"]},
           {"op": "add", "path": "/zones/-", "value": {"id": "france", "countries": ["FR"]}},
           {"op": "replace", "path": "/roaming/1/zones", "value": ["europe", "france"]},
           {"op": "replace", "path": "/roaming/0/zones", "value": ["europe", "france"]}])",
       {"clarified roaming/ [] [france]"}},
      {"a plan gets another id",
       R"([{"op": "replace", "path": "/plans/0/id", "value": "a-new"},
           {"op": "replace", "path": "/roaming/0/plans", "value": ["a-new"]},
           {"op": "replace", "path": "/tethering/0/plans", "value": ["a-new"]}])",
       {}},
      {"a limit gets another id",
       R"([{"op": "replace", "path": "/roaming/0/limits/0/id", "value": "fair-use"}])",
       {}},
  });
}

TEST(Effects, RankWhatOthersHadWhateverTheCause) {
  expect_effects({
      {"nobody had the cap",
       R"([{"op": "add", "path": "/tethering/1/limits", "value":
            [{"id": "cap", "metric": "data", "max": {"value": 3, "unit": "GB"}}]}])",
       {"clarified tethering/hotspot [b] []"}},
      {"one plan had it",
       R"([{"op": "add", "path": "/roaming/0/limits/0/plans", "value": ["b"]}])",
       {"more_permissive roaming/pass [a] [DE,FR]"}},
      {"the rule says that there were none",
       R"([{"op": "replace", "path": "/roaming/0/fees", "value": []}])",
       {"more_permissive roaming/pass [a] [DE,FR]"}},
  });
}

TEST(Effects, NameTheFactsThatAreBehindThem) {
  const json base = travel_policy();
  const json head = base.patch(json::parse(
      R"([{"op": "replace", "path": "/roaming/0/plans", "value": ["b"]},
          {"op": "replace", "path": "/roaming/1/plans", "value": ["a"]}])"));
  const Differences differences = differences_between(base, head);
  ASSERT_EQ(differences.changes.size(), 2U);
  for (const Effect& effect : differences.effects) {
    EXPECT_EQ(effect.changes.size(), 2U) << effect.rule;
    EXPECT_EQ(effect.before.size(), effect.after.size());
  }
  EXPECT_EQ(differences.effects[1].before, (json{{"verdict", "allowed"}}));
  EXPECT_EQ(differences.effects[1].after, (json{{"verdict", "not_offered"}}));
}

}  // namespace
}  // namespace simrules
