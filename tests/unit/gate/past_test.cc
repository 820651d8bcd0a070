#include "gate/past.h"

#include <cstddef>
#include <random>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/fix.h"
#include "document/yaml_reader.h"
#include "gate/judgement.h"
#include "model/time/state.h"
#include "model/time/timeline.h"
#include "schema/schema_check.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPath = "policies/jp/brand.yaml";

/// A brand whose pass costs 100 yen, read on 10 January 2026.
constexpr const char* kBrand = R"(schema_version: 1
id: jp/brand
name: {en: Brand}
kind: mno
lifecycle: active
countries: [JP]
currency: JPY
networks:
  - {id: own, role: own, plmn: ["440-50"]}
plans:
  - {id: small, name: {en: Small}}
zones:
  - {id: near, name: {en: Near}, countries: [KR, TW], since: "2020"}
# What costs.
roaming:
  - id: pass
    mechanism: day_pass
    plans: all
    verdict: allowed
    zones: [near]
    fees: # by the day
      - {id: day, charge: pass, price: 100, currency: JPY, tax: included, per: once}
    evidence:
      - {source: page, stance: supports, claim: {en: The price.}}
    revision: {date: 2026-01-10, cause: initial} # the first one
  # Below it.
transfer:
  - {id: gift, mechanism: gift_allowance, plans: all, verdict: unknown, revision: {date: 2026-01-10, cause: initial}}
tethering:
  - {id: hotspot, mechanism: hotspot, plans: all, verdict: unknown, revision: {date: 2026-01-10, cause: initial}}
sources:
  - {id: page, url: "https://brand.example/", publisher: Brand, tier: official, language: en, accessed: 2026-01-10}
)";

std::string with(std::string text, const std::vector<std::pair<std::string, std::string>>& edits) {
  for (const auto& [before, after] : edits) {
    const std::size_t at = text.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    if (at != std::string::npos) text.replace(at, before.size(), after);
  }
  return text;
}

Policy read_policy(const std::string& text) {
  DiagnosticList found;
  auto document = read_yaml(kPath, text, {}, found);
  EXPECT_TRUE(document && found.empty()) << text;
  static SchemaChecker checker(policy_schema().schema());
  checker.check(*document, found);
  for (const Diagnostic& each : found.sorted()) ADD_FAILURE() << each.message << "\n" << text;
  return make_policy(std::move(*document), "", policy_schema());
}

std::vector<Diagnostic> judged(const Policy& base, const std::string& head_text) {
  const Catalog before({base});
  const Catalog after({read_policy(head_text)});
  const auto changes = diff(before, policy_schema(), after, policy_schema()).changes;
  const GateInput input{
      before, after, policy_schema(), policy_schema(), changes, "git:main", "main:", "policies"};
  std::vector<Diagnostic> found;
  for (GateDiagnostic& each : check_changes(input)) found.push_back(std::move(each.diagnostic));
  return found;
}

std::vector<std::string> told(const std::string& base, const std::string& head) {
  std::vector<std::string> lines;
  for (const Diagnostic& each : judged(read_policy(base), head))
    lines.push_back(each.check + ": " + each.message);
  return lines;
}

/// Fixes a head until nothing is left that a program can mend, as the command does.
std::string fixed(const Policy& base, std::string head) {
  for (int round = 0; round < 5; ++round) {
    const std::vector<Diagnostic> found = judged(base, head);
    std::vector<const Diagnostic*> list;
    for (const Diagnostic& each : found) list.push_back(&each);
    FixedText text = apply_safe_fixes(head, list);
    head = std::move(text.text);
    if (text.fixes == 0) {
      for (const Diagnostic& each : found) ADD_FAILURE() << each.message << "\n" << head;
      break;
    }
  }
  return head;
}

using Edits = std::vector<std::pair<std::string, std::string>>;

Edits raised(const std::string& more) {
  return {{"price: 100", "price: 200"},
          {"revision: {date: 2026-01-10, cause: initial}",
           "revision: {date: 2026-03-05, cause: carrier_change, note: {en: It rose.}}" + more},
          {"accessed: 2026-01-10", "accessed: 2026-03-05"}};
}

