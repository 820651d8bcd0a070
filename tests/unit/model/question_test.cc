#include "model/question.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// One rule of a row: its mechanism, verdict, plans and, as letters, the tiers of the sources that
/// support it (`o` official, `b` blog) and, in capitals, of those that contradict it.
struct RuleRow {
  const char* mechanism;
  const char* verdict;
  const char* plans;
  const char* sources;
};

json evidence_of(const std::string& sources) {
  json evidence = json::array();
  for (const char letter : sources) {
    const bool contradicts = letter >= 'A' && letter <= 'Z';
    const bool is_official = letter == 'o' || letter == 'O';
    evidence.push_back({{"source", is_official ? "official" : "blog"},
                        {"stance", contradicts ? "contradicts" : "supports"}});
  }
  return evidence;
}

Policy policy_of(const std::vector<RuleRow>& rows, const std::vector<std::string>& plans) {
  json policy = {
      {"id", "jp/a"},
      {"transfer", json::array()},
      {"sources",
       {{{"id", "official"}, {"tier", "official"}}, {{"id", "blog"}, {"tier", "blog"}}}}};
  for (const std::string& plan : plans) policy["plans"].push_back({{"id", plan}});
  for (const RuleRow& row : rows) {
    json rule = {{"id", "r" + std::to_string(policy["transfer"].size())},
                 {"mechanism", row.mechanism},
                 {"verdict", row.verdict},
                 {"plans", row.plans == std::string("all") ? json("all") : json{row.plans}}};
    if (row.sources != std::string()) rule["evidence"] = evidence_of(row.sources);
    policy["transfer"].push_back(std::move(rule));
  }
  return make_policy(std::move(policy), "", "", {"transfer"});
}

/// Prints an answer as `word (confidence) ids: word plans ids, ...`.
std::string answer_to(const char* question,
                      const std::vector<RuleRow>& rows,
                      const std::vector<std::string>& plans = {}) {
  const Policy policy = policy_of(rows, plans);
  const QuestionAnswer answer = answer_question(policy, *test_schema().find_question(question));
  std::string text = to_string(answer.word);
  text += std::string(" (") + to_string(answer.confidence) + ")";
  for (const Rule* rule : answer.rules) text += " " + rule->id;
  if (answer.groups.size() < 2) return text;
  for (const PlanAnswer& group : answer.groups) {
    text += std::string(", ") + to_string(group.word);
    for (const std::string_view plan : group.plans) text += " " + std::string(plan);
    for (const Rule* rule : group.rules) text += " " + rule->id;
  }
  return text;
}

TEST(Question, IsAnsweredByTheRulesOfItsMechanismsAlone) {
  EXPECT_EQ(answer_to("gift", {}), "unknown (unverified)");
  EXPECT_EQ(answer_to("gift", {{"pool", "allowed", "all", "o"}}), "unknown (unverified)");
  EXPECT_EQ(answer_to("share", {{"pool", "allowed", "all", "o"}}), "allowed (confirmed) r0");
}

TEST(Question, TakesTheBestOfWhatAPlanHas) {
  EXPECT_EQ(answer_to("gift",
                      {{"gift_allowance", "not_offered", "all", "o"},
                       {"gift_purchased", "conditional", "all", "b"}}),
            "conditional (claimed) r1");
  EXPECT_EQ(answer_to("gift",
                      {{"gift_allowance", "conditional", "all", "o"},
                       {"gift_purchased", "conditional", "all", "b"}}),
            "conditional (confirmed) r0 r1");
}

TEST(Question, IsNotDeniedWhileOneProductIsNotKnown) {
  EXPECT_EQ(answer_to("gift",
                      {{"gift_allowance", "not_offered", "all", "o"},
                       {"gift_code", "unknown", "all", ""}}),
            "unknown (unverified) r1");
}

TEST(Question, IsRefusedAsSurelyAsTheLeastSureRefusal) {
  EXPECT_EQ(answer_to("gift",
                      {{"gift_code", "not_offered", "all", "o"},
                       {"gift_allowance", "not_allowed", "all", "b"}}),
            "not_allowed (claimed) r0 r1");
}

TEST(Question, DependsOnThePlanWherePlansDiffer) {
  EXPECT_EQ(answer_to("gift",
                      {{"gift_allowance", "allowed", "old", "o"},
                       {"gift_allowance", "not_offered", "new", "o"}},
                      {"new", "old"}),
            "by_plan (confirmed) r0 r1, allowed old r0, not_offered new r1");
  EXPECT_EQ(answer_to("gift", {{"gift_allowance", "allowed", "old", "o"}}, {"new", "old"}),
            "by_plan (confirmed) r0, allowed old r0, unknown new");
  EXPECT_EQ(answer_to("gift",
                      {{"gift_allowance", "not_allowed", "old", "o"},
                       {"gift_allowance", "not_offered", "new", "o"}},
                      {"new", "old"}),
            "not_allowed (confirmed) r0 r1, not_allowed old r0, not_offered new r1");
}

TEST(Question, IsDisputedUnlessTheCarrierStandsAgainstLesserSources) {
  EXPECT_EQ(answer_to("gift", {{"gift_allowance", "conditional", "all", "oB"}}),
            "conditional (disputed) r0");
  EXPECT_EQ(answer_to("gift", {{"gift_allowance", "conditional", "all", "bB"}}),
            "disputed (disputed) r0");
  EXPECT_EQ(answer_to("gift", {{"gift_allowance", "conditional", "all", "oO"}}),
            "disputed (disputed) r0");
}

}  // namespace
}  // namespace simrules
