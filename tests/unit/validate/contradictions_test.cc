// Each row sets values of tests/schema/base.yaml so that it contradicts itself, or just does not: two rows for each
// contradiction. A value of null takes out what stands there.

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/base_policy.h"
#include "validate/validate.h"

namespace simrules {
namespace {

using nlohmann::json;

void set(json& policy, const std::string& pointer, const json& value) {
  const json::json_pointer at(pointer);
  if (!value.is_null()) {
    policy[at] = value;
  } else {
    policy.at(at.parent_pointer()).erase(at.back());
  }
}

std::string findings_of(const char* values) {
  DiagnosticList findings;
  Document document = base_policy("policies/jp/base.yaml");
  const json written = json::parse(values);
  for (const auto& [pointer, value] : written.items()) set(document.value, pointer, value);
  SchemaChecker(policy_schema().schema()).check(document, findings);
  const Policy policy = make_policy(std::move(document), "", policy_schema());
  validate(
      {&policy}, {"jp/base", "jp/host"}, policy_schema(), findings, {PartialDate{2026, 12, 31}});
  std::string text;
  for (const Diagnostic& finding : findings.sorted()) {
    text += finding.check + " " + finding.pointer + "\n";
  }
  return text;
}

struct Case {
  const char* name;
  const char* values;
  const char* expected;
};

const Case kCases[] = {
    {"nothing", "{}", ""},
    {"allowed with conditions",
     R"({"/tethering/0/conditions": ["option_required"]})",
     "contradicting-values /tethering/0/conditions\n"},
    {"allowed with a list of no conditions", R"({"/tethering/0/conditions": []})", ""},
    {"a refusal with limits",
     R"({"/tethering/0/verdict": "not_allowed", "/tethering/0/allowance": null,
         "/tethering/0/limits": [{"id": "d", "metric": "devices", "max": 5}]})",
     "contradicting-values /tethering/0/limits\n"},
    {"a product that is not offered with a fee",
     R"({"/tethering/0/verdict": "not_offered", "/tethering/0/allowance": null,
         "/tethering/0/fees": [{"id": "f", "charge": "use", "price": 5, "currency": "JPY",
         "tax": "included", "per": "once"}]})",
     "contradicting-values /tethering/0/fees\n"},
    {"a refusal with recipients",
     R"({"/transfer/0": {"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "not_offered",
         "recipients": "anyone", "evidence": [{"source": "page", "stance": "supports", "claim": {"en": "No."}}],
         "revision": {"date": "2026-11-22", "cause": "initial"}}})",
     "contradicting-values /transfer/0/recipients\n"},
    {"a refusal without any of them",
     R"({"/tethering/0/verdict": "not_allowed", "/tethering/0/allowance": null})",
     ""},
    {"conditions that exclude each other",
     R"({"/transfer/0/conditions": ["postpaid_only", "id_check", "prepaid_only"]})",
     "contradicting-values /transfer/0/conditions/0\n"},
    {"conditions that do not", R"({"/transfer/0/conditions": ["prepaid_only", "id_check"]})", ""},
    {"no identity check beside one",
     R"({"/identity_checks": ["none", "passport"]})",
     "contradicting-values /identity_checks/1\n"},
    {"no identity check", R"({"/identity_checks": ["none"]})", ""},
    {"a balance that can move and cannot",
     R"({"/transfer/0/excluded_balances": ["purchased", "monthly_allowance"]})",
     "contradicting-values /transfer/0/balances/0\n"},
    {"no end known, and an end",
     R"({"/transfer/0/fees/0/waiver": {"kind": "campaign", "price": 0, "end": "none_known",
         "until": "2027-01-31"}})",
     "contradicting-values /transfer/0/fees/0/waiver/until\n"},
    {"an end that is dated",
     R"({"/transfer/0/fees/0/waiver": {"kind": "campaign", "price": 0, "end": "dated",
         "until": "2027-01-31"}})",
     ""},
    {"blocked with a speed",
     R"({"/plans/0/allowance/on_exceed/behavior": "blocked"})",
     "contradicting-values /plans/0/allowance/on_exceed/speed\n"},
    {"billed, at a generation",
     R"({"/plans/0/allowance/on_exceed": {"behavior": "billed", "nominal_speed": "2g"}})",
     "contradicting-values /plans/0/allowance/on_exceed/nominal_speed\n"},
    {"throttled, and help by a top-up",
     R"({"/plans/0/allowance/on_exceed/top_up_restores": true})",
     ""},
    {"a speed where nobody knows what happens",
     R"({"/plans/0/allowance/on_exceed/behavior": "unknown"})",
     ""},
    {"a minimum above the maximum",
     R"({"/transfer/0/amount": {"min": {"value": 2, "unit": "GB"}, "max": {"value": 500, "unit": "MB"}}})",
     "above-its-maximum /transfer/0/amount/min\n"},
    {"a step above the maximum",
     R"({"/transfer/0/amount": {"step": {"value": "1.5", "unit": "GB"}, "max": {"value": 1, "unit": "GB"}}})",
     "above-its-maximum /transfer/0/amount/step\n"},
    {"a minimum that is the maximum",
     R"({"/transfer/0/amount": {"min": {"value": 1, "unit": "GB"}, "max": {"value": 1000, "unit": "MB"}}})",
     ""},
    {"a minimum below a maximum that is a word",
     R"({"/transfer/0/amount": {"min": {"value": 1, "unit": "GB"}, "max": "unlimited"}})",
     ""},
    {"more days than a month has",
     R"({"/transfer/0/limits/0/metric": "days", "/transfer/0/limits/0/max": 32})",
     "above-its-maximum /transfer/0/limits/0/max\n"},
    {"as many days as a month has",
     R"({"/transfer/0/limits/0/metric": "days", "/transfer/0/limits/0/max": 31})",
     ""},
    {"more transfers than a month has days", R"({"/transfer/0/limits/0/max": 50})", ""},
    {"a waiver dearer than its price",
     R"({"/transfer/0/fees/0/waiver": {"kind": "campaign", "price": 551, "end": "none_known"}})",
     "above-its-maximum /transfer/0/fees/0/waiver/price\n"},
    {"a waiver that changes nothing",
     R"({"/transfer/0/fees/0/waiver": {"kind": "campaign", "price": 550, "end": "none_known"}})",
     ""},
    {"more free days than the window has",
     R"({"/transfer/0/fees/0/waiver": {"kind": "plan_benefit", "price": 0, "end": "none_known",
         "free": {"value": 8, "unit": "day"},
         "window": {"length": {"value": 1, "unit": "week"}, "basis": "calendar"}}})",
     "above-its-maximum /transfer/0/fees/0/waiver/free\n"},
    {"a fraction of a yen",
     R"({"/transfer/0/fees/0/price": "550.5"})",
     "too-many-decimals /transfer/0/fees/0/price\n"},
    {"a tenth of a cent",
     R"({"/transfer/0/fees/0/price": "5.505", "/transfer/0/fees/0/currency": "USD"})",
     "too-many-decimals /transfer/0/fees/0/price\n"},
    {"cents, written longer",
     R"({"/transfer/0/fees/0/price": "5.500", "/transfer/0/fees/0/currency": "USD"})",
     ""},
    {"three decimals of a dinar",
     R"({"/transfer/0/fees/0/price": "5.505", "/transfer/0/fees/0/currency": "BHD"})",
     ""},
    {"a fraction of a yen for a kilobyte",
     R"({"/transfer/0/fees/0/price": "0.3", "/transfer/0/fees/0/per": {"value": 1, "unit": "KB"}})",
     ""},
    {"a fraction of a yen for a month",
     R"({"/transfer/0/fees/0/price": "5.5", "/transfer/0/fees/0/per": {"value": 1, "unit": "month"}})",
     "too-many-decimals /transfer/0/fees/0/price\n"},
    {"a fraction of a yen that is waived",
     R"({"/transfer/0/fees/0/waiver": {"kind": "campaign", "price": "0.5", "end": "none_known"}})",
     "too-many-decimals /transfer/0/fees/0/waiver/price\n"},
    {"a maximum of nothing",
     R"({"/transfer/0/limits/0/max": 0})",
     "too-small /transfer/0/limits/0/max\n"},
    {"a maximum of no data",
     R"({"/transfer/0/amount": {"max": {"value": "0.0", "unit": "GB"}}})",
     "wrong-pattern /transfer/0/amount/max/value\n"},
    {"half past midnight of the day before",
     R"({"/transfer/0/limits/0/hours": {"from": "23:00", "until": "24:30"}})",
     "wrong-pattern /transfer/0/limits/0/hours/until\n"},
    {"midnight", R"({"/transfer/0/limits/0/hours": {"from": "23:00", "until": "24:00"}})", ""},
    {"ended without an end",
     R"({"/plans/2/lifecycle": "ended"})",
     "incomplete-terms /plans/2/lifecycle\n"},
    {"ended with its end",
     R"({"/plans/2/lifecycle": "ended", "/plans/2/effective": {"until": "2025"}})",
     ""},
    {"conditional, and nothing that says which",
     R"({"/tethering/0": {"id": "hotspot", "mechanism": "hotspot", "plans": "all", "verdict": "conditional",
         "fees": [], "evidence": [{"source": "page", "stance": "supports", "claim": {"en": "Maybe."}}],
         "revision": {"date": "2026-11-22", "cause": "initial"}}})",
     "incomplete-terms /tethering/0/verdict\n"},
    {"conditional for some plans",
     R"({"/tethering/0": {"id": "hotspot", "mechanism": "hotspot", "plans": ["max"], "verdict": "conditional",
         "evidence": [{"source": "page", "stance": "supports", "claim": {"en": "Maybe."}}],
         "revision": {"date": "2026-11-22", "cause": "initial"}}})",
     ""},
    {"active after its end",
     R"({"/effective": {"until": "2026-03-31"}})",
     "active-after-end /lifecycle\n"},
    {"silent after its end",
     R"({"/lifecycle": null, "/effective": {"until": "2026-03-31"}})",
     "active-after-end /effective/until\n"},
    {"a plan that is silent after its end",
     R"({"/plans/2/lifecycle": null, "/plans/2/effective": {"until": "2025"}})",
     ""},
    {"closed to new customers after its end",
     R"({"/plans/2/effective": {"until": "2025"}})",
     "active-after-end /plans/2/lifecycle\n"},
    {"active on its last day", R"({"/effective": {"until": "2026-12-31"}})", ""},
    {"active in the year of its end", R"({"/effective": {"until": "2026"}})", ""},
    {"ended after its end",
     R"({"/lifecycle": "ended", "/effective": {"until": "2026-03-31"}})",
     ""},
};

