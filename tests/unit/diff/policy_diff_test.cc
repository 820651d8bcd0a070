#include "diff/compare/policy_diff.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

json patched(const json& value, const std::string& patch) {
  return value.patch(json::parse(patch));
}

std::vector<std::string> told(const std::vector<Change>& changes) {
  std::vector<std::string> lines;
  for (const Change& change : changes) {
    lines.push_back(change.pointer + " " + change.id + " " + to_string(change.impact));
  }
  return lines;
}

struct DiffCase {
  const char* name;
  const char* base;
  const char* head;
  std::vector<std::string> expected;
};

void expect_told(const std::vector<DiffCase>& cases) {
  for (const DiffCase& c : cases) {
    const json base = patched(sample_policy(), c.base);
    EXPECT_EQ(told(changes_between(base, patched(base, c.head))), c.expected) << c.name;
  }
}

TEST(DiffPolicy, RanksFieldsOfARule) {
  expect_told({
      {"recipients narrowed",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/recipients", "value": "own_lines"}])",
       {"/transfer/data-gift/recipients transfer-recipients-narrowed more_restrictive"}},
      {"verdict tightened",
       "[]",
       R"([{"op": "replace", "path": "/tethering/0/verdict", "value": "not_allowed"}])",
       {"/tethering/hotspot/verdict tethering-verdict-forbidden more_restrictive"}},
      {"a limit raised, in another unit",
       "[]",
       R"([{"op": "replace", "path": "/roaming/0/limits/0/max",
            "value": {"value": 5000, "unit": "MB"}}])",
       {"/roaming/pass/limits/daily/max roaming-cap-increased more_permissive"}},
      {"throttled harder",
       "[]",
       R"([{"op": "replace", "path": "/roaming/0/limits/0/on_exceed/speed",
            "value": {"value": 128, "unit": "kbit/s"}}])",
       {"/roaming/pass/limits/daily/on_exceed/speed roaming-speed-decreased more_restrictive"}},
      {"a condition dropped",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/conditions", "value": ["option_required"]}])",
       {"/transfer/data-gift/conditions transfer-conditions-shortened more_permissive"}},
      {"every condition dropped",
       "[]",
       R"([{"op": "remove", "path": "/transfer/0/conditions"}])",
       {"/transfer/data-gift/conditions transfer-conditions-shortened more_permissive"}},
      {"one plan for another",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/plans", "value": ["large"]}])",
       {"/transfer/data-gift/plans transfer-plans-changed mixed"}},
      {"a value taken away is obscured",
       "[]",
       R"([{"op": "remove", "path": "/transfer/0/recipients"}])",
       {"/transfer/data-gift/recipients transfer-recipients-obscured obscured"}},
      {"a limit added beside the others",
       "[]",
       R"([{"op": "add", "path": "/roaming/0/limits/0",
            "value": {"id": "monthly", "metric": "days", "max": 15}}])",
       {"/roaming/pass/limits/monthly roaming-limits-introduced clarified"}},
      {"the first limits that we know of",
       "[]",
       R"([{"op": "add", "path": "/tethering/0/limits", "value": []}])",
       {"/tethering/hotspot/limits tethering-limits-clarified clarified"}},
      {"a word becomes an amount: one change",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/amount/max",
            "value": {"value": 10, "unit": "GB"}}])",
       {"/transfer/data-gift/amount/max transfer-max-clarified clarified"}},
  });
}

TEST(DiffPolicy, KeepsEvidenceAndWordingApartFromSubstance) {
  expect_told({
      {"rename only",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/name", "value": {"en": "Gift", "ja": "ギフト"}}])",
       {"/transfer/data-gift/name/en transfer-name-reworded editorial",
        "/transfer/data-gift/name/ja transfer-name-introduced editorial"}},
      {"read again",
       "[]",
       R"([{"op": "replace", "path": "/sources/0/accessed", "value": "2026-12-01"}])",
       {"/sources/page/accessed policy-sources-changed evidence"}},
      {"a title inside evidence is wording",
       "[]",
       R"([{"op": "add", "path": "/sources/0/title", "value": {"en": "Gift"}}])",
       {"/sources/page/title policy-sources-introduced editorial"}},
      {"a dispute moves the confidence",
       "[]",
       R"([{"op": "add", "path": "/transfer/0/evidence/-", "value":
            {"source": "blog", "stance": "contradicts", "claim": {"en": "It is gone."}}}])",
       {"/transfer/data-gift/confidence transfer-confidence-changed evidence",
        "/transfer/data-gift/evidence/blog transfer-evidence-introduced evidence"}},
  });
}

