#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "render/changes/markdown.h"
#include "support/change_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kTableHead =
    "| Impact | Policy and rule | Change | Before | After | Cause | Effective | Evidence |\n"
    "|---|---|---|---|---|---|---|---|\n";

TEST(ChangesAsMarkdown, BeginsWithTheMarkerAndWhatWasCompared) {
  const TestComparison comparison(test_policy(), changed_policy());
  const std::string text = changes_as_markdown(comparison.report());
  EXPECT_TRUE(text.starts_with(R"(<!-- simrules:changes -->
## Policy changes

Compared `folder policies (sha256 bbbbbbbbbbbb)` with `release 1.2.0 (sha256 aaaaaaaaaaaa)`.

**4 changes in 1 policy: 1 more restrictive, 1 no longer known, 2 editorial**

### Transfer

)" + std::string(kTableHead) +
                               "| more restrictive | Sample Mobile (jp/sample) › Data Gift "
                               "(data-gift) | "))
      << text;
  EXPECT_TRUE(text.ends_with(R"(
**next version: 1.3.0** (minor)

- `MINOR: transfer-price-increased in jp/sample`
)")) << text;
}

TEST(ChangesAsMarkdown, ShowsOneTableATopicTheWorstImpactFirst) {
  const TestComparison comparison(test_policy(), changed_policy());
  const std::string text = changes_as_markdown(comparison.report());
  EXPECT_EQ(times(text, kTableHead), 1U) << "the other topics have but asides\n" << text;
  EXPECT_TRUE(has(text,
                  " | `3,850 JPY` | `4,950 JPY` | carrier change: They say costs rose. | "
                  "from 1 December 2026 (announced 15 November 2026) | `article`, "
                  "[`gift-page`](<https://example.com/gift>) |\n"))
      << text;
  EXPECT_EQ(times(text, "They say costs rose."), 1U) << text;
  EXPECT_LT(text.find("\n| more restrictive"), text.find("\n| no longer known"));
  EXPECT_LT(text.find("\n| no longer known"), text.find("\n| now known"));
  EXPECT_FALSE(has(text, "| editorial |"));
  EXPECT_TRUE(has(text, "<details>\n<summary>Evidence and wording: 2</summary>\n\n- ")) << text;
}

TEST(ChangesAsMarkdown, KeepsCorrectionsOfOurDataApart) {
  const TestComparison comparison(test_policy(), corrected_policy());
  const std::string text = changes_as_markdown(comparison.report());
  EXPECT_TRUE(has(text,
                  "\n### Corrections of our own data\n\nWhat we had written was wrong; the "
                  "carrier changed nothing here.\n\n" +
                      std::string(kTableHead) +
                      "| more permissive | Sample (jp/sample) › shared data (pool) | "))
      << text;
  EXPECT_FALSE(has(text, "### Transfer"));
}

TEST(ChangesAsMarkdown, SaysThatNothingChanged) {
  TestComparison comparison(test_policy(), test_policy());
  comparison.version = {};
  EXPECT_EQ(changes_as_markdown(comparison.report()), R"(<!-- simrules:changes -->
## Policy changes

Compared `folder policies (sha256 bbbbbbbbbbbb)` with `release 1.2.0 (sha256 aaaaaaaaaaaa)`.

**no changes**
)");
}

TEST(ChangesAsMarkdown, StaysBelowTheLimitOfAComment) {
  json after = test_policy();
  for (int i = 0; i < 400; ++i) {
    json rule = after["transfer"][0];
    rule["id"] = "rule-" + std::to_string(i);
    rule["name"]["en"] = std::string(190, 'x');
    rule["amount"] = {{"max", {{"value", i + 1}, {"unit", "GB"}}}};
    after["transfer"].push_back(rule);
  }
  const TestComparison comparison(test_policy(), after);
  const std::string text = changes_as_markdown(comparison.report());
  EXPECT_LT(text.size(), 65'536U);
  const std::size_t shown = times(text, "\n| now known");
  EXPECT_TRUE(has(text, "\n" + std::to_string(400 - shown) + " more not shown\n"));
}

TEST(ChangesAsMarkdown, LetsNoTextAct) {
  for (const std::string& hostile : hostile_texts()) {
    const TestComparison comparison(test_policy(), hostile_policy(hostile));
    const std::string text = changes_as_markdown(comparison.report());
    EXPECT_EQ(times(text, "\n| more restrictive | "), 2U) << text;
    EXPECT_FALSE(has(text, "##[")) << text;
    EXPECT_FALSE(has(text, "\x1B")) << text;
    EXPECT_FALSE(has(text, "\n::")) << text;
  }
}

}  // namespace
}  // namespace simrules
