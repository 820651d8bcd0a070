#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/json_reader.h"
#include "render/answers/stale_json.h"
#include "render/answers/stale_markdown.h"
#include "render/answers/stale_text.h"
#include "schema/language/file.h"
#include "schema/schema_check.h"
#include "support/change_fixture.h"
#include "support/render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What is told of one policy.
struct Told {
  Told(json policy, const char* day, FreshnessLimit limit)
      : catalog(make_test_catalog(std::move(policy))),
        found(report_freshness(rules_about(catalog, {}), *parse_date(day), limit)) {}

  StaleReport report() const { return {found, origin, built_in_languages()->find("en")}; }

  Catalog catalog;
  Origin origin{OriginKind::kFolder, "policies", "", std::string(64, 'b')};
  FreshnessReport found;
};

constexpr FreshnessLimit kAtOnce{180, 0};

TEST(StaleAsText, IsATableAndSaysWhatItMeans) {
  const Told told(test_policy(), "2027-05-21", kAtOnce);
  EXPECT_EQ(
      stale_as_text(told.report(), false),
      R"(Due         Age       Policy     Rule                Verdict      Confidence  Newest source
2027-05-19  182 days  jp/sample  transfer/pool       not_offered  confirmed   gift-page
2027-05-20  181 days  jp/sample  transfer/data-gift  conditional  disputed    article

2 of 3 rules are past due on 2027-05-21. A rule is due 180 days after the newest
source of its evidence was read.
1 rule has no evidence that could be old.
  jp/sample: roaming/none
Read from folder policies (sha256 bbbbbbbbbbbb).
)");
}

TEST(StaleAsText, SaysWhenNothingIsDue) {
  const Told told(test_policy(), "2026-11-22", {180, 2});
  const std::string text = stale_as_text(told.report(), false);
  EXPECT_TRUE(text.starts_with(
      "None of 3 rules are past due on 2026-11-22. A rule is due 180 days after the\n"))
      << text;
  EXPECT_TRUE(has(text, "up to 1 day later")) << text;
  EXPECT_TRUE(has(text, "The next one is due on 2027-05-")) << text;
}

TEST(StaleAsText, IndentsFurtherLinesOfAPolicy) {
  json policy = test_policy();
  for (const char* id : {"first-pass-of-two", "second-pass-of-two", "pass-for-other-places"}) {
    policy["roaming"].push_back(policy["roaming"][0]);
    policy["roaming"].back()["id"] = id;
  }
  const Told told(std::move(policy), "2026-11-22", kAtOnce);
  EXPECT_TRUE(has(stale_as_text(told.report(), false),
                  "  jp/sample: roaming/none roaming/first-pass-of-two roaming/second-pass-of-two\n"
                  "    roaming/pass-for-other-places\n"));
}

TEST(StaleAsText, SaysHowManyAreOver) {
  json policy = test_policy();
  policy["lifecycle"] = "ended";
  const Told told(std::move(policy), "2027-05-21", kAtOnce);
  const std::string text = stale_as_text(told.report(), false);
  EXPECT_TRUE(has(text, "3 rules are over and not read again.\n")) << text;
  EXPECT_FALSE(has(text, "The next one"));
}

