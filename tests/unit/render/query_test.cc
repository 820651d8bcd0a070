#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "render/answers/query_json.h"
#include "render/answers/query_text.h"
#include "support/render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr PartialDate kDay{2026, 11, 22};

TEST(QueryAsText, AlignsAnswers) {
  const Catalog catalog = make_test_catalog(test_policy());
  EXPECT_EQ(query_as_text(query(catalog, test_schema(), {}, kDay), test_schema(), "en", {}),
            R"(As of 22 November 2026

   Brand   Rule         Mechanism    Verdict      Recipients    Confidence
~  Sample  Data Gift    data gift    conditional  lines of the  disputed
                                                  family group
-  Sample  shared data  shared data  not offered  own lines     confirmed

Sample allows “Data Gift” under conditions (mechanism: data gift; plans: all
  plans; recipients: lines of the family group; fees: transfer: 3,850 JPY (tax
  included) once via shops and phone; conditions: an extra option is needed and
  the lines are billed together).
Sample does not offer shared data (plans: all plans; recipients: own lines).

? unknown: Sample › data roaming
)");
}

TEST(QueryAsText, AlignsJapaneseByDisplayWidth) {
  const Catalog catalog = make_test_catalog(test_policy());
  Query question;
  question.topic = "transfer";
  EXPECT_EQ(query_as_text(query(catalog, test_schema(), question, kDay), test_schema(), "ja", {}),
            R"(2026年11月22日現在

   ブランド  ルール      方式          可否          受け取れる人  確度
~  サンプル  データギフ  データギフト  条件付きで可  家族グループ  見解の相違あ
             ト                                      の回線        り
-  サンプル  データの共  データの共有  提供なし      自分の回線    確認済み
             有

サンプルでは「データギフト」を条件付きで利用できます（方式：データギフト／対象
  プラン：すべてのプラン／受け取れる人：家族グループの回線／料金：譲渡：1回3,850
  円（税込）、店舗、電話／条件：オプション加入が必要、請求の一本化）。
サンプルでは「データの共有」は提供されていません（対象プラン：すべてのプラン／
  受け取れる人：自分の回線）。
)");
}

TEST(QueryAsText, LeavesOutRecipientsThatNoAnswerHas) {
  const Catalog catalog = make_test_catalog(test_policy());
  Query question;
  question.topic = "roaming";
  EXPECT_EQ(query_as_text(query(catalog, test_schema(), question, kDay), test_schema(), "zh", {}),
            R"(截至2026年11月22日

? 未知：Sample › 境外数据
)");
}

TEST(QueryAsText, ShowsEvidenceReasonsAndAlternatives) {
  const Catalog catalog = make_test_catalog(test_policy());
  Query question;
  question.mechanisms = {"gift_allowance"};
  const std::string text = query_as_text(
      query(catalog, test_schema(), question, kDay), test_schema(), "en", {.evidence = true});
  EXPECT_EQ(text.substr(text.find("\n\n", text.find("Confidence")) + 1), R"(
~ Sample › Data Gift
    Sample allows “Data Gift” under conditions (mechanism: data gift; plans:
      all plans; recipients: lines of the family group; fees: transfer: 3,850
      JPY (tax included) once via shops and phone; conditions: an extra option
      is needed and the lines are billed together).
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
  const std::string text = query_as_text(
      query(catalog, test_schema(), {}, kDay), test_schema(), "en", {.evidence = true});
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("##["), std::string::npos);
  EXPECT_EQ(text.find("\n::"), std::string::npos);
  EXPECT_NE(text.find("\n~  \\u{3A}:error::\\x1B[31m#\\u{23}[group]  Data Gift"), std::string::npos)
      << text;
}

TEST(QueryAsText, ColoursVerdictsAndSaysNothingOfNothing) {
  const Catalog catalog = make_test_catalog(test_policy());
  const std::string text =
      query_as_text(query(catalog, test_schema(), {}, kDay), test_schema(), "en", {.color = true});
  EXPECT_NE(text.find("\x1B[1;33mconditional\x1B[0m"), std::string::npos);
  EXPECT_EQ(query_as_text({}, test_schema(), "en", {}), "");
}

TEST(QueryAsJson, IsCompleteByItself) {
  const Catalog catalog = make_test_catalog(test_policy());
  const json value =
      json::parse(query_as_json(query(catalog, test_schema(), {}, kDay), test_schema()));
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
  EXPECT_EQ(
      query_as_json({.day = kDay}, test_schema()),
      "{\n  \"$schema\": \"query.schema.json\",\n  \"announced\": [],\n  \"answers\": [],\n  "
      "\"as_of\": \"2026-11-22\",\n"
      "  \"ended\": [],\n  \"possible\": [],\n  \"questions\": [],\n  \"schema_version\": 1\n}\n");
}

}  // namespace
}  // namespace simrules
