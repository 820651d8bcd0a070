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
      {"id": "old", "countries": ["GB"], "effective": {"until": "2025-12-31"}},
      {"id": "new", "countries": ["MD"],
       "effective": {"announced": "2025-12-01", "from": "2026-01-01"}}],
    "roaming": [
      {"id": "pass", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
       "effective": {"until": "2024-10-28"}, "revision": {"date": "2026-11-22", "cause": "initial"}},
      {"id": "better-pass", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
       "effective": {"from": "2024-10-29"}, "revision": {"date": "2026-11-22", "cause": "initial"}},
      {"id": "use", "mechanism": "pay_per_use", "plans": "all", "verdict": "conditional",
       "fees": [{"id": "day", "price": 980,
                 "waiver": {"kind": "campaign", "price": 0, "end": "dated", "until": "2026-02-28"}}],
       "effective": {"announced": "2025-12-01", "from": "2026-01-01"},
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

Lines told(const std::vector<Change>& changes) {
  Lines lines;
  for (const Change& change : changes) {
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
  EXPECT_EQ(year.effective[0].effective,
            json::parse(R"({"announced": "2025-12-01", "from": "2026-01-01"})"));
  EXPECT_TRUE(year.announced.empty());
}

TEST(DiffDays, KeepsApartWhatIsOnlyAnnounced) {
  const DatedChanges december = between("2025-11-30..2025-12-01");
  EXPECT_TRUE(december.effective.empty());
  EXPECT_EQ(told(december.announced),
            (Lines{"/roaming/use roaming-rule-introduced more_permissive carrier_change",
                   "/zones/new roaming-zones-introduced clarified carrier_change"}));
  EXPECT_TRUE(between("2025-12-01..2025-12-02").announced.empty()) << "it was announced before";
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
  EXPECT_TRUE(between("2026-02-01..2026-02-28").effective.empty());
}

/// The brand before its pay-per-use rule got cheaper.
Catalog former_catalog() {
  json policy = dated_policy();
  json& rule = policy["roaming"][2];
  rule["fees"][0] = {{"id", "day"}, {"price", 1200}};
  rule.erase("effective");
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
  EXPECT_TRUE(december.effective.empty());
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
  EXPECT_TRUE(told_in("2026-01-01..2026-01-02").effective.empty());
}

}  // namespace
}  // namespace simrules
