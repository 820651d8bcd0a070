#include "diff/days.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

/// A brand that replaces its pass, gains a day pass with a fee waived for a while, and loses a zone.
json dated_policy() {
  return json::parse(R"({
    "id": "jp/brand", "plans": [{"id": "basic"}],
    "zones": [
      {"id": "old", "countries": ["GB"], "since": "2020", "effective": {"until": "2025-12-31"}},
      {"id": "new", "countries": ["MD"], "since": "2026-01-01",
       "effective": {"announced": "2025-12-01", "from": "2026-01-01"}}],
    "roaming": [
      {"id": "pass", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
       "since": "2020",
       "effective": {"until": "2024-10-28"}, "revision": {"date": "2026-11-22", "cause": "initial"}},
      {"id": "better-pass", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
       "since": "2024-10-29",
       "effective": {"from": "2024-10-29"}, "revision": {"date": "2026-11-22", "cause": "initial"}},
      {"id": "use", "mechanism": "pay_per_use", "plans": "all", "verdict": "conditional",
       "fees": [{"id": "day", "price": 980,
                 "waiver": {"kind": "campaign", "price": 0, "end": "dated", "until": "2026-02-28"}}],
       "effective": {"announced": "2025-12-01", "from": "2026-01-01"}, "since": "2026-01-01",
       "revision": {"date": "2026-11-22", "cause": "initial"}}]
  })");
}

Catalog catalog() {
  std::vector<Policy> policies;
  policies.push_back(make_policy(dated_policy(), "dataset.json", "", policy_schema().topics()));
  return Catalog(std::move(policies));
}

DatedChanges between(const std::string& days) {
  const Catalog policies = catalog();
  return diff_days(policies, policies, policy_schema(), *parse_period(days));
}

Lines told(const Differences& differences) {
  Lines lines;
  for (const Change& change : differences.changes) {
    lines.push_back(change.pointer + " " + change.id + " " + to_string(change.impact) + " " +
                    change.cause);
  }
  return lines;
}

TEST(DiffDays, TellsWhatHoldsAndDidNotBefore) {
  const DatedChanges year = between("2025-12-31..2026-01-01");
  EXPECT_EQ(told(year.effective),
            (Lines{"/roaming/use roaming-rule-introduced more_permissive carrier_change",
                   "/zones/new roaming-zones-introduced clarified carrier_change",
                   "/zones/old roaming-zones-removed obscured carrier_change"}));
  EXPECT_EQ(year.effective.changes[0].effective,
            json::parse(R"({"announced": "2025-12-01", "from": "2026-01-01"})"));
  EXPECT_TRUE(year.announced.changes.empty());
}

TEST(DiffDays, KeepsApartWhatIsOnlyAnnounced) {
  const DatedChanges december = between("2025-11-30..2025-12-01");
  EXPECT_TRUE(december.effective.changes.empty());
  EXPECT_EQ(told(december.announced),
            (Lines{"/roaming/use roaming-rule-introduced more_permissive carrier_change",
                   "/zones/new roaming-zones-introduced clarified carrier_change"}));
  EXPECT_TRUE(between("2025-12-01..2025-12-02").announced.changes.empty())
      << "it was announced before";
}

TEST(DiffDays, RanksNothingWhereOneRuleFollowsAnother) {
  EXPECT_EQ(told(between("2024-10-28..2024-10-29").effective),
            (Lines{"/roaming/better-pass roaming-rule-introduced neutral carrier_change",
                   "/roaming/pass roaming-rule-removed neutral carrier_change"}));
}

TEST(DiffDays, EndsAWaiver) {
  EXPECT_EQ(told(between("2026-02-28..2026-03-01").effective),
            (Lines{"/roaming/use/fees/day/waiver roaming-waiver-removed more_restrictive "
                   "carrier_change"}));
  EXPECT_TRUE(between("2026-02-01..2026-02-28").effective.changes.empty());
}

/// The shop fee of a brand that rose, and the fee online that came with a waiver.
Catalog raised_catalog() {
  return Catalog({make_policy(json::parse(R"({
    "id": "jp/brand", "transfer": [{
      "id": "reissue", "mechanism": "esim_reissue", "plans": "all", "verdict": "allowed",
      "fees": [{"id": "web", "price": 3850,
                "waiver": {"kind": "for_the_time_being", "price": 0, "end": "none_known"}},
               {"id": "shop", "price": 4950}],
      "effective": {"from": "2019-10"}, "since": "2025-08-20",
      "previously": [{"until": "2025-08-19", "since": "2023-06-01", "announced": "2025-07-24",
                      "fees": [{"id": "web", "price": 0}, {"id": "shop", "price": 3850}]}],
      "revision": {"date": "2026-11-22", "cause": "initial"}}]})"),
                              "dataset.json",
                              "",
                              policy_schema().topics())});
}

TEST(DiffDays, TellsTermsThatFollowOthers) {
  const Catalog policies = raised_catalog();
  const auto told_in = [&](const char* days) {
    return diff_days(policies, policies, policy_schema(), *parse_period(days));
  };
  const DatedChanges found = told_in("2025-08-19..2025-08-21");
  EXPECT_EQ(told(found.effective),
            (Lines{"/transfer/reissue/fees/shop/price transfer-price-increased more_restrictive "
                   "carrier_change",
                   "/transfer/reissue/fees/web/price transfer-price-changed neutral carrier_change",
                   "/transfer/reissue/fees/web/waiver transfer-waiver-introduced neutral "
                   "carrier_change"}));
  EXPECT_EQ(found.effective.changes[0].effective,
            json::parse(R"({"announced": "2025-07-24", "from": "2025-08-20"})"));
  EXPECT_TRUE(found.announced.changes.empty());
  EXPECT_EQ(told_in("2025-07-23..2025-07-24").announced.changes.size(), 3U);
  EXPECT_TRUE(told_in("2025-07-24..2025-07-25").announced.changes.empty());
  EXPECT_EQ(told(told_in("2023-05-31..2023-06-01").effective).size(), 2U)
      << "what was not known is known from the first day that a source names";
}

/// The brand before its pay-per-use rule got cheaper.
Catalog former_catalog() {
  json policy = dated_policy();
  json& rule = policy["roaming"][2];
  rule["fees"][0] = {{"id", "day"}, {"price", 1200}};
  rule.erase("effective");
  rule["since"] = "2020";
  std::vector<Policy> policies;
  policies.push_back(make_policy(policy, "dataset.json", "", policy_schema().topics()));
  return Catalog(std::move(policies));
}

TEST(DiffDays, LetsTheBaseHoldUntilTheHeadBegins) {
  const Catalog base = former_catalog();
  const Catalog head = catalog();
  const auto told_in = [&](const char* days) {
    return diff_days(base, head, policy_schema(), *parse_period(days));
  };
  const DatedChanges december = told_in("2025-11-30..2025-12-01");
  EXPECT_TRUE(december.effective.changes.empty());
  const Lines announced = told(december.announced);
  EXPECT_TRUE(std::find(announced.begin(),
                        announced.end(),
                        "/roaming/use/fees/day/waiver roaming-waiver-introduced neutral "
                        "carrier_change") != announced.end())
      << announced.size();
  const Lines effective = told(told_in("2025-12-31..2026-01-01").effective);
  EXPECT_TRUE(std::find(effective.begin(),
                        effective.end(),
                        "/roaming/use/fees/day/price roaming-price-changed neutral "
                        "carrier_change") != effective.end())
      << effective.size();
  EXPECT_TRUE(told_in("2026-01-01..2026-01-02").effective.changes.empty());
}

}  // namespace
}  // namespace simrules
