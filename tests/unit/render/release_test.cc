#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/diff.h"
#include "release/proof/passive.h"
#include "render/page/door.h"
#include "render/page/page.h"
#include "render/release/changelog.h"
#include "render/text/templates.h"
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

Compared with 1.0.0, whose manifest has the SHA-256 digest `eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee`; the dataset of this release has `dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd`.

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

TEST(Page, IsOneFileThatRequestsNothing) {
  const std::string page = page_html(next_release(test_policy(), changed_policy()), {}, "en");
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
  EXPECT_NE(page.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
  for (const char* forbidden : {"<img", "src=", "@import", "url(", "stylesheet", "onclick"}) {
    EXPECT_EQ(page.find(forbidden), std::string::npos) << forbidden;
  }
  for (const char* part : {R"(<a href="https://example.com/gift">Example</a>)",
                           R"(<span lang="ja">データギフト</span>)",
                           R"(<use href="#g-conditional"/>)",
                           R"(<article class="change i-worse">)",
                           R"(id="jp/sample/data-gift")",
                           "Compared with 1.0.0: "}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
}

TEST(Page, HasTheScriptThatReleasesAreKnownToHave) {
  EXPECT_TRUE(is_published_script(kPageScript))
      << "add its SHA-256 to src/release/proof/passive.cc";
  EXPECT_LE(kPageScript.size(), 3072U);
}

TEST(Page, EscapesEveryText) {
  const std::string evil = "<script>alert('1')</script>&\"`{{version}}";
  json policy = test_policy();
  policy["name"] = {{"en", evil}, {"ja", evil + "ja"}};
  policy["transfer"][0]["name"]["en"] = evil;
  policy["transfer"][0]["evidence"][0]["claim"]["en"] = evil;
  policy["sources"][0]["publisher"] = evil;
  policy["sources"][0]["url"] = "javascript:alert(1)";
  for (const std::string& language : {std::string("en"), std::string("zh")}) {
    const std::string page = page_html(next_release(test_policy(), policy), {}, language);
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_EQ(page.find("href=\"javascript"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
    EXPECT_NE(page.find("{{version}}"), std::string::npos);
  }
}

TEST(Page, SaysThatTheFirstReleaseHasNoBase) {
  const std::string page = page_html(first_release(test_policy()), {}, "en");
  EXPECT_NE(page.find("This is the first release"), std::string::npos);
  EXPECT_EQ(page.find("Release before"), std::string::npos);
}

TEST(Page, BeginsWithWhatItsOwnerChose) {
  ReleaseContent content = first_release(test_policy());
  content.head.about.question = "share";
  const std::string page = page_html(content, {}, "en");
  EXPECT_NE(page.find("<h1 id=\"question\">Can several lines or devices share"), std::string::npos)
      << page.substr(page.find("<h1"), 200);
}

TEST(Page, MarksWhatIsInAnotherLanguage) {
  const std::string page = page_html(first_release(test_policy()), {}, "zh");
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=\"zh-Hans\">"));
  EXPECT_NE(page.find("<span lang=\"en\">"), std::string::npos);
}

TEST(Page, ListsTheFilesThatWereWrittenBefore) {
  const std::string page =
      page_html(first_release(test_policy()), {{"rules.csv", "a,b\r\n"}}, "en");
  EXPECT_NE(page.find("<a href=\"rules.csv\">rules.csv</a> <span class=\"bytes\">5 B</span>"),
            std::string::npos);
}

TEST(Door, LeadsToTheNewestPagesAndListsEveryRelease) {
  Index index;
  index.releases = {{"1.0.0", "2026-11-20", std::string(64, 'a')},
                    {"2.0.0", "2026-11-22", std::string(64, 'b')}};
  index.releases.back().schema_version = 3;
  index.releases.back().changes = {{Impact::kMoreRestrictive, 2}};
  const std::string door = door_html(index);
  for (const char* part : {"href=\"2.0.0/report.html\"",
                           "lang=\"zh-Hans\" hreflang=\"zh-Hans\" href=\"2.0.0/report.zh.html\"",
                           "href=\"1.0.0/report.html\"",
                           "2 more restrictive",
                           "the first release"}) {
    EXPECT_NE(door.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(door.find("1.0.0/report.zh.html"), std::string::npos);
  EXPECT_EQ(door.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace simrules
