#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "render/changes/github.h"
#include "support/change_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(ChangesAsGithub, WarnsOfWhatSubscribersLoseAndNoticesTheRest) {
  TestComparison comparison(test_policy(), changed_policy());
  for (Change& change : comparison.differences.changes)
    change.head = ChangePlace{"policies/a:b,c.yaml", 7, 3};
  const std::vector<std::string> lines = lines_of(changes_as_github(comparison.report()));
  ASSERT_EQ(lines.size(), 8U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(lines[i].starts_with("::warning title="));
  for (std::size_t i = 3; i < 5; ++i) EXPECT_TRUE(lines[i].starts_with("::notice title="));
  EXPECT_TRUE(
      lines[0].starts_with("::warning title=more restrictive%3A transfer-price-increased,"
                           "file=policies/a%3Ab%2Cc.yaml,line=7,endLine=7,col=3,"
                           "endColumn=3::Sample Mobile (jp/sample) › Data Gift"))
      << lines[0];
  EXPECT_TRUE(has(lines[0], "%0Aeffective: from 1 December 2026 (announced 15 November 2026)"))
      << lines[0];
  EXPECT_EQ(lines[5], "4 changes in 1 policy: 1 more restrictive, 1 no longer known, 2 editorial");
  EXPECT_EQ(lines[6],
            "Compared folder policies (sha256 bbbbbbbbbbbb) with release 1.2.0 "
            "(sha256 aaaaaaaaaaaa).");
}

TEST(ChangesAsGithub, NamesTheFileAloneWhereTheHeadHasNoLines) {
  TestComparison comparison(test_policy(), corrected_policy());
  for (Change& change : comparison.differences.changes)
    change.head = ChangePlace{"policies/jp/a.yaml", 0, 0};
  EXPECT_TRUE(has(changes_as_github(comparison.report()), ",file=policies/jp/a.yaml::"));
  for (Change& change : comparison.differences.changes) change.head.reset();
  EXPECT_FALSE(has(changes_as_github(comparison.report()), "file="));
}

TEST(ChangesAsGithub, CountsWhatARunnerWouldDrop) {
  json after = test_policy();
  for (int i = 0; i < 30; ++i) {
    json rule = after["transfer"][0];
    rule["id"] = "rule-" + std::to_string(i);
    rule["amount"] = {{"max", {{"value", i + 1}, {"unit", "GB"}}}};
    after["transfer"].push_back(rule);
  }
  const TestComparison added(test_policy(), after);
  const std::string notices = changes_as_github(added.report());
  EXPECT_EQ(times(notices, "::notice "), 10U);
  EXPECT_TRUE(has(notices, "\n::notice title=simrules::21 more without an annotation\n"));
  const TestComparison removed(after, test_policy());
  const std::string warnings = changes_as_github(removed.report());
  EXPECT_EQ(times(warnings, "::warning "), 10U);
  EXPECT_TRUE(has(warnings, "\n::notice title=simrules::20 more without an annotation\n"));
}

TEST(ChangesAsGithub, SaysThatNothingChanged) {
  const TestComparison comparison(test_policy(), test_policy());
  EXPECT_TRUE(changes_as_github(comparison.report()).starts_with("no changes\nCompared "));
}

TEST(ChangesAsGithub, LetsNoTextAct) {
  for (const std::string& hostile : hostile_texts()) {
    const TestComparison comparison(test_policy(), hostile_policy(hostile));
    const std::string text = changes_as_github(comparison.report());
    EXPECT_FALSE(has(text, "##[")) << text;
    EXPECT_FALSE(has(text, "\x1B")) << text;
    EXPECT_FALSE(has(text, "\r")) << text;
    EXPECT_FALSE(has(text, "\n::error")) << text;
    for (const std::string& line : lines_of(text)) {
      const bool is_command = line.starts_with("::");
      EXPECT_TRUE(!is_command || line.starts_with("::warning title=") ||
                  line.starts_with("::notice title="))
          << line;
    }
  }
}

}  // namespace
}  // namespace simrules