TEST(DiffPolicy, NeedsTheSiblingsThatAnOrderDependsOn) {
  expect_told({
      {"list price raised",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/fees/0/price", "value": 4950}])",
       {"/transfer/data-gift/fees/shop/price transfer-price-increased more_restrictive"}},
      {"another tax basis is no rise",
       R"([{"op": "replace", "path": "/transfer/0/fees/0/price", "value": 500},
           {"op": "replace", "path": "/transfer/0/fees/0/tax", "value": "excluded"}])",
       R"([{"op": "replace", "path": "/transfer/0/fees/0/price", "value": 550},
           {"op": "replace", "path": "/transfer/0/fees/0/tax", "value": "included"}])",
       {"/transfer/data-gift/fees/shop/price transfer-price-changed neutral",
        "/transfer/data-gift/fees/shop/tax transfer-tax-changed neutral"}},
      {"a list price that is waived is no rise",
       R"([{"op": "replace", "path": "/transfer/0/fees/0/price", "value": 0}])",
       R"([{"op": "replace", "path": "/transfer/0/fees/0/price", "value": 3850},
           {"op": "add", "path": "/transfer/0/fees/0/waiver", "value":
            {"kind": "for_the_time_being", "price": 0, "end": "none_known"}}])",
       {"/transfer/data-gift/fees/shop/price transfer-price-changed neutral",
        "/transfer/data-gift/fees/shop/waiver transfer-waiver-introduced neutral"}},
      {"a waiver at the same list price",
       "[]",
       R"([{"op": "add", "path": "/transfer/0/fees/0/waiver", "value":
            {"kind": "for_the_time_being", "price": 0, "end": "none_known"}}])",
       {"/transfer/data-gift/fees/shop/waiver transfer-waiver-introduced more_permissive"}},
      {"another window",
       "[]",
       R"([{"op": "replace", "path": "/roaming/0/limits/0/max", "value": {"value": 9, "unit": "GB"}},
           {"op": "replace", "path": "/roaming/0/limits/0/window/length/unit", "value": "week"}])",
       {"/roaming/pass/limits/daily/max roaming-cap-changed neutral",
        "/roaming/pass/limits/daily/window/length roaming-length-changed neutral"}},
  });
}

TEST(DiffPolicy, ReadsWhatAbsenceStatesLikeAbsence) {
  const char* refused =
      R"([{"op": "replace", "path": "/transfer/0/verdict", "value": "not_allowed"},
      {"op": "replace", "path": "/transfer/0/conditions", "value": []}])";
  const char* refused_and_active =
      R"([{"op": "replace", "path": "/transfer/0/verdict", "value": "not_allowed"},
          {"op": "remove", "path": "/transfer/0/conditions"},
          {"op": "add", "path": "/transfer/0/lifecycle", "value": "active"}])";
  const char* restrict = R"([{"op": "add", "path": "/transfer/0/lifecycle", "value": "ended"},
      {"op": "add", "path": "/transfer/0/conditions", "value": ["option_required"]}])";
  const std::vector<std::string> expected = {
      "/transfer/data-gift/conditions transfer-conditions-clarified clarified",
      "/transfer/data-gift/lifecycle transfer-lifecycle-ended more_permissive"};
  expect_told({{"left out", refused, restrict, expected},
               {"written", refused_and_active, restrict, expected}});
}

TEST(DiffPolicy, SaysWhyAPairHasNoOrder) {
  const json base = sample_policy();
  const json head = patched(base, R"([
      {"op": "replace", "path": "/transfer/0/fees/0/price", "value": 3500},
      {"op": "replace", "path": "/transfer/0/fees/0/tax", "value": "excluded"},
      {"op": "replace", "path": "/transfer/0/amount/step/value", "value": 100}])");
  std::map<std::string, std::vector<std::string>> reasons;
  for (const Change& change : changes_between(base, head)) reasons[change.id] = change.incomparable;
  EXPECT_EQ(reasons,
            (std::map<std::string, std::vector<std::string>>{
                {"transfer-price-changed", {"tax"}},
                {"transfer-step-decreased", {}},
                {"transfer-tax-changed", {}},
            }));
}

