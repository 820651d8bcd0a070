#include "model/time/state.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "model/time/terms.h"
#include "support/policy_schema.h"

namespace simrules {
namespace {

using nlohmann::json;

PartialDate day(const std::string& text) { return parse_date(text).value(); }

/// A brand with one rule, two plans and a zone, read on 22 November 2026.
json brand(const char* rule) {
  json policy = json::parse(R"({
    "id": "jp/brand",
    "plans": [{"id": "old", "since": "2000"},
              {"id": "new", "since": "2025-06-05", "effective": {"from": "2025-06-05"}}],
    "zones": [{"id": "europe", "countries": ["FR", "MD", "UA"], "since": "2026-01-01",
               "previously": [{"until": "2025-12-31", "since": "2020",
                               "added": ["MD", "UA"], "removed": ["GI"]}]}],
    "roaming": [{"id": "rule", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
                 "evidence": [{"source": "page"}],
                 "revision": {"date": "2026-11-22", "cause": "initial"}}],
    "sources": [{"id": "page", "tier": "official", "accessed": "2026-11-22"}]
  })");
  policy["roaming"][0].update(json::parse(rule));
  return policy;
}

Policy only_policy(const json& value, const StateView& view) {
  const Catalog catalog({make_policy(value, "", "", policy_schema().topics())});
  const Catalog state = state_on(catalog, policy_schema(), view);
  return state.policies().empty() ? Policy() : state.policies().front();
}

/// Returns what the rule says: nothing where it is not there.
json rule_on(const json& value, const StateView& view) {
  const Policy policy = only_policy(value, view);
  return policy.rules.empty() ? json() : policy.rules.front().raw();
}

json price_on(const char* rule, const StateView& view) {
  const json found = rule_on(brand(rule), view);
  if (found.is_null()) return "not there";
  if (!found.contains("fees")) return found.at("verdict");
  return found.at("fees").empty() ? json("free") : found.at("fees").at(0).at("price");
}

constexpr const char* kRaised = R"({
  "fees": [{"id": "shop", "price": 4950}, {"id": "web", "price": 0}],
  "effective": {"from": "2019-10"}, "since": "2025-08-20",
  "previously": [
    {"until": "2025-08-19", "since": "2023-06-01", "announced": "2025-07-24",
     "fees": [{"id": "shop", "price": 3850}], "without": ["fees/web"]},
    {"until": "2023-04", "fees": [{"id": "shop", "price": 3300}]}]})";

TEST(State, TakesTheTermsOfTheDay) {
  struct {
    const char* day;
    json price;
  } const cases[] = {
      {"2019-09-30", "not there"},
      {"2019-10-01", "unknown"},
      {"2023-04-29", "unknown"},
      {"2023-04-30", 3300},
      {"2023-05-15", "unknown"},
      {"2023-06-01", 3850},
      {"2025-08-19", 3850},
      {"2025-08-20", 4950},
      {"2030-01-01", 4950},
  };
  for (const auto& c : cases) EXPECT_EQ(price_on(kRaised, {day(c.day)}), c.price) << c.day;
}

TEST(State, IsAnItemOfItsOwn) {
  const json then = rule_on(brand(kRaised), {day("2024-01-01")});
  EXPECT_EQ(then, json::parse(R"({
    "id": "rule", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
    "effective": {"from": "2019-10"}, "since": "2023-06-01",
    "fees": [{"id": "shop", "price": 3850}]})"))
      << "neither evidence nor revision are inherited, nor what was not there";
  EXPECT_FALSE(rule_on(brand(kRaised), {day("2026-01-01")}).contains("previously"));
}

TEST(State, ClaimsNothingBeforeSomebodyReadIt) {
  const char* fee = R"({"fees": [{"id": "a", "price": 1}]})";
  EXPECT_EQ(price_on(fee, {day("2026-11-21")}), "unknown");
  EXPECT_EQ(price_on(fee, {day("2026-11-22")}), 1);
  const char* seen = R"({"fees": [{"id": "a", "price": 1}], "seen": "2025"})";
  EXPECT_EQ(price_on(seen, {day("2024-12-31")}), "unknown");
  EXPECT_EQ(price_on(seen, {day("2025-01-01")}), 1);
}

