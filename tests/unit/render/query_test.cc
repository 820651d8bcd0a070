#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "render/query_json.h"
#include "render/query_text.h"
#include "render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(QueryAsText, AlignsAnswers) {
  const Catalog catalog = make_test_catalog(test_policy());
  EXPECT_EQ(query_as_text(query(catalog, {}), test_schema(), "en", {}),
            R"(   Brand   Rule          Mechanism       Verdict      Recipients    Confidence
~  Sample  Data Gift     gift allowance  conditional  family group  disputed
-  Sample  pool          pool            not offered  own lines     confirmed
?  Sample  data roaming  data roaming    unknown                    unverified
)");
}

TEST(QueryAsText, AlignsJapaneseByDisplayWidth) {
  const Catalog catalog = make_test_catalog(test_policy());
  Query question;
  question.topic = "transfer";
  EXPECT_EQ(
      query_as_text(query(catalog, question), test_schema(), "ja", {}),
      R"(   ブランド  ルール        方式                        可否          受け取れる人        確度
~  サンプル  データギフト  データギフト（容量の譲渡）  条件付きで可  家族グループの回線  見解の相違あり
-  サンプル  データの共有  データの共有                提供なし      自分の回線          確認済み
)");
}

TEST(QueryAsText, LeavesOutRecipientsThatNoAnswerHas) {
  const Catalog catalog = make_test_catalog(test_policy());
  Query question;
  question.topic = "roaming";
  EXPECT_EQ(query_as_text(query(catalog, question), test_schema(), "zh", {}),
            R"(   品牌    规则      方式      结论  可信度
?  Sample  境外数据  境外数据  未知  未核实
)");
}

TEST(QueryAsText, ShowsEvidenceReasonsAndAlternatives) {
  const Catalog catalog = make_test_catalog(test_policy());
  Query question;
  question.mechanism = "gift_allowance";
  const std::string text =
      query_as_text(query(catalog, question), test_schema(), "en", {.evidence = true});
  EXPECT_EQ(text.substr(text.find("\n\n") + 1), R"(
~ Sample › Data Gift
    Conditions: option required, combined billing
    - supports: Example (official): Family lines can receive data.
      https://example.com/gift (read on 2026-11-20)
    - contradicts: An article (article): Nobody can.
    Reasons: business model
      - supports: An article (article): They want to sell.

= Alternatives › Sample
    Alternatives: public wifi
      - supports: An article (article): Use Wi-Fi.
)");
}

TEST(QueryAsText, LetsNoNameActOnATerminalOrARunner) {
  json policy = test_policy();
  policy["name"]["en"] = "::error::\x1B[31m##[group]";
  const Catalog catalog = make_test_catalog(policy);
  const std::string text =
      query_as_text(query(catalog, {}), test_schema(), "en", {.evidence = true});
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("##["), std::string::npos);
  EXPECT_EQ(text.find("\n::"), std::string::npos);
  EXPECT_NE(text.find("\n~  ::error::\\x1B[31m#\\u{23}[group]  Data Gift"), std::string::npos)
      << text;
}

TEST(QueryAsText, ColoursVerdictsAndSaysNothingOfNothing) {
  const Catalog catalog = make_test_catalog(test_policy());
  const std::string text = query_as_text(query(catalog, {}), test_schema(), "en", {.color = true});
  EXPECT_NE(text.find("\x1B[1;33mconditional\x1B[0m"), std::string::npos);
  EXPECT_EQ(query_as_text({}, test_schema(), "en", {}), "");
}

TEST(QueryAsJson, IsCompleteByItself) {
  const Catalog catalog = make_test_catalog(test_policy());
  const json value = json::parse(query_as_json(query(catalog, {})));
  EXPECT_EQ(value["schema_version"], 1);
  ASSERT_EQ(value["answers"].size(), 3U);
  const json& gift = value["answers"][0];
  EXPECT_EQ(gift["policy"], "jp/sample");
  EXPECT_EQ(gift["name"]["ja"], "サンプル");
  EXPECT_EQ(gift["topic"], "transfer");
  EXPECT_EQ(gift["rule"], "data-gift");
  EXPECT_EQ(gift["confidence"], "disputed");
  EXPECT_EQ(gift["evidence"][0]["source"]["url"], "https://example.com/gift");
  EXPECT_EQ(gift["reasons"][0]["evidence"][0]["source"]["tier"], "article");
  EXPECT_EQ(gift["alternatives"][0]["kind"], "public_wifi");
  const json& roaming = value["answers"][2];
  EXPECT_TRUE(roaming["recipients"].is_null());
  EXPECT_EQ(roaming["evidence"], json::array());
  EXPECT_EQ(roaming["conditions"], json::array());
}

TEST(QueryAsJson, IsAnEmptyListWithoutAnswers) {
  EXPECT_EQ(query_as_json({}), "{\n  \"answers\": [],\n  \"schema_version\": 1\n}\n");
}

}  // namespace
}  // namespace simrules