/// Says what an edit does to each rule, and to the policy itself.
std::vector<std::string> effects_told(const json& base, const char* edit) {
  std::vector<std::string> lines;
  for (const Effect& effect : differences_between(base, patched(base, edit)).effects) {
    lines.push_back(effect.topic + "/" + effect.rule + " " + to_string(effect.impact) + " " +
                    effect.before.dump() + " " + effect.after.dump());
  }
  return lines;
}

TEST(DiffPolicy, TellsAPlanEditInEveryRuleThatStandsOnIt) {
  EXPECT_EQ(effects_told(
                sample_policy(),
                R"([{"op": "replace", "path": "/plans/0/allowance/amount/value", "value": 30}])"),
            (std::vector<std::string>{
                R"(/ more_permissive {} {})",
                R"(roaming/pass more_permissive {"allowance":{"unit":"GB","value":20}} )"
                R"({"allowance":{"unit":"GB","value":30}})",
                R"(tethering/hotspot more_permissive {"allowance":{"unit":"GB","value":20}} )"
                R"({"allowance":{"unit":"GB","value":30}})"}));
}

TEST(DiffPolicy, LooksOnlyAtThePlansOfTheLimit) {
  const json base = patched(sample_policy(), R"([{"op": "add", "path": "/roaming/0/limits/0/plans",
      "value": ["large"]}, {"op": "replace", "path": "/roaming/0/limits/0/max",
      "value": "plan_allowance"}, {"op": "remove", "path": "/roaming/0/allowance"},
      {"op": "remove", "path": "/tethering/0/allowance"}])");
  EXPECT_EQ(
      effects_told(
          base,
          R"([{"op": "replace", "path": "/plans/0/allowance/amount", "value": "unlimited"}])"),
      (std::vector<std::string>{R"(/ more_permissive {} {})"}));
}

constexpr const char* kNewRule = R"([{"op": "add", "path": "/transfer/-", "value": {
  "id": "pool", "mechanism": "pool", "plans": "all", "verdict": "$verdict",
  "revision": {"date": "2026-11-20", "cause": "$cause"}}}])";

std::string new_rule(const std::string& verdict, const std::string& cause) {
  std::string patch = kNewRule;
  patch.replace(patch.find("$verdict"), 8, verdict);
  return patch.replace(patch.find("$cause"), 6, cause);
}

TEST(DiffPolicy, RanksANewRuleOnlyWhenTheCarrierMadeIt) {
  struct {
    const char* verdict;
    const char* cause;
    Impact expected;
  } const cases[] = {
      {"allowed", "initial", Impact::kClarified},
      {"allowed", "correction", Impact::kClarified},
      {"allowed", "carrier_change", Impact::kMorePermissive},
      {"not_allowed", "carrier_change", Impact::kMoreRestrictive},
      {"not_offered", "carrier_change", Impact::kClarified},
      {"unknown", "carrier_change", Impact::kNeutral},
      {"unknown", "initial", Impact::kNeutral},
  };
  for (const auto& c : cases) {
    const json head = patched(sample_policy(), new_rule(c.verdict, c.cause));
    const std::vector<Change> changes = changes_between(sample_policy(), head);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].id, "transfer-rule-introduced");
    EXPECT_EQ(changes[0].pointer, "/transfer/pool");
    EXPECT_EQ(changes[0].cause, c.cause);
    EXPECT_EQ(changes[0].impact, c.expected) << c.verdict << ", " << c.cause;
  }
}

TEST(DiffPolicy, AsksWhereARuleHasGone) {
  const char* remove = R"([{"op": "remove", "path": "/transfer/0"}])";
  const char* retire = R"([{"op": "remove", "path": "/transfer/0"}, {"op": "add",
      "path": "/retired", "value": [{"id": "transfer/data-gift", "date": "2026-11-20"}]}])";
  const char* move = R"([{"op": "remove", "path": "/transfer/0"}, {"op": "add",
      "path": "/retired", "value": [{"id": "transfer/data-gift", "date": "2026-11-20",
                                     "moved_to": "jp/brand#transfer/gift"}]}])";
  expect_told({
      {"gone", "[]", remove, {"/transfer/data-gift transfer-rule-removed obscured"}},
      {"gone, but nobody knew it",
       R"([{"op": "replace", "path": "/transfer/0/verdict", "value": "unknown"}])",
       remove,
       {"/transfer/data-gift transfer-rule-removed neutral"}},
      {"retired, and nothing takes its place",
       "[]",
       retire,
       {"/retired/transfer~1data-gift policy-retired-introduced editorial",
        "/transfer/data-gift transfer-rule-removed obscured"}},
      {"moved",
       "[]",
       move,
       {"/retired/transfer~1data-gift policy-retired-introduced editorial",
        "/transfer/data-gift transfer-rule-removed neutral"}},
      {"gone, but it was over",
       R"([{"op": "add", "path": "/transfer/0/lifecycle", "value": "ended"}])",
       remove,
       {"/transfer/data-gift transfer-rule-removed neutral"}},
      {"closed to newcomers is no removal",
       "[]",
       R"([{"op": "add", "path": "/transfer/0/lifecycle", "value": "closed_to_new"}])",
       {"/transfer/data-gift/lifecycle transfer-lifecycle-closed more_restrictive"}},
  });
}