TEST(StaleAsMarkdown, LinksToThePagesAndFoldsTheRestAway) {
  const Told told(test_policy(), "2027-05-21", kAtOnce);
  EXPECT_EQ(stale_as_markdown(told.report()),
            R"(## Rules to read again

2 of 3 rules are past due on 2027-05-21. A rule is due 180 days after the newest source of its evidence was read.

| Due | Age | Policy | Rule | Verdict | Confidence | Newest source |
|---|---:|---|---|---|---|---|
| 2027-05-19 | 182 days | `jp/sample` | `transfer/pool` | `not_offered` | confirmed | [`gift-page`](<https://example.com/gift>) |
| 2027-05-20 | 181 days | `jp/sample` | `transfer/data-gift` | `conditional` | disputed | `article` |

Read each page again and correct what it says otherwise now; then write the day of the reading into the `accessed` of its source.

<details>
<summary>1 rule has no evidence that could be old.</summary>

- `jp/sample` `roaming/none`

</details>

Read from `folder policies (sha256 bbbbbbbbbbbb)`.
)");
}

/// Shape: hostile in every text that is shown, as a dataset of somebody else's could be.
json hostile_policy() {
  const std::string hostile = "a`b|c\n::error::<b>@you</b> ##[group] <!-- # [x](https://x.example)";
  json policy = test_policy();
  policy["sources"][0]["id"] = hostile;
  policy["sources"][0]["url"] = "https://x.example/>)|`<b>";
  policy["transfer"][0]["evidence"][0]["source"] = hostile;
  policy["transfer"][0]["evidence"].erase(1);
  policy["transfer"][0]["id"] = hostile;
  policy["transfer"][0]["verdict"] = hostile;
  policy["roaming"][0]["id"] = hostile;
  return policy;
}

TEST(StaleAsMarkdown, LetsNothingActThatComesFromPolicies) {
  const Told told(hostile_policy(), "2027-06-21", kAtOnce);
  const std::string text = stale_as_markdown(told.report());
  for (const char* acting : {"\n::error", "##[", "](<https://x", "| a`b", "c\n"}) {
    EXPECT_FALSE(has(text, acting)) << acting << "\n" << text;
  }
  EXPECT_TRUE(has(text, "``transfer/a`b\\|c\\n::error::<b>@you</b> ")) << text;
}

TEST(StaleAsText, LetsNothingActThatComesFromPolicies) {
  const Told told(hostile_policy(), "2027-06-21", kAtOnce);
  const std::string text = stale_as_text(told.report(), false);
  EXPECT_FALSE(has(text, "\n::error")) << text;
  EXPECT_FALSE(has(text, "##[")) << text;
}

TEST(StaleAsMarkdown, IsCutBetweenRulesAndCountsTheRest) {
  json policy = test_policy();
  constexpr std::size_t kRules = 2000;
  for (std::size_t i = 0; i < kRules; ++i) {
    policy["transfer"].push_back(policy["transfer"][0]);
    policy["transfer"].back()["id"] = "rule-" + std::to_string(i);
  }
  const Told told(std::move(policy), "2027-06-21", kAtOnce);
  const std::string text = stale_as_markdown(told.report());
  EXPECT_LT(text.size(), 60'000U);
  EXPECT_GT(text.size(), 50'000U);
  const std::size_t shown = times(text, "\n| 2027") + times(text, "\n- `");
  EXPECT_TRUE(has(text,
                  "\n" + std::to_string(kRules + 3 - shown) +
                      " more rules are left out here: `simrules stale` lists them all.\n"))
      << shown;
}

TEST(StaleAsJson, ConformsToItsSchema) {
  DiagnosticList problems;
  const auto schema = Schema::load(read_test_schema("stale.schema.json"), problems);
  ASSERT_TRUE(schema);
  for (const char* day : {"2026-11-22", "2027-05-21"}) {
    const Told told(test_policy(), day, kAtOnce);
    const auto document = read_json("stale.json", stale_as_json(told.report()), {}, problems);
    ASSERT_TRUE(document);
    EXPECT_TRUE(SchemaChecker(*schema).check(*document, problems)) << day;
  }
  EXPECT_TRUE(problems.empty());
}

TEST(StaleAsJson, TellsTheAgeAndTheSource) {
  const Told told(test_policy(), "2027-05-21", kAtOnce);
  const json value = json::parse(stale_as_json(told.report()));
  EXPECT_EQ(value["summary"],
            (json{{"rules", 3}, {"stale", 2}, {"fresh", 0}, {"unverified", 1}, {"ended", 0}}));
  EXPECT_EQ(value["stale"][1]["age"], 181);
  EXPECT_EQ(value["stale"][1]["due"], "2027-05-20");
  EXPECT_EQ(value["stale"][1]["source"]["id"], "article");
  EXPECT_EQ(value["stale"][1]["source"]["url"], json());
  EXPECT_EQ(value["next_due"], json());
  EXPECT_EQ(value["unverified"][0]["rule"], "none");
}

}  // namespace
}  // namespace simrules
