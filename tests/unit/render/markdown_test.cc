#include "render/text/markdown.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace simrules {
namespace {

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

TEST(MarkdownText, PutsOnlyWordsThatCouldActIntoCode) {
  struct Row {
    std::string text;
    std::string shown;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"The price rises from 3,850 JPY to 4,950 JPY.",
       "The price rises from 3,850 JPY to 4,950 JPY."},
      {"one: two; \"three\"?", "one: two; `\"three\"?`"},
      {"see https://example.com/ now", "see `https://example.com/` now"},
      {"a|b c", "`a\\|b` c"},
      {"ask @someone about #1", "ask `@someone` about `#1`"},
      {"about GH-1 and www.example.com", "about `GH-1` and `www.example.com`"},
      {"[a](b) *c* _d_", "`[a](b)` `*c*` `_d_`"},
      {"` ``", "`` ` `` ``` `` ```"},
      {"a\nb", "`a\\nb`"},
      {"a  b", "a  b"},
      {"料金は3,850円。", "料金は3,850円。"},
      {"出典を加えました（Blue、https://blue.example/a,b）。",
       "出典を加えました（Blue、`https://blue.example/a,b`）。"},
      {"来源（_a_），备注：*b*", "来源（`_a_`），备注：`*b*`"},
      {"supports “<b>”.", "supports “`<b>`”."},
      {"<b>", "`<b>`"}};
  for (const Row& row : rows)
    EXPECT_EQ(markdown_text(row.text, MarkdownPlace::kCell), row.shown) << row.text;
}

TEST(MarkdownLink, LeadsOnlyToHttps) {
  EXPECT_EQ(markdown_link("page", "https://example.com/a(b)"),
            "[`page`](<https://example.com/a(b)>)");
  EXPECT_EQ(markdown_link("page", "javascript:alert(1)"), "`page`");
  EXPECT_EQ(markdown_link("page", "https://example.com/>x"), "`page`");
  EXPECT_EQ(markdown_link("page", ""), "`page`");
  EXPECT_EQ(markdown_link("a|b", "https://example.com/", MarkdownPlace::kCell),
            "[`a\\|b`](<https://example.com/>)");
}

}  // namespace
}  // namespace simrules