TEST(State, ShowsBothTermsWhereTheDayIsOpen) {
  const char* month = R"({"fees": [{"id": "a", "price": 2}],
    "previously": [{"until": "2025-03", "since": "2024-01-01", "fees": [{"id": "a", "price": 1}]}]})";
  const auto both = [&](const char* text) {
    return json{price_on(month, {day(text)}), price_on(month, {day(text), true})};
  };
  EXPECT_EQ(both("2025-03-01"), json({1, 1})) << "the last day is the first of March or later";
  EXPECT_EQ(both("2025-03-15"), json({2, 1}));
  EXPECT_EQ(both("2025-04-01"), json({2, 2}));

  const char* unknown = R"({"fees": [{"id": "a", "price": 2}], "seen": "2026-01-01",
    "previously": [{"until": "unknown", "seen": "2016-07-15", "fees": [{"id": "a", "price": 1}]}]})";
  EXPECT_EQ(price_on(unknown, {day("2016-07-15"), true}), 1) << "read on that day";
  EXPECT_EQ(price_on(unknown, {day("2020-01-01")}), 1);
  EXPECT_EQ(price_on(unknown, {day("2020-01-01"), true}), 2);
}

TEST(State, HasWhatIsAnnouncedOnlyWhereAsked) {
  const auto announced = [&](const char* on, const char* after) {
    return price_on(kRaised, {day(on), false, day(after)});
  };
  EXPECT_EQ(price_on(kRaised, {day("2025-07-24")}), 3850);
  EXPECT_EQ(announced("2025-07-24", "2025-07-23"), 4950);
  EXPECT_EQ(announced("2025-07-23", "2000-01-01"), 3850);
  EXPECT_EQ(announced("2025-08-01", "2025-07-24"), 3850) << "it was announced before";
}

TEST(State, TurnsBackTheCountriesOfAZone) {
  const auto countries = [](const char* on) {
    return only_policy(brand("{}"), {day(on)}).raw().at("zones").at(0).at("countries");
  };
  EXPECT_EQ(countries("2025-12-31"), json({"FR", "GI"}));
  EXPECT_EQ(countries("2026-01-01"), json({"FR", "MD", "UA"}));
}

TEST(State, IsBoundedByPlansAndPolicies) {
  const char* only_new = R"({"plans": ["new"], "since": "2020"})";
  EXPECT_EQ(rule_on(brand(only_new), {day("2025-06-04")}), json());
  EXPECT_EQ(rule_on(brand(only_new), {day("2025-06-05")}).at("plans"), json({"new"}));
  const char* both = R"({"plans": ["new", "old"], "since": "2020",
                         "fees": [{"id": "a", "price": 1, "plans": ["new"]}]})";
  const json before = rule_on(brand(both), {day("2025-06-04")});
  EXPECT_EQ(before.at("plans"), json({"old"}));
  EXPECT_EQ(before.at("fees"), json::array());
  json ended = brand(both);
  ended["effective"] = {{"until", "2026-01-31"}};
  EXPECT_EQ(only_policy(ended, {day("2026-02-01")}).id, "");
  EXPECT_EQ(only_policy(ended, {day("2026-01-31")}).id, "jp/brand");
}

