#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "render/changes/html.h"
#include "support/change_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(ChangesAsHtml, IsOnePageThatRequestsNothing) {
  const TestComparison comparison(test_policy(), changed_policy());
  const std::string page = changes_as_html(comparison.report());
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=\"en\">\n"));
  EXPECT_TRUE(has(page, "default-src 'none'"));
  EXPECT_FALSE(has(page, "{{")) << page;
  for (const char* external : {"<script", "<link", "<img", "src=", "@import", "url("}) {
    EXPECT_FALSE(has(page, external)) << external;
  }
}

TEST(ChangesAsHtml, TellsWhatChangedWhySinceWhenAndOnWhatEvidence) {
  const TestComparison comparison(test_policy(), changed_policy());
  const std::string page = changes_as_html(comparison.report());
  for (const char* part :
       {"<h2>4 changes in 1 policy: 1 more restrictive,",
        "<article class=\"change worse\">",
        "</span> Sample Mobile (jp/sample) › Data Gift (data-gift)</h4>",
        "<dt>effective</dt><dd>from 1 December 2026 (announced 15 November 2026)</dd>",
        "<a href=\"https://example.com/gift\" rel=\"noopener noreferrer\">",
        "<strong>1.3.0</strong> (minor)",
        "<code>MINOR: transfer-price-increased in jp/sample</code>"}) {
    EXPECT_TRUE(has(page, part)) << part << "\n" << page;
  }
  EXPECT_TRUE(has(page, std::string(64, 'a')));
  EXPECT_TRUE(has(page, std::string(64, 'b')));
  EXPECT_EQ(times(page, "They say costs rose."), 1U);
}

TEST(ChangesAsHtml, KeepsCorrectionsOfOurDataApart) {
  const TestComparison comparison(test_policy(), corrected_policy());
  EXPECT_TRUE(has(changes_as_html(comparison.report()),
                  "<h3>Corrections of our own data</h3>\n<p class=\"faint\">What we had written"));
}

TEST(ChangesAsHtml, SaysThatNothingChangedInItsLanguage) {
  TestComparison comparison(test_policy(), test_policy());
  comparison.version = {};
  const std::string page = changes_as_html(comparison.report("zh"));
  EXPECT_TRUE(has(page, "<html lang=\"zh-Hans\">"));
  EXPECT_TRUE(has(page, "<h2>没有变更</h2>"));
  EXPECT_TRUE(has(page, "发布版 1.2.0"));
  EXPECT_FALSE(has(page, "class=\"counts\""));
}

TEST(ChangesAsHtml, LetsNoTextAct) {
  for (const std::string& hostile : hostile_texts()) {
    const TestComparison comparison(test_policy(), hostile_policy(hostile));
    const std::string page = changes_as_html(comparison.report());
    EXPECT_FALSE(has(page, "<img")) << page;
    EXPECT_FALSE(has(page, "<!-- ")) << page;
    EXPECT_FALSE(has(page, "</details>")) << page;
    EXPECT_FALSE(has(page, "\x1B")) << page;
    EXPECT_FALSE(has(page, "href=\"javascript")) << page;
  }
}

}  // namespace
}  // namespace simrules
