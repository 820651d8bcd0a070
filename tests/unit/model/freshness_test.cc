#include "model/freshness.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

/// Makes a policy with some rules for transfer and the sources `a`, `b` and `c`, read one day after
/// another.
Policy policy_with(const std::string& id, json rules, const char* lifecycle = "active") {
  const json sources = {{{"id", "a"}, {"accessed", "2024-02-28"}},
                        {{"id", "b"}, {"accessed", "2024-02-29"}},
                        {{"id", "c"}, {"accessed", "2024-03-01"}}};
  return make_policy(json{{"id", id},
                          {"lifecycle", lifecycle},
                          {"transfer", std::move(rules)},
                          {"sources", sources}},
                     "",
                     "",
                     {"transfer"});
}

json rule(const std::string& id, const std::vector<std::string>& sources, json more = {}) {
  json value = {{"id", id}};
  for (const std::string& source : sources) value["evidence"].push_back({{"source", source}});
  if (!more.is_null()) value.update(more);
  return value;
}

std::vector<Answer> rules_of(const Policy& policy) {
  std::vector<Answer> rules;
  for (const Rule& each : policy.rules) rules.push_back({&policy, &each});
  return rules;
}

PartialDate day(const char* text) { return *parse_date(text); }

std::string newest_of(const json& rule, const PolicyView& policy) {
  return std::string(newest_reading(Item(&rule).evidence(), policy).id());
}

TEST(NewestReading, IsOfTheSourcesThatTheEvidenceNames) {
  const Policy policy = policy_with("jp/a", json::array());
  struct Row {
    std::vector<std::string> sources;
    const char* newest;
  };
  for (const Row& row : {Row{{}, ""},
                         Row{{"a"}, "a"},
                         Row{{"b", "a"}, "b"},
                         Row{{"a", "c", "b"}, "c"},
                         Row{{"gone", "a"}, "a"},
                         Row{{"gone"}, ""}}) {
    EXPECT_EQ(newest_of(rule("gift", row.sources), policy), row.newest);
  }
}

TEST(NewestReading, IsTheFirstNamedOfSeveralOnOneDay) {
  const json value = {
      {"sources",
       {{{"id", "a"}, {"accessed", "2024-01-01"}}, {{"id", "b"}, {"accessed", "2024-01-01"}}}}};
  const PolicyView policy(&value);
  EXPECT_EQ(newest_of(rule("gift", {"b", "a"}), policy), "b");
  EXPECT_EQ(newest_of(rule("gift", {"a", "b"}), policy), "a");
}

TEST(Age, IsOverTheLimitOnTheDayAfterItIsDue) {
  const Policy policy = policy_with("jp/a", {rule("gift", {"b"})});
  struct Row {
    const char* day;
    int older_than;
    int age;
    const char* due;
    Freshness freshness;
  };
  for (const Row& row : {Row{"2024-08-26", 180, 179, "2024-08-27", Freshness::kFresh},
                         Row{"2024-08-27", 180, 180, "2024-08-27", Freshness::kFresh},
                         Row{"2024-08-28", 180, 181, "2024-08-27", Freshness::kStale},
                         Row{"2025-02-28", 365, 365, "2025-02-28", Freshness::kFresh},
                         Row{"2025-03-01", 365, 366, "2025-02-28", Freshness::kStale},
                         Row{"2024-02-29", 0, 0, "2024-02-29", Freshness::kFresh},
                         Row{"2024-03-01", 0, 1, "2024-02-29", Freshness::kStale},
                         Row{"2024-02-01", 0, -28, "2024-02-29", Freshness::kFresh}}) {
    const RuleAge age = age_of(rules_of(policy)[0], day(row.day), {row.older_than, 0});
    EXPECT_EQ(age.age, row.age) << row.day;
    EXPECT_EQ(to_string(age.due), row.due) << row.day;
    EXPECT_EQ(age.freshness, row.freshness) << row.day;
    EXPECT_EQ(age.source.id(), "b");
  }
}

TEST(Age, IsOfRulesThatAreInForceOrComeIntoForce) {
  const auto effective = [](const char* name, const char* date) {
    return json{{"effective", {{name, date}}}};
  };
  struct Row {
    json rule;
    Freshness freshness;
  };
  const std::vector<Row> rows = {
      {rule("gift", {"a"}), Freshness::kStale},
      {rule("gift", {}), Freshness::kUnverified},
      {rule("gift", {"gone"}), Freshness::kUnverified},
      {rule("gift", {"a"}, {{"lifecycle", "closed_to_new"}}), Freshness::kStale},
      {rule("gift", {"a"}, {{"lifecycle", "ended"}}), Freshness::kEnded},
      {rule("gift", {}, {{"lifecycle", "ended"}}), Freshness::kEnded},
      {rule("gift", {"a"}, effective("until", "2026-11-21")), Freshness::kEnded},
      {rule("gift", {"a"}, effective("until", "2026-11-22")), Freshness::kStale},
      {rule("gift", {"a"}, effective("until", "2026-11")), Freshness::kStale},
      {rule("gift", {"a"}, effective("until", "2026-10")), Freshness::kEnded},
      {rule("gift", {"a"}, effective("from", "2027-01")), Freshness::kStale}};
  for (const Row& row : rows) {
    const Policy policy = policy_with("jp/a", {row.rule});
    EXPECT_EQ(age_of(rules_of(policy)[0], day("2026-11-22"), {}).freshness, row.freshness)
        << row.rule;
  }
}