TEST(State, KnowsPausesAndNeitherEndsNorClosesTooEarly) {
  const char* paused =
      R"({"since": "2020", "suspended": [{"from": "2021-10-25", "until": "2022-09-13"}]})";
  const auto verdict = [](const char* rule, const char* on) {
    return rule_on(brand(rule), {day(on)}).value("verdict", "not there");
  };
  EXPECT_EQ(verdict(paused, "2021-10-24"), "allowed");
  EXPECT_EQ(verdict(paused, "2021-10-25"), "not_offered");
  EXPECT_EQ(verdict(paused, "2022-09-14"), "allowed");
  const char* closed = R"({"since": "2010", "lifecycle": "closed_to_new",
                           "effective": {"new_signups_until": "2019-05-31"}})";
  EXPECT_FALSE(rule_on(brand(closed), {day("2019-05-31")}).contains("lifecycle"));
  EXPECT_EQ(rule_on(brand(closed), {day("2019-06-01")}).at("lifecycle"), "closed_to_new");
  const char* ended =
      R"({"since": "2010", "lifecycle": "ended", "effective": {"until": "2024-10-28"}})";
  EXPECT_FALSE(rule_on(brand(ended), {day("2024-10-28")}).contains("lifecycle"));
  EXPECT_EQ(rule_on(brand(ended), {day("2024-10-29")}), json());
}

TEST(State, OfThePastIsNotChangedByReadingAPageAgain) {
  const char* rules[] = {"{}",
                         kRaised,
                         R"({"seen": "2025-01-01"})",
                         R"({"since": "2024"})",
                         R"({"fees": [{"id": "a", "price": 2}], "previously": [
          {"until": "2026-10", "fees": [{"id": "a", "price": 1}], "evidence": [{"source": "page"}]}]})"};
  for (const char* rule : rules) {
    const json before = brand(rule);
    json after = before;
    after["sources"][0]["accessed"] = "2027-05-01";
    for (PartialDate on = day("2026-09-01"); on != day("2027-06-01"); on = day_after(on)) {
      for (const bool otherwise : {false, true}) {
        EXPECT_EQ(rule_on(before, {on, otherwise}), rule_on(after, {on, otherwise}))
            << rule << to_string(on);
      }
    }
  }
}

/// An entry turns the later terms back into the earlier ones.
TEST(State, IsTurnedBackByTheEntryOfADifference) {
  const json later = json::parse(R"({"id": "pass", "mechanism": "day_pass", "plans": "all",
    "verdict": "allowed", "fees": [{"id": "a", "price": 2}, {"id": "b", "price": 1}],
    "limits": [{"id": "day"}], "name": {"en": "New"}})");
  const char* cases[] = {
      R"({})",
      R"({"verdict": "not_offered", "limits": null, "fees": null})",
      R"({"fees": [{"id": "a", "price": 1}, {"id": "c", "price": 3}]})",
      R"({"fees": [], "conditions": ["application"], "plans": ["old"]})",
  };
  const FieldSpec& spec = *policy_schema().root().member("roaming")->items;
  for (const char* each : cases) {
    json earlier = later;
    earlier.merge_patch(json::parse(each));
    const json entry = entry_of(earlier, later, spec);
    EXPECT_EQ(entry.empty(), earlier == later);
    json item = later;
    item["previously"] = json::array({entry});
    json turned = whole_terms(Item(&item), spec, 1);
    EXPECT_EQ(entry_of(turned, earlier, spec), json::object()) << entry << turned;
  }
}

TEST(State, TellsTheCountriesThatAZoneGot) {
  const FieldSpec& spec = *policy_schema().root().member("zones")->items;
  EXPECT_EQ(entry_of(json::parse(R"({"id": "z", "countries": ["FR", "GI"]})"),
                     json::parse(R"({"id": "z", "countries": ["FR", "MD"]})"),
                     spec),
            json::parse(R"({"added": ["MD"], "removed": ["GI"]})"));
}

TEST(State, TakesNoFirstDayFromThePastWhereItIsSaidToBeUnknown) {
  const char* unknown = R"({"fees": [{"id": "a", "price": 2}], "since": "unknown",
    "previously": [{"until": "unknown", "seen": "2024-01-01", "fees": [{"id": "a", "price": 1}]},
                   {"until": "2023-12-31", "fees": [{"id": "a", "price": 0}]}]})";
  EXPECT_EQ(price_on(unknown, {day("2026-11-21")}), 1);
  EXPECT_EQ(price_on(unknown, {day("2026-11-22")}), 2);
}

}  // namespace
}  // namespace simrules
