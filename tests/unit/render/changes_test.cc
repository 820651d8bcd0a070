#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/diff.h"
#include "render/changes_markdown.h"
#include "render/changes_text.h"
#include "render/markdown.h"
#include "render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Two catalogs, what differs between them, and the report about it.
struct Comparison {
  Catalog base;
  Catalog head;
  std::vector<Change> changes;
  VersionPlan version = {
      Level::kMinor, SemVer{1, 3, 0}, {"MINOR: transfer-price-increased in jp/sample"}};

  Comparison(json before, json after)
      : base(make_test_catalog(std::move(before))), head(make_test_catalog(std::move(after))) {
    changes = diff(base, test_schema(), head, test_schema());
  }

  ChangeReport report() const {
    return {{OriginKind::kRelease, "1.2.0", "1.2.0", std::string(64, 'a')},
            {OriginKind::kFolder, "policies", "", std::string(64, 'b')},
            version,
            changes,
            {base, head, test_schema()}};
  }
};

json changed_policy() {
  json policy = test_policy();
  json& gift = policy["transfer"][0];
  gift["fees"][0]["price"] = 4950;
  gift["recipients"] = "same_account";
  gift["effective"] = {{"from", "2026-12-01"}};
  gift["revision"] = {{"date", "2026-11-30"}, {"cause", "carrier_change"}};
  policy["roaming"][0]["name"] = {{"en", "Abroad"}};
  policy["transfer"].erase(1);
  policy["name"]["en"] = "Sample Mobile";
  return policy;
}

TEST(ChangesAsText, ShowsWhatChangedForWhom) {
  const Comparison comparison(test_policy(), changed_policy());
  EXPECT_EQ(changes_as_text(comparison.report(), false),
            R"(base: release 1.2.0 (sha256 aaaaaaaaaaaa)
head: folder policies (sha256 bbbbbbbbbbbb)

8 changes: 2 more restrictive, 1 no longer known, 1 now known, 4 editorial

Transfer
  more restrictive: Sample Mobile (jp/sample) › Data Gift (data-gift) › Fees › shop › Price
      3,850 JPY -> 4,950 JPY
      cause: carrier change · effective: From: 2026-12-01 · evidence: article, gift-page
  more restrictive: Sample Mobile (jp/sample) › Data Gift (data-gift) › Recipients
      family group -> same account
      cause: carrier change · effective: From: 2026-12-01 · evidence: article, gift-page
  no longer known: Sample Mobile (jp/sample) › pool
      not offered, own lines -> –
      evidence: gift-page
  now known: Sample Mobile (jp/sample) › Data Gift (data-gift) › Effective
      – -> From: 2026-12-01
      cause: carrier change · effective: From: 2026-12-01 · evidence: article, gift-page
  editorial: Sample Mobile (jp/sample) › Data Gift (data-gift) › Revision › Cause
      initial -> carrier change
      cause: carrier change · effective: From: 2026-12-01 · evidence: article, gift-page
  editorial: Sample Mobile (jp/sample) › Data Gift (data-gift) › Revision › Date
      2026-11-22 -> 2026-11-30
      cause: carrier change · effective: From: 2026-12-01 · evidence: article, gift-page

Roaming
  editorial: Sample Mobile (jp/sample) › Abroad (none) › Name
      – -> Abroad

Policy
  editorial: Sample Mobile (jp/sample) › Name › English
      Sample -> Sample Mobile

next version: 1.3.0 (minor)
  - MINOR: transfer-price-increased in jp/sample
)");
}

TEST(ChangesAsText, SaysThatNothingChanged) {
  Comparison comparison(test_policy(), test_policy());
  comparison.version = {};
  EXPECT_EQ(changes_as_text(comparison.report(), false),
            R"(base: release 1.2.0 (sha256 aaaaaaaaaaaa)
head: folder policies (sha256 bbbbbbbbbbbb)

no changes
)");
}

TEST(ChangesAsMarkdown, ShowsOneTableATopic) {
  const Comparison comparison(test_policy(), changed_policy());
  EXPECT_EQ(changes_as_markdown(comparison.report()), R"(<!-- simrules:changes -->
## Policy changes

Compared `folder policies (sha256 bbbbbbbbbbbb)` with `release 1.2.0 (sha256 aaaaaaaaaaaa)`.

**8 changes: 2 more restrictive, 1 no longer known, 1 now known, 4 editorial**

### Transfer

| Impact | Policy | Rule | What | Before | After | Why | Effective | Evidence |
|---|---|---|---|---|---|---|---|---|
| more restrictive | Sample Mobile (jp/sample) | Data Gift (data-gift) | Fees › shop › Price | `3,850 JPY` | `4,950 JPY` | carrier change | `From: 2026-12-01` | `article`, `gift-page` |
| more restrictive | Sample Mobile (jp/sample) | Data Gift (data-gift) | Recipients | `family group` | `same account` | carrier change | `From: 2026-12-01` | `article`, `gift-page` |
| no longer known | Sample Mobile (jp/sample) | pool |  | `not offered, own lines` | `–` |  |  | `gift-page` |
| now known | Sample Mobile (jp/sample) | Data Gift (data-gift) | Effective | `–` | `From: 2026-12-01` | carrier change | `From: 2026-12-01` | `article`, `gift-page` |
| editorial | Sample Mobile (jp/sample) | Data Gift (data-gift) | Revision › Cause | `initial` | `carrier change` | carrier change | `From: 2026-12-01` | `article`, `gift-page` |
| editorial | Sample Mobile (jp/sample) | Data Gift (data-gift) | Revision › Date | `2026-11-22` | `2026-11-30` | carrier change | `From: 2026-12-01` | `article`, `gift-page` |

### Roaming

| Impact | Policy | Rule | What | Before | After | Why | Effective | Evidence |
|---|---|---|---|---|---|---|---|---|
| editorial | Sample Mobile (jp/sample) | Abroad (none) | Name | `–` | `Abroad` |  |  |  |

### Policy

| Impact | Policy | Rule | What | Before | After | Why | Effective | Evidence |
|---|---|---|---|---|---|---|---|---|
| editorial | Sample Mobile (jp/sample) |  | Name › English | `Sample` | `Sample Mobile` |  |  |  |

**Next version:** 1.3.0 (minor)

- `MINOR: transfer-price-increased in jp/sample`
)");
}