TEST(Past, IsToldOncePerRuleWithWhatItSaid) {
  EXPECT_EQ(told(kBrand, with(kBrand, raised("\n    since: 2026-03-01"))),
            std::vector<std::string>{"past-rewritten: what `roaming/pass` said on 2026-02-28 is "
                                     "gone: nothing is known of that "
                                     "day any more"});
}

TEST(Past, StaysByTheEntryThatTheFixWrites) {
  const std::string head = with(kBrand, raised("\n    since: 2026-03-01"));
  EXPECT_EQ(fixed(read_policy(kBrand), head), with(head, {{"# the first one\n", R"(# the first one
    previously: [{until: 2026-02-28, seen: 2026-01-10,
        fees: [{id: day, charge: pass, currency: JPY, per: once, price: 100, tax: included}],
        evidence: [{source: page, claim: {en: The price.}, stance: supports}]}]
)"}}));
}

/// Returns the lines that a fix adds.
std::string added(const std::string& base, const std::string& head) {
  const std::string text = fixed(read_policy(base), head);
  std::size_t begin = 0;
  while (begin < head.size() && head[begin] == text[begin]) ++begin;
  return text.substr(text.rfind('\n', begin - 1) + 1, text.size() - head.size());
}

TEST(Past, TakesTheDaysThatAreKnown) {
  const auto until = [](const std::string& since) {
    const std::string text = added(kBrand, with(kBrand, raised("\n    since: " + since)));
    const std::size_t at = text.find("until: ");
    return text.substr(at, text.find(',', at) - at);
  };
  EXPECT_EQ(until("2026-03"), "until: 2026-03");
  EXPECT_EQ(until("\"2027\""), "until: \"2027\"");
  EXPECT_EQ(until("unknown"), "until: unknown");
}

TEST(Past, KeepsTheFirstReading) {
  const std::string head =
      with(kBrand,
           {{"date: 2026-01-10, cause: initial} #", "date: 2026-03-05, cause: reverified} #"},
            {"accessed: 2026-01-10", "accessed: 2026-03-05"}});
  EXPECT_EQ(added(kBrand, head), "    seen: 2026-01-10\n");
}

TEST(Past, BringsBackASourceThatTheEntryNames) {
  std::string head = with(kBrand, raised("\n    since: 2026-03-01"));
  head = with(head, {{"source: page", "source: other"}, {"{id: page", "{id: other"}});
  const std::string text = fixed(read_policy(kBrand), head);
  EXPECT_NE(text.find("\n  - {id: page, "), std::string::npos) << text;
}

TEST(Past, IsMendedByACorrectionOfThoseTerms) {
  const std::string wrong = with(kBrand,
                                 {{"price: 100", "price: 120"},
                                  {"date: 2026-01-10, cause: initial} #",
                                   "date: 2026-03-05, cause: correction, note: {en: Misread.}} #"},
                                  {"accessed: 2026-01-10", "accessed: 2026-03-05"}});
  EXPECT_EQ(told(kBrand, wrong), std::vector<std::string>());
  const std::string raised_once =
      fixed(read_policy(kBrand), with(kBrand, raised("\n    since: 2026-03-01")));
  const std::string edited = with(raised_once, {{"price: 100", "price: 120"}});
  EXPECT_EQ(told(raised_once, edited),
            std::vector<std::string>{"past-rewritten: `roaming/pass` said on 2026-02-28 that "
                                     "`fees/day/price` was `100`, and has `120` there now"});
  EXPECT_EQ(
      told(raised_once,
           with(edited,
                {{"seen: 2026-01-10,\n",
                  "seen: 2026-01-10, revision: {date: 2026-04-01, cause: correction, note: {en: "
                  "Misread.}},\n"}})),
      std::vector<std::string>());
}

TEST(Past, IsNotRewrittenByWhatIsLearnt) {
  const std::string raised_once =
      fixed(read_policy(kBrand), with(kBrand, raised("\n    since: 2026-03-01")));
  EXPECT_EQ(told(raised_once,
                 with(raised_once,
                      {{"}]}]\n",
                        "}]}, {until: 2025-12-31, since: 2025-01-01, verdict: not_offered}]\n"}})),
            std::vector<std::string>())
      << "nobody knew of 2025";
}

/// What a carrier's pass costs since some day, and what a maintainer writes of it.
struct Turn {
  PartialDate day;
  PartialDate read;
  std::string since;
  std::string verdict;
  int price = 0;
};

/// Draws a history whose changes are each read before the next.
std::vector<Turn> drawn_history(std::mt19937& random) {
  const auto draw = [&](int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  std::vector<Turn> turns = {{{2026, 1, 10}, {2026, 1, 10}, "", "allowed", 100}};
  const int changes = draw(1, 6);
  for (int i = 1; i <= changes; ++i) {
    Turn turn = turns.back();
    turn.day = days_from(turn.read, draw(1, 70));
    turn.read = days_from(turn.day, draw(0, 40));
    const std::string day = to_string(turn.day);
    const std::string forms[] = {day, day.substr(0, 7), "unknown"};
    turn.since = forms[draw(0, 2)];
    if (turn.since == turns.back().since) turn.since = day;
    turn.verdict = draw(0, 2) == 0 ? "conditional" : "allowed";
    turn.price = 100 + 10 * i;
    turns.push_back(turn);
  }
  return turns;
}

/// Edits a policy as a maintainer does who has read of a change.
std::string edited(std::string text, const Turn& turn) {
  const auto replace = [&](const std::string& pattern, const std::string& value) {
    text = std::regex_replace(
        text, std::regex(pattern), value, std::regex_constants::format_first_only);
  };
  const std::string read = to_string(turn.read);
  replace("verdict: [a-z]+\n    zones", "verdict: " + turn.verdict + "\n    zones");
  replace("price: [0-9]+", "price: " + std::to_string(turn.price));
  replace("\n    since: [^\n]+", "");
  replace("\n    revision: [^\n]+",
          "\n    since: " + turn.since + "\n    revision: {date: " + read +
              ", cause: carrier_change, note: {en: To " + std::to_string(turn.price) + ".}}");
  replace("accessed: [-0-9]+", "accessed: " + read);
  return text;
}

std::string terms_on(const Policy& policy, const StateView& view) {
  const Catalog state = state_on(Catalog({policy}), policy_schema(), view);
  const Rule* rule = find_rule(state.policies().front(), "roaming", "pass");
  if (rule->verdict() == "unknown") return "";
  return std::string(rule->verdict()) + rule->raw().at("fees").at(0).at("price").dump();
}

TEST(Past, IsTheCarriersWhateverWasEnteredWhen) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    std::mt19937 random(seed);
    const std::vector<Turn> turns = drawn_history(random);
    std::string text = kBrand;
    for (std::size_t i = 1; i < turns.size(); ++i)
      text = fixed(read_policy(text), edited(text, turns[i]));
    const Policy policy = read_policy(text);
    const PartialDate end = days_from(turns.back().read, 10);
    std::size_t at = 0;
    int known = 0;
    for (PartialDate day{2026, 1, 1}; is_before(day, end); day = day_after(day)) {
      while (at + 1 < turns.size() && !is_before(day, turns[at + 1].day)) ++at;
      const std::string truth = turns[at].verdict + std::to_string(turns[at].price);
      const std::string likely = terms_on(policy, {day});
      const std::string otherwise = terms_on(policy, {day, true});
      if (likely != otherwise) continue;
      known += likely.empty() ? 0 : 1;
      ASSERT_TRUE(likely.empty() || likely == truth) << "seed " << seed << " on " << to_string(day)
                                                     << ": " << truth << ", not " << likely << "\n"
                                                     << text;
    }
    EXPECT_GT(known, 10) << text;
  }
}

}  // namespace
}  // namespace simrules