TEST(Age, IsNotToldOfAPolicyThatEnded) {
  const Policy policy = policy_with("jp/a", {rule("gift", {"a"})}, "ended");
  EXPECT_EQ(age_of(rules_of(policy)[0], day("2026-11-22"), {}).freshness, Freshness::kEnded);
}

/// Anybody can compute these: printf 'jp/a#transfer/gift' | sha256sum | cut -c1-8
TEST(Stagger, FollowsFromTheNameAlone) {
  EXPECT_EQ(stagger_days("jp/au#transfer/data-gift", 30), 15);
  EXPECT_EQ(stagger_days("jp/a#transfer/gift", 30), 0);
  EXPECT_EQ(stagger_days("jp/a#roaming/pass", 30), 10);
  for (const int none : {0, 1}) EXPECT_EQ(stagger_days("jp/au#transfer/data-gift", none), 0);
}

TEST(Stagger, SpreadsWhatWasReadOnOneDay) {
  constexpr int kRules = 1000;
  constexpr int kDays = 30;
  std::map<int, int> due;
  for (int i = 0; i < kRules; ++i) ++due[stagger_days(fmt::format("jp/a#transfer/r{}", i), kDays)];
  EXPECT_EQ(due.size(), static_cast<std::size_t>(kDays));
  EXPECT_EQ(due.begin()->first, 0);
  EXPECT_EQ(due.rbegin()->first, kDays - 1);
  for (const auto& [days, count] : due) EXPECT_LT(count, kRules / 10) << days;
}

TEST(Stagger, MovesTheDueDay) {
  const Policy policy = policy_with("jp/au", {rule("data-gift", {"a"})});
  const RuleAge age = age_of(rules_of(policy)[0], day("2026-11-22"), {180, 30});
  EXPECT_EQ(days_between(age.accessed, age.due), 180 + 15);
}

std::vector<std::string> ids(const std::vector<RuleAge>& rules) {
  std::vector<std::string> list;
  for (const RuleAge& age : rules) list.push_back(age.rule.rule->id);
  return list;
}

TEST(Report, HasTheOldestReadingFirstAndThenWhatCameDueFirst) {
  const Policy policy = policy_with("jp/a",
                                    {rule("newer", {"c"}),
                                     rule("one", {"a"}),
                                     rule("two", {"a"}),
                                     rule("three", {"a"}),
                                     rule("middle", {"b"})});
  const FreshnessReport report = report_freshness(rules_of(policy), day("2026-11-22"), {180, 30});
  const std::vector<std::string> listed = ids(report.stale);
  ASSERT_EQ(listed.size(), 5U);
  EXPECT_EQ(listed[3], "middle");
  EXPECT_EQ(listed[4], "newer");
  EXPECT_LT(days_between(report.stale[0].accessed, report.stale[0].due),
            days_between(report.stale[1].accessed, report.stale[1].due));
  EXPECT_LT(days_between(report.stale[1].accessed, report.stale[1].due),
            days_between(report.stale[2].accessed, report.stale[2].due));
  const FreshnessReport at_once = report_freshness(rules_of(policy), day("2026-11-22"), {180, 0});
  EXPECT_EQ(ids(at_once.stale),
            (std::vector<std::string>{"one", "two", "three", "middle", "newer"}));
}

TEST(Report, CountsEveryRuleOnce) {
  const Policy policy = policy_with("jp/a",
                                    {rule("stale", {"a"}),
                                     rule("fresh", {"b"}),
                                     rule("fresher", {"c"}),
                                     rule("nothing", {}),
                                     rule("over", {"a"}, {{"lifecycle", "ended"}})});
  const FreshnessReport report = report_freshness(rules_of(policy), day("2024-03-02"), {2, 0});
  EXPECT_EQ(ids(report.stale), std::vector<std::string>{"stale"});
  EXPECT_EQ(report.fresh, 2U);
  EXPECT_EQ(report.ended, 1U);
  ASSERT_EQ(report.unverified.size(), 1U);
  EXPECT_EQ(report.unverified[0].rule->id, "nothing");
  EXPECT_EQ(report.rules(), 5U);
  ASSERT_TRUE(report.next_due);
  EXPECT_EQ(to_string(*report.next_due), "2024-03-02");
}

TEST(Report, HasNoNextDayWhereNothingIsFresh) {
  const Policy policy = policy_with("jp/a", {rule("stale", {"a"}), rule("nothing", {})});
  EXPECT_FALSE(report_freshness(rules_of(policy), day("2026-11-22"), {180, 30}).next_due);
}

}  // namespace
}  // namespace simrules
