#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/changes/text.h"
#include "render/text/terminal.h"
#include "support/change_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(ChangesAsText, TellsWhatWasComparedAndHowMuchChanged) {
  const TestComparison comparison(test_policy(), changed_policy());
  const std::string text = changes_as_text(comparison.report(), false);
  EXPECT_TRUE(text.starts_with(R"(base: release 1.2.0 (sha256 aaaaaaaaaaaa)
head: folder policies (sha256 bbbbbbbbbbbb)

4 changes in 1 policy: 1 more restrictive, 1 no longer known, 2 editorial

Transfer
  Sample Mobile (jp/sample) › Data Gift (data-gift): more restrictive
    more restrictive  )"))
      << text;
  EXPECT_TRUE(text.ends_with(R"(
next version: 1.3.0 (minor)
  - MINOR: transfer-price-increased in jp/sample
)")) << text;
}

TEST(ChangesAsText, TellsWhatTheChangesOfARuleShareOnce) {
  const TestComparison comparison(test_policy(), changed_policy());
  const std::string text = changes_as_text(comparison.report(), false);
  EXPECT_EQ(times(text, "the carrier changed it (30 November 2026): They say"), 1U) << text;
  EXPECT_EQ(times(text, "https://example.com/gift"), 2U) << "one for each rule that rests on it";
  EXPECT_EQ(times(text, "from 1 December 2026 (announced 15 November 2026)\n"), 1U) << text;
  EXPECT_FALSE(has(text, "Revision")) << text;
}

TEST(ChangesAsText, KeepsCorrectionsOfOurDataApart) {
  json after = corrected_policy();
  after["transfer"][0]["fees"][0]["price"] = 4950;
  after["transfer"][0]["revision"] = {{"date", "2026-11-30"}, {"cause", "carrier_change"}};
  const TestComparison comparison(test_policy(), after);
  const std::string text = changes_as_text(comparison.report(), false);
  const std::size_t note = text.find(
      "\nCorrections of our own data\n"
      "  What we had written was wrong; the carrier changed nothing here.\n"
      "  Sample (jp/sample) › shared data (pool): more permissive\n");
  ASSERT_NE(note, std::string::npos) << text;
  EXPECT_LT(text.find("Data Gift"), note);
  EXPECT_GT(text.find("The table was misread."), note);
}

TEST(ChangesAsText, SaysWhyAPairHasNoOrder) {
  json after = test_policy();
  after["transfer"][0]["fees"][0]["price"] = 3500;
  after["transfer"][0]["fees"][0]["tax"] = "excluded";
  const TestComparison comparison(test_policy(), after);
  const std::string text = changes_as_text(comparison.report(), false);
  EXPECT_TRUE(has(text, "(neither better nor worse, for this differs too: Tax basis)\n")) << text;
}

TEST(ChangesAsText, SaysThatNothingChangedInThreeLanguages) {
  TestComparison comparison(test_policy(), test_policy());
  comparison.version = {};
  EXPECT_EQ(changes_as_text(comparison.report(), false),
            R"(base: release 1.2.0 (sha256 aaaaaaaaaaaa)
head: folder policies (sha256 bbbbbbbbbbbb)

no changes
)");
  EXPECT_EQ(changes_as_text(comparison.report("ja"), false),
            R"(基準：リリース 1.2.0 (sha256 aaaaaaaaaaaa)
対象：フォルダー policies (sha256 bbbbbbbbbbbb)

変更はありません
)");
  EXPECT_EQ(changes_as_text(comparison.report("zh"), false),
            R"(基准：发布版 1.2.0 (sha256 aaaaaaaaaaaa)
对象：文件夹 policies (sha256 bbbbbbbbbbbb)

没有变更
)");
}

TEST(ChangesAsText, ShowsNoEnglishWordOfItsOwnInAnotherLanguage) {
  const TestComparison comparison(test_policy(), changed_policy());
  for (const char* language : {"ja", "zh"}) {
    const std::string text = changes_as_text(comparison.report(language), false);
    for (const char* word : {"base",
                             "head",
                             "changes",
                             "why",
                             "sources",
                             "restrictive",
                             "version",
                             "Transfer",
                             "From",
                             "carrier",
                             "editorial",
                             "Policy"}) {
      EXPECT_FALSE(has(text, word)) << word << " in\n" << text;
    }
  }
}

TEST(ChangesAsText, StaysInEightyColumnsAndActsNowhere) {
  for (const std::string& hostile : hostile_texts()) {
    const TestComparison comparison(test_policy(), hostile_policy(hostile));
    const std::string text = changes_as_text(comparison.report(), false);
    EXPECT_FALSE(has(text, "\x1B")) << text;
    EXPECT_FALSE(has(text, "##[")) << text;
    for (const std::string& line : lines_of(text)) {
      const std::size_t first = line.find_first_not_of(' ');
      if (first == std::string::npos) continue;
      EXPECT_NE(line[first], ':') << line;
      const bool is_summary = line.starts_with("8 changes");
      const bool is_one_word = line.find(' ', first) == std::string::npos;
      EXPECT_TRUE(display_width(line) <= 80 || is_summary || is_one_word) << line;
    }
  }
}

TEST(Wrap, BreaksAtBlanksAndBetweenWideCharacters) {
  struct Row {
    std::string text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  const std::vector<Row> rows{{"", 10, {""}},
                              {"one two three", 8, {"one two", "three"}},
                              {"one two three", 13, {"one two three"}},
                              {"a-very-long-word here", 6, {"a-very-long-word", "here"}},
                              {"制限が強まる", 6, {"制限が", "強まる"}},
                              {"制限が、強まる", 6, {"制限", "が、強", "まる"}},
                              {"制限「強」", 6, {"制限", "「強」"}},
                              {"20GBまで使える", 6, {"20GBま", "で使え", "る"}},
                              {"a ::error::x", 4, {"a", "\\u{3A}:error::x"}}};
  for (const Row& row : rows) EXPECT_EQ(wrap(row.text, row.width), row.lines) << row.text;
}

}  // namespace
}  // namespace simrules
