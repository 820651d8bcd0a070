#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What Japanese carriers did to their rules, and what each must be told as.
/// Shape: `base` and `head` are JSON Merge Patches, one on the sample policy and one on the base.
struct RealChange {
  const char* name;
  const char* base;
  const char* head;
  std::vector<std::string> expected;
};

const RealChange kRealChanges[] = {
    {"C1: SoftBank raises the fee in the shop alone",
     R"({"transfer": [{"id": "reissue", "fees": [
          {"id": "shop", "price": 3300, "currency": "JPY", "tax": "included", "per": "reissue"},
          {"id": "web", "price": 0, "currency": "JPY", "tax": "included", "per": "reissue"}]}]})",
     R"({"transfer": [{"id": "reissue", "fees": [
          {"id": "shop", "price": 3850, "currency": "JPY", "tax": "included", "per": "reissue"},
          {"id": "web", "price": 0, "currency": "JPY", "tax": "included", "per": "reissue"}]}]})",
     {"/transfer/reissue/fees/shop/price transfer-price-increased more_restrictive"}},
    {"C2: a list price online, waived for now",
     R"({"transfer": [{"id": "reissue", "fees": [
          {"id": "web", "price": 0, "currency": "JPY", "tax": "included", "per": "reissue"}]}]})",
     R"({"transfer": [{"id": "reissue", "fees": [
          {"id": "web", "price": 3850, "currency": "JPY", "tax": "included", "per": "reissue",
           "waiver": {"kind": "for_the_time_being", "price": 0, "end": "none_known"}}]}]})",
     {"/transfer/reissue/fees/web/price transfer-price-changed neutral",
      "/transfer/reissue/fees/web/waiver transfer-waiver-introduced neutral"}},
    {"C3: the waiver becomes the price, and plastic costs",
     R"({"transfer": [{"id": "reissue", "fees": [
          {"id": "web", "price": 3850, "currency": "JPY", "tax": "included", "per": "reissue",
           "waiver": {"kind": "for_the_time_being", "price": 0, "end": "none_known"}}]}]})",
     R"({"transfer": [{"id": "reissue", "fees": [
          {"id": "web", "price": 0, "currency": "JPY", "tax": "included", "per": "reissue"},
          {"id": "web-plastic", "price": 1100, "currency": "JPY", "tax": "included",
           "per": "reissue"}], "revision": {"date": "2026-01-21", "cause": "carrier_change"}}]})",
     {"/transfer/reissue/fees/web-plastic transfer-fees-introduced more_restrictive",
      "/transfer/reissue/fees/web/price transfer-price-changed neutral",
      "/transfer/reissue/fees/web/waiver transfer-waiver-removed neutral",
      "/transfer/reissue/revision transfer-revision-introduced editorial"}},
    {"C5: docomo suspends reissue online",
     R"({"transfer": [{"id": "reissue", "channels": ["web", "store"]}]})",
     R"({"transfer": [{"id": "reissue", "channels": ["store"]}]})",
     {"/transfer/reissue/channels transfer-channels-narrowed more_restrictive"}},
    {"C8: povo begins to offer roaming",
     R"({"roaming": [{"id": "topping", "verdict": "not_offered"}]})",
     R"({"roaming": [{"id": "topping", "verdict": "allowed"}]})",
     {"/roaming/topping/verdict roaming-verdict-offered more_permissive"}},
    {"a product comes with its terms",
     R"({"roaming": [{"id": "topping", "verdict": "not_offered", "fees": []}]})",
     R"({"roaming": [{"id": "topping", "verdict": "conditional",
          "conditions": ["activation_each_use"], "fees": [{"id": "day", "price": 980}]}]})",
     {"/roaming/topping/conditions roaming-conditions-clarified clarified",
      "/roaming/topping/fees/day roaming-fees-introduced clarified",
      "/roaming/topping/verdict roaming-verdict-offered more_permissive"}},
    {"what is learnt about a rule restricts nobody",
     R"({"roaming": [{"id": "topping", "verdict": "unknown"}]})",
     R"({"roaming": [{"id": "topping", "verdict": "conditional",
          "conditions": ["activation_each_use"]}]})",
     {"/roaming/topping/conditions roaming-conditions-clarified clarified",
      "/roaming/topping/verdict roaming-verdict-clarified clarified"}},
    {"a product goes with its terms",
     R"({"roaming": [{"id": "topping", "verdict": "conditional",
          "conditions": ["activation_each_use"]}]})",
     R"({"roaming": [{"id": "topping", "verdict": "not_offered"}]})",
     {"/roaming/topping/conditions roaming-conditions-obscured obscured",
      "/roaming/topping/verdict roaming-verdict-withdrawn more_restrictive"}},
    {"C9: a free flat rate now costs some plans, on application",
     R"({"roaming": [{"id": "america", "fees": []}]})",
     R"({"roaming": [{"id": "america", "conditions": ["application_required"], "fees": [
          {"id": "monthly", "price": 980, "currency": "JPY", "tax": "excluded", "per": "line",
           "plans": ["small"]}]}]})",
     {"/roaming/america/conditions roaming-conditions-lengthened more_restrictive",
      "/roaming/america/fees/monthly roaming-fees-introduced more_restrictive"}},
    {"C11: free on new plans, the old fee stays",
     R"({"tethering": [{"id": "hotspot", "verdict": "allowed", "plans": ["small"], "fees": [
          {"id": "old", "price": 550, "plans": ["small"]}]}]})",
     R"({"tethering": [{"id": "hotspot", "verdict": "allowed", "plans": ["small", "large"], "fees": [
          {"id": "old", "price": 550, "plans": ["small"]}]}]})",
     {"/tethering/hotspot/plans tethering-plans-widened more_permissive"}},
    {"C13: a cap raised to what sources dispute",
     R"({"tethering": [{"id": "hotspot", "limits": [{"id": "cap", "metric": "data",
          "max": {"value": 20, "unit": "GB"}}],
          "evidence": [{"source": "page", "stance": "supports"}]}]})",
     R"({"tethering": [{"id": "hotspot", "limits": [{"id": "cap", "metric": "data",
          "max": {"value": 60, "unit": "GB"}}],
          "evidence": [{"source": "page", "stance": "supports"},
                       {"source": "blog", "stance": "contradicts"}]}]})",
     {"/tethering/hotspot/confidence tethering-confidence-changed evidence",
      "/tethering/hotspot/evidence/blog tethering-evidence-introduced evidence",
      "/tethering/hotspot/limits/cap/max tethering-cap-increased more_permissive"}},
    {"C14: Share Pack takes no new members and still holds",
     R"({"transfer": [{"id": "share-pack", "verdict": "conditional"}]})",
     R"({"transfer": [{"id": "share-pack", "verdict": "conditional",
                       "lifecycle": "closed_to_new"}]})",
     {"/transfer/share-pack/lifecycle transfer-lifecycle-closed more_restrictive"}},
    {"C15: World Giga, renamed at the same terms",
     R"({"roaming": [{"id": "world", "name": {"en": "Kaigai Pake-hodai"}}]})",
     R"({"roaming": [{"id": "world", "name": {"en": "Sekai Giga-shihodai"}}]})",
     {"/roaming/world/name/en roaming-name-reworded editorial"}},
    {"C18: the day pass holds more",
     R"({"roaming": [{"id": "pass", "fees": [
          {"id": "day", "price": 980, "data": {"value": 1, "unit": "GB"}}]}]})",
     R"({"roaming": [{"id": "pass", "fees": [
          {"id": "day", "price": 980, "data": {"value": 3, "unit": "GB"}}]}]})",
     {"/roaming/pass/fees/day/data roaming-data-increased more_permissive"}},
    {"C19: a pass on the plan's data becomes an unlimited one at a higher price",
     R"({"roaming": [{"id": "day", "plans": "all", "allowance": "plan_allowance",
          "fees": [{"id": "day", "price": 980, "per": {"value": 24, "unit": "hour"}}]}]})",
     R"({"roaming": [{"id": "day", "plans": "all", "allowance": "unlimited",
          "fees": [{"id": "day", "price": 1200, "per": {"value": 1, "unit": "day"}}]}]})",
     {"/roaming/day/allowance roaming-allowance-changed more_permissive",
      "/roaming/day/fees/day/per roaming-per-changed neutral",
      "/roaming/day/fees/day/price roaming-price-increased more_restrictive"}},
    {"C20: old plans close, new ones come",
     R"({"plans": [{"id": "eximo", "name": {"en": "eximo"}}], "tethering": []})",
     R"({"plans": [{"id": "eximo", "name": {"en": "eximo"}, "lifecycle": "closed_to_new"},
                   {"id": "max", "name": {"en": "MAX"}}]})",
     {"/plans/eximo/lifecycle policy-lifecycle-closed more_restrictive",
      "/plans/max policy-plans-introduced clarified"}},
    {"C21: half the data at the lower price",
     R"({"roaming": [{"id": "flat", "fees": [
          {"id": "low", "price": 1980, "until_data": {"value": 25, "unit": "MB"}}]}]})",
     R"({"roaming": [{"id": "flat", "fees": [
          {"id": "low", "price": 1980, "until_data": {"value": "12.5", "unit": "MB"}}]}]})",
     {"/roaming/flat/fees/low/until_data roaming-until-data-decreased more_restrictive"}},
};

TEST(RealChanges, AreToldAsWhatTheyAre) {
  for (const RealChange& change : kRealChanges) {
    json base = sample_policy();
    base.merge_patch(json::parse(change.base));
    json head = base;
    head.merge_patch(json::parse(change.head));
    std::vector<std::string> told;
    for (const Change& found : changes_between(base, head)) {
      told.push_back(found.pointer + " " + found.id + " " + to_string(found.impact));
    }
    EXPECT_EQ(told, change.expected) << change.name;
  }
}

}  // namespace
}  // namespace simrules