TEST(Contradictions, AreFoundAndOnlyThese) {
  for (const Case& row : kCases) EXPECT_EQ(findings_of(row.values), row.expected) << row.name;
}

/// Adds a second pass to the rules, which differs from the first one as said.
std::string passes(const char* values) {
  json pass = json::parse(
      R"({"id": "second", "mechanism": "day_pass", "plans": ["basic"], "verdict": "unknown",
      "services": ["data"], "zones": ["nearby"], "period": {"length": {"value": 24, "unit": "hour"},
      "basis": "from_activation"}, "allowance": "plan_allowance",
      "revision": {"date": "2026-11-22", "cause": "initial"}})");
  pass.merge_patch(json::parse(values));
  return findings_of(json({{"/roaming/1", pass}}).dump().c_str());
}

TEST(Products, AreToldApartByWhatTheSchemaDeclares) {
  const std::string same = "overlapping-rules /roaming/1/plans\n";
  EXPECT_EQ(passes("{}"), same);
  EXPECT_EQ(passes(R"({"period": {"length": {"value": 10, "unit": "day"}}})"), "");
  EXPECT_EQ(passes(R"({"period": {"length": {"value": 1, "unit": "day"}}})"), same);
  EXPECT_EQ(passes(R"({"allowance": {"value": 3, "unit": "GB"}})"), "");
  EXPECT_EQ(passes(R"({"allowance": "unknown"})"), same);
  EXPECT_EQ(passes(R"({"period": null, "allowance": null})"), same);
  EXPECT_EQ(passes(R"({"services": ["voice"]})"), "");
  EXPECT_EQ(passes(R"({"name": {"en": "Another"}})"), same);
}

}  // namespace
}  // namespace simrules
