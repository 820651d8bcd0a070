#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/diff.h"
#include "render/release/changelog.h"
#include "render/release/page.h"
#include "support/render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

Dataset test_dataset(const std::string& version, json policy) {
  return {.version = version,
          .released = "2026-11-22",
          .sha256 = std::string(64, 'd'),
          .catalog = make_test_catalog(std::move(policy)),
          .schema = test_schema(),
          .schema_text = {}};
}

ReleaseContent first_release(json policy) {
  Dataset head = test_dataset("1.0.0", std::move(policy));
  Differences differences = diff(Catalog(), head.schema, head.catalog, head.schema);
  CurrentCatalog current = current_on(head.catalog, head.schema, *parse_date(head.released));
  return {.version = "1.0.0",
          .released = "2026-11-22",
          .tool_version = "0.1.0",
          .plan = {Level::kMajor, SemVer{1, 0, 0}, {"the first release"}},
          .previous = {},
          .head = std::move(head),
          .current = std::move(current),
          .differences = std::move(differences),
          .base_origin = {},
          .head_origin = {},
          .dataset_text = {},
          .changes_text = {},
          .kept = {}};
}

ReleaseContent next_release(json before, json after) {
  ReleaseContent content = first_release(std::move(after));
  content.version = "1.1.0";
  content.plan = {Level::kMinor, SemVer{1, 1, 0}, {"MINOR: transfer-price-increased in jp/sample"}};
  Dataset base = test_dataset("1.0.0", std::move(before));
  content.differences = diff(base.catalog, base.schema, content.head.catalog, content.head.schema);
  content.previous = PreviousRelease{std::move(base), {"1.0.0", std::string(64, 'e')}};
  return content;
}

json changed_policy() {
  json policy = test_policy();
  json& gift = policy["transfer"][0];
  gift["fees"][0]["price"] = 4950;
  gift["effective"] = {{"from", "2026-12-01"}};
  gift["revision"] = {{"date", "2026-11-30"}, {"cause", "carrier_change"}};
  json& pool = policy["transfer"][1];
  pool["recipients"] = "family_group";
  pool["revision"] = {{"date", "2026-11-30"}, {"cause", "correction"}};
  return policy;
}

TEST(ChangelogMarkdown, CountsTheFirstRelease) {
  EXPECT_EQ(changelog_markdown(first_release(test_policy())), R"(# Changelog of the simrules dataset

## 1.0.0 - 2026-11-22

The first release: 1 policy with 3 rules.

### Rules by topic and verdict

| Topic | Rules | unknown | not allowed | not offered | conditional | allowed |
|---|---|---|---|---|---|---|
| Transfer | 2 | 0 | 0 | 1 | 1 | 0 |
| Roaming | 1 | 1 | 0 | 0 | 0 | 0 |
| Tethering | 0 | 0 | 0 | 0 | 0 | 0 |

### Policies

| Policy | Id | Transfer | Roaming | Tethering |
|---|---|---|---|---|
| Sample | `jp/sample` | 2 | 1 | 0 |
)");
}

TEST(ChangelogMarkdown, TellsWhatWasComparedAndHowMuchChanged) {
  const std::string text = changelog_markdown(next_release(test_policy(), changed_policy()));
  EXPECT_TRUE(text.starts_with(R"(# Changelog of the simrules dataset

## 1.1.0 - 2026-11-22

Compared with 1.0.0, whose manifest has the SHA-256 digest `eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee`; the
dataset of this release has `dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd`.

**2 changes in 1 policy: 1 more restrictive, 1 more permissive**

The version follows from what changed:

- `MINOR: transfer-price-increased in jp/sample`

| Impact on the subscriber | Changes |
|---|---|
| more restrictive | 1 |
| more permissive | 1 |

### More restrictive

- **Sample (jp/sample) › Data Gift (data-gift)**: )"))
      << text;
}

TEST(ChangelogMarkdown, ListsEachRuleOnceByItsWeightiestImpactAndCorrectionsApart) {
  const std::string text = changelog_markdown(next_release(test_policy(), changed_policy()));
  const std::string facts =
      " · from 1 December 2026 · `article`, [`gift-page`](<https://example.com/gift>)\n  - ";
  std::size_t after = 0;
  for (const std::string& part :
       {std::string("\n### More restrictive\n\n- **Sample (jp/sample) › Data Gift"),
        facts,
        std::string(
            "\n### Corrections of our own data\n\nWhat we had written was wrong; the carrier "
            "changed nothing here.\n\n- **Sample (jp/sample) › shared data (pool)**: "),
        std::string("\n  - more permissive: ")}) {
    const std::size_t found = text.find(part, after);
    ASSERT_NE(found, std::string::npos) << part << "\n" << text;
    after = found + part.size() - 1;
  }
  EXPECT_EQ(text.find("### Now known"), std::string::npos) << "the dates tell it";
  EXPECT_EQ(text.find("### More permissive"), std::string::npos) << "the correction has its own";
}

TEST(ReportHtml, IsOneFileThatRequestsNothing) {
  const std::string page = page_html(next_release(test_policy(), changed_policy()));
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
  EXPECT_NE(page.find("default-src 'none'; style-src 'unsafe-inline'"), std::string::npos);
  for (const char* forbidden : {"<script", "<link", "<img", "src=", "@import", "url(", "http://"}) {
    EXPECT_EQ(page.find(forbidden), std::string::npos) << forbidden;
  }
  EXPECT_NE(
      page.find(R"(<a href="https://example.com/gift" rel="noopener noreferrer">Example</a>)"),
      std::string::npos);
  EXPECT_NE(page.find(R"(<span class="ja" lang="ja">データギフト</span>)"), std::string::npos);
  EXPECT_NE(page.find(R"(<i aria-hidden="true">◐</i>conditional)"), std::string::npos);
  EXPECT_NE(page.find("2 sources, checked on 2026-11-21"), std::string::npos);
  EXPECT_NE(page.find("<article class=\"change worse\">"), std::string::npos);
  EXPECT_NE(page.find("<h3>Corrections of our own data</h3>"), std::string::npos);
  EXPECT_NE(page.find("Compared with 1.0.0: "), std::string::npos);
}

TEST(ReportHtml, EscapesEveryText) {
  const std::string evil = "<script>alert('1')</script>&\"`{{version}}";
  json policy = test_policy();
  policy["name"] = {{"en", evil}, {"ja", evil + "ja"}};
  policy["transfer"][0]["name"]["en"] = evil;
  policy["transfer"][0]["evidence"][0]["claim"]["en"] = evil;
  policy["sources"][0]["publisher"] = evil;
  policy["sources"][0]["url"] = "javascript:alert(1)";
  const std::string page = page_html(next_release(test_policy(), policy));
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("javascript:alert(1)\""), std::string::npos);
  EXPECT_EQ(page.find("href=\"javascript"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(&apos;1&apos;)&lt;/script&gt;&amp;&quot;`{{version}}"),
            std::string::npos);
}

TEST(ReportHtml, SaysThatTheFirstReleaseHasNoBase) {
  const std::string page = page_html(first_release(test_policy()));
  EXPECT_NE(page.find("This is the first release"), std::string::npos);
  EXPECT_EQ(page.find("Previous release"), std::string::npos);
}

}  // namespace
}  // namespace simrules