TEST(ChangesAsMarkdown, SaysThatNothingChanged) {
  Comparison comparison(test_policy(), test_policy());
  comparison.version = {};
  EXPECT_EQ(changes_as_markdown(comparison.report()), R"(<!-- simrules:changes -->
## Policy changes

Compared `folder policies (sha256 bbbbbbbbbbbb)` with `release 1.2.0 (sha256 aaaaaaaaaaaa)`.

**no changes**
)");
}

TEST(ChangesAsMarkdown, StaysBelowTheLimitOfAComment) {
  json after = test_policy();
  for (int i = 0; i < 200; ++i) {
    json rule = after["transfer"][0];
    rule["id"] = "rule-" + std::to_string(i);
    rule["name"]["en"] = std::string(190, 'x');
    after["transfer"].push_back(rule);
  }
  const Comparison comparison(test_policy(), after);
  const std::string text = changes_as_markdown(comparison.report());
  EXPECT_LT(text.size(), 60'000U);
  EXPECT_NE(text.find(" more changes are not shown."), std::string::npos);
}

TEST(Changes, LetNoTextAct) {
  json after = test_policy();
  after["name"]["en"] = "::error::x |`|``| <img src=x> @someone #1\x1B[31m##[group]";
  const Comparison comparison(test_policy(), after);
  const std::string text = changes_as_text(comparison.report(), false);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("##["), std::string::npos);
  EXPECT_EQ(text.find("\n      ::"), std::string::npos) << text;
  const std::string markdown = changes_as_markdown(comparison.report());
  EXPECT_NE(
      markdown.find(
          "| ```::error::x \\|`\\|``\\| <img src=x> @someone #1\\x1B[31m#\\u{23}[group]``` |"),
      std::string::npos)
      << markdown;
}

TEST(MarkdownCode, HoldsAnythingOnOneLine) {
  struct Row {
    std::string text;
    std::string code;
  };
  const std::vector<Row> rows{{"", ""},
                              {"a", "`a`"},
                              {"a`b", "``a`b``"},
                              {"`a``", "``` `a`` ```"},
                              {" a ", "`  a  `"},
                              {"a|b", "`a\\|b`"},
                              {"a\\|b", "`a\\x5C\\|b`"},
                              {"a\nb", "`a\\nb`"},
                              {"<b>&amp;", "`<b>&amp;`"}};
  for (const Row& row : rows)
    EXPECT_EQ(markdown_code(row.text, MarkdownPlace::kCell), row.code) << row.text;
}

TEST(MarkdownCode, KeepsBarsOutsideTables) {
  EXPECT_EQ(markdown_code("a\\|b", MarkdownPlace::kLine), "`a\\|b`");
  EXPECT_EQ(markdown_name("a|b", MarkdownPlace::kLine), "`a|b`");
}

TEST(MarkdownName, IsPlainOnlyWhereNothingActs) {
  struct Row {
    std::string text;
    std::string shown;
  };
  const std::vector<Row> rows{{"Data Gift (data-gift)", "Data Gift (data-gift)"},
                              {"データギフト", "データギフト"},
                              {"", ""},
                              {"- item", "`- item`"},
                              {"1) item", "`1) item`"},
                              {"@someone", "`@someone`"},
                              {"a@b", "`a@b`"},
                              {"fixes #1", "`fixes #1`"},
                              {"*a*", "`*a*`"},
                              {"[a](b)", "`[a](b)`"},
                              {"www.example.com", "`www.example.com`"},
                              {"povo 2.0", "povo 2.0"},
                              {"a  b", "`a  b`"},
                              {"a|b", "`a\\|b`"}};
  for (const Row& row : rows)
    EXPECT_EQ(markdown_name(row.text, MarkdownPlace::kCell), row.shown) << row.text;
}

TEST(MarkdownLink, LeadsOnlyToHttps) {
  EXPECT_EQ(markdown_link("page", "https://example.com/a(b)"),
            "[`page`](<https://example.com/a(b)>)");
  EXPECT_EQ(markdown_link("page", "javascript:alert(1)"), "`page`");
  EXPECT_EQ(markdown_link("page", "https://example.com/>x"), "`page`");
  EXPECT_EQ(markdown_link("page", ""), "`page`");
}

}  // namespace
}  // namespace simrules