TEST(DiffPolicy, TellsTheCauseOnlyWhenTheRevisionMoved) {
  const json base = sample_policy();
  const json silent = patched(base,
                              R"([{"op": "replace", "path": "/roaming/0/verdict",
      "value": "conditional"}])");
  const Change quiet = changes_between(base, silent).front();
  EXPECT_EQ(quiet.cause, "");
  EXPECT_TRUE(quiet.effective.is_null());
  const json told_why = patched(silent, R"([{"op": "replace", "path": "/roaming/0/revision",
      "value": {"date": "2026-11-21", "cause": "carrier_change"}}])");
  const std::vector<Change> changes = changes_between(base, told_why);
  ASSERT_EQ(told(changes),
            (std::vector<std::string>{
                "/roaming/pass/revision/cause roaming-revision-reworded editorial",
                "/roaming/pass/revision/date roaming-revision-reworded editorial",
                "/roaming/pass/verdict roaming-verdict-tightened more_restrictive"}));
  EXPECT_EQ(changes[2].cause, "carrier_change");
  EXPECT_EQ(changes[2].effective, json::parse(R"({"from": "2024-10-01"})"));
}

TEST(DiffPolicy, DescribesWhereAChangeStands) {
  const json base = sample_policy();
  const json head = patched(base, R"([
      {"op": "replace", "path": "/transfer/0/recipients", "value": "anyone"},
      {"op": "replace", "path": "/roaming/0/limits/0/metric", "value": "use"},
      {"op": "add", "path": "/plans/0/payment", "value": "prepaid"},
      {"op": "replace", "path": "/kind", "value": "mvno"}])");
  const std::vector<Change> changes = changes_between(base, head);
  ASSERT_EQ(changes.size(), 4U);
  EXPECT_EQ(changes[0].label, "kind");
  EXPECT_EQ(changes[0].id, "policy-kind-changed");
  EXPECT_EQ(changes[0].topic, "");
  EXPECT_EQ(changes[1].label, "plan Small: payment");
  EXPECT_EQ(changes[1].kind, ChangeKind::kAdded);
  EXPECT_EQ(changes[2].label, "pass: limit daily, metric");
  EXPECT_EQ(changes[3].label, "Data Gift: recipients");
  EXPECT_EQ(changes[3].topic, "transfer");
  EXPECT_EQ(changes[3].rule, "data-gift");
  EXPECT_EQ(changes[3].evidence, std::vector<std::string>{"page"});
  EXPECT_EQ(changes[3].head->path, "dataset.json");
  EXPECT_EQ(changes[3].head->line, 0);
  EXPECT_EQ(changes[3].fingerprint, fingerprint(changes[3]));
  EXPECT_EQ(changes[3].fingerprint.size(), 12U);
}

TEST(DiffPolicy, RecordsAFieldThatTheBasesSchemaDidNotKnow) {
  const auto spec = [](const char* text) { return read_field_specs(json::parse(text)); };
  const auto base_spec = spec(R"({"properties": {"a": {"x-better": "none"}}})");
  const auto head_spec = spec(R"({"properties": {
      "a": {"x-better": "none"}, "b": {"enum": ["low", "high"], "x-better": "later"}}})");
  const Policy base = policy_of({{"a", "x"}});
  const Policy head = policy_of({{"a", "x"}, {"b", "high"}});
  const std::vector<Change> there = changes_between(base, *base_spec, head, *head_spec);
  ASSERT_EQ(told(there), std::vector<std::string>{"/b policy-b-recorded neutral"});
  EXPECT_EQ(there[0].kind, ChangeKind::kRecorded);
  const std::vector<Change> back = changes_between(head, *head_spec, base, *base_spec);
  EXPECT_EQ(told(back), std::vector<std::string>{"/b policy-b-unrecorded obscured"});
}

}  // namespace
}  // namespace simrules
