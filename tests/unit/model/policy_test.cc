#include "model/policy.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace simrules {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

const json kValue = json::parse(R"({
  "name": {"en": "au", "ja": "エーユー"}, "kind": "mno", "lifecycle": "active", "currency": "JPY",
  "countries": ["JP"], "formerly": ["jp/kddi"], "networks": [{"id": "main", "role": "own"}],
  "plans": [{"id": "max", "lifecycle": "ended"}, {"id": "mini"}, {"id": "app"}],
  "transfer": [{
    "id": "gift", "mechanism": "gift_allowance", "verdict": "not_allowed", "plans": "all",
    "except": ["mini"], "lifecycle": "active", "zones": ["asia"],
    "effective": {"announced": "2024", "from": "2024-10", "until": "2025-01-31", "until_word": "unknown"},
    "revision": {"date": "2026-11-22", "cause": "correction", "note": {"en": "It was wrong."}},
    "reasons": [{"kind": "technical"}],
    "evidence": [{"source": "faq", "stance": "supports", "claim": {"en": "No.", "ja": "不可"}},
                 {"source": "press", "stance": "contradicts"}, {"source": "gone"}]}],
  "retired": [{"id": "transfer/loan", "moved_to": "jp/au#transfer/gift", "note": {"en": "Merged."}},
              {"id": "roaming/old"}],
  "sources": [{"id": "faq", "tier": "official", "url": "https://example.com", "accessed": "2026-01-02"},
              {"id": "press", "accessed": "2026-03-04", "published": "2026-02"}]})");

const PolicyView kPolicy(&kValue);

RuleView gift() { return RuleView(&kValue.at("/transfer/0"_json_pointer)); }

TEST(PolicyViews, SayWhatAPolicySays) {
  EXPECT_EQ(kPolicy.name().in("ja"), "エーユー");
  EXPECT_EQ(kPolicy.name().in("zh"), "au");
  EXPECT_EQ(kPolicy.kind(), "mno");
  EXPECT_EQ(kPolicy.currency(), "JPY");
  EXPECT_FALSE(kPolicy.has_ended());
  EXPECT_TRUE(kPolicy.countries().contains("JP"));
  EXPECT_FALSE(kPolicy.countries().contains("US"));
  EXPECT_EQ(kPolicy.networks()[0].role(), "own");
  EXPECT_EQ(kPolicy.formerly().size(), 1U);
  EXPECT_TRUE(kPolicy.find_plan("max").has_ended());
  EXPECT_FALSE(kPolicy.find_plan("none"));
  EXPECT_EQ(kPolicy.find_source("press").published(), "2026-02");
  EXPECT_EQ(newest_day_read(kPolicy), "2026-03-04");
}

TEST(PolicyViews, SayWhichCountriesAreLeft) {
  const json value = json::parse(R"({"countries": ["JP"], "zones": [
      {"id": "near", "countries": ["KR", "TW"]}, {"id": "world", "count": 160},
      {"id": "rest", "all_except": ["near"]}, {"id": "other", "all_except": ["near", "world"]},
      {"id": "all", "all_except": ["gone"]}]})");
  const PolicyView policy(&value);
  const auto has = [&](const char* zone, std::string_view country) {
    const auto countries = countries_of(policy.find_zone(zone), policy);
    return countries && std::ranges::find(*countries, country) != countries->end();
  };
  EXPECT_TRUE(has("near", "KR"));
  EXPECT_TRUE(has("rest", "US"));
  EXPECT_FALSE(has("rest", "KR"));
  EXPECT_FALSE(has("rest", "JP")) << "nobody roams at home";
  EXPECT_TRUE(has("all", "KR")) << "a zone that is not there leaves nothing out";
  EXPECT_FALSE(countries_of(policy.find_zone("world"), policy));
  EXPECT_FALSE(countries_of(policy.find_zone("other"), policy)) << "nobody knows what is left";
}

TEST(PolicyViews, SayWhatARuleSays) {
  const RuleView rule = gift();
  EXPECT_EQ(rule.mechanism(), "gift_allowance");
  EXPECT_EQ(rule.verdict(), "not_allowed");
  EXPECT_EQ(rule.reasons()[0].kind(), "technical");
  EXPECT_EQ(rule.revision().date(), "2026-11-22");
  EXPECT_EQ(rule.revision().cause(), kCorrection);
  EXPECT_EQ(rule.revision().note().in("ja"), "It was wrong.");
  EXPECT_EQ(rule.evidence().size(), 3U);
  EXPECT_EQ(rule.evidence()[0].claim().in("ja"), "不可");
  EXPECT_TRUE(rule.evidence()[1].contradicts());
  EXPECT_EQ(newest_reading(rule.evidence(), kPolicy).id(), "press");
  EXPECT_EQ(rule.raw(), kValue["transfer"][0]);
}

TEST(PolicyViews, GiveTheDatesThatAreDates) {
  const Dates dates = gift().effective();
  EXPECT_EQ(dates.announced(), (PartialDate{2024}));
  EXPECT_EQ(dates.from(), (PartialDate{2024, 10}));
  EXPECT_EQ(dates.until(), (PartialDate{2025, 1, 31}));
  std::string names;
  for (const NamedDate& date : dates.all()) names += std::string(date.name) + ' ';
  EXPECT_EQ(names, "announced from until ");
}

TEST(PolicyViews, TellWhichPlansAreCovered) {
  const auto covered = [](const char* item) {
    const json value = json::parse(item);
    const auto plans = covered_plans(Item(&value), kPolicy);
    return Words(plans.begin(), plans.end());
  };
  EXPECT_EQ(covered(R"({"plans": "all"})"), (Words{"app", "max", "mini"}));
  EXPECT_EQ(covered(R"({"plans": "all", "except": ["mini"]})"), (Words{"app", "max"}));
  EXPECT_EQ(covered(R"({"plans": ["mini", "app", "mini"]})"), (Words{"app", "mini"}));
  EXPECT_EQ(covered(R"({"plans": ["mini"], "except": ["mini"]})"), Words{});
  EXPECT_EQ(covered(R"({})"), (Words{"app", "max", "mini"}));
}

TEST(PolicyViews, FollowWhatIsRetired) {
  const Retired loan = kPolicy.find_retired("transfer", "loan");
  EXPECT_EQ(loan.successor(), (RuleName{"jp/au", "transfer", "gift"}));
  EXPECT_EQ(loan.note().in("en"), "Merged.");
  EXPECT_FALSE(kPolicy.find_retired("roaming", "old").successor());
  EXPECT_FALSE(kPolicy.find_retired("transfer", "old"));
}

TEST(PolicyViews, SayNothingOfWhatIsNotThere) {
  const RuleView nothing;
  EXPECT_FALSE(nothing);
  EXPECT_EQ(nothing.verdict(), "");
  EXPECT_TRUE(nothing.evidence().empty());
  EXPECT_EQ(nothing.effective().from(), std::nullopt);
  EXPECT_TRUE(nothing.effective().all().empty());
  EXPECT_EQ(nothing.name().in("en"), "");
  EXPECT_TRUE(nothing.raw().is_null());
  EXPECT_FALSE(newest_reading(nothing.evidence(), kPolicy));
}

}  // namespace
}  // namespace simrules
