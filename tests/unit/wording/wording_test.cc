#include "wording/wording.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/render_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(ValueText, SaysValuesInThreeLanguages) {
  struct Row {
    std::string pointer;
    std::string value;
    std::string en;
    std::string ja;
    std::string zh;
  };
  const std::string rule = "/transfer/x";
  const std::vector<Row> rows{
      {rule + "/amount/step", R"({"value": 500, "unit": "MB"})", "500 MB", "500 MB", "500 MB"},
      {rule + "/amount/max",
       R"({"value": 12500, "unit": "MB"})",
       "12,500 MB",
       "12,500 MB",
       "12,500 MB"},
      {rule + "/amount/max", R"("unlimited")", "unlimited", "無制限", "无限制"},
      {rule + "/limits/m/window/length",
       R"({"value": 1, "unit": "billing_month"})",
       "1 billing month",
       "1請求月",
       "1账单月"},
      {rule + "/limits/m/window/length",
       R"({"value": 62, "unit": "day"})",
       "62 days",
       "62日",
       "62天"},
      {rule + "/limits/m/max", "5", "5", "5", "5"},
      {rule + "/limits/m/max", "100000", "100,000", "100,000", "100,000"},
      {rule + "/fees/f/price", R"("1234.50")", "1,234.50", "1,234.50", "1,234.50"},
      {rule + "/limits/m/formula/year", "2026", "2026", "2026", "2026"},
      {rule + "/verdict", R"("not_allowed")", "not allowed", "不可", "不允许"},
      {rule + "/conditions", R"(["family_group", "no_resale"])", "", "", ""},
      {rule + "/channels", R"(["app", "store"])", "app, store", "アプリ、店舗", "应用、门店"},
      {rule + "/channels", "[]", "–", "–", "–"},
      {rule + "/plans", R"("all")", "all", "すべてのプラン", "全部套餐"},
      {rule + "/plans", R"(["s", "m"])", "s, m", "s、m", "s、m"},
      {rule + "/used_first", "true", "yes", "はい", "是"},
      {rule + "/used_first", "false", "no", "いいえ", "否"},
      {rule + "/verdict", "null", "–", "–", "–"},
      {rule + "/name", R"({"en": "Gift", "ja": "ギフト"})", "Gift", "ギフト", "Gift"},
      {rule + "/effective",
       R"({"from": "2024-10"})",
       "From: 2024-10",
       "開始日：2024-10",
       "生效日：2024-10"},
      {rule + "/fees/f",
       R"({"id": "f", "price": 1100, "currency": "JPY", "per": {"value": 10, "unit": "MB"}})",
       "Identifier: f; Per: 10 MB; Price: 1,100 JPY",
       "識別子：f; 課金単位：10 MB; 価格：1,100 JPY",
       "标识：f; 计费方式：10 MB; 价格：1,100 JPY"},
      {rule + "/limits/m/window",
       R"({"length": {"value": 1, "unit": "month"}, "basis": "calendar"})",
       "Basis: calendar; Length: 1 month",
       "期間の数え方：暦日・暦月; 期間：1か月",
       "计算方式：自然日或自然月; 时长：1个月"},
      {rule + "/limits", R"([{"id": "m", "max": 3}])", "(m, 3)", "(m、3)", "(m、3)"}};
  for (const Row& row : rows) {
    const FieldSpec* spec = find_field(test_schema().root(), row.pointer);
    ASSERT_NE(spec, nullptr) << row.pointer;
    if (row.en.empty()) continue;
    const json value = json::parse(row.value);
    EXPECT_EQ(value_text(value, *spec, "en"), row.en) << row.pointer;
    EXPECT_EQ(value_text(value, *spec, "ja"), row.ja) << row.pointer;
    EXPECT_EQ(value_text(value, *spec, "zh"), row.zh) << row.pointer;
  }
}

TEST(LocalText, FallsBackToEnglish) {
  const json texts = {{"en", "Gift"}, {"ja", "ギフト"}};
  EXPECT_EQ(local_text(texts, "ja"), "ギフト");
  EXPECT_EQ(local_text(texts, "zh"), "Gift");
  EXPECT_EQ(local_text(json(), "en"), "");
  EXPECT_EQ(local_text("plain", "en"), "plain");
}

TEST(FindField, FollowsKeysOfItems) {
  const FieldSpec& root = test_schema().root();
  EXPECT_EQ(find_field(root, ""), &root);
  EXPECT_EQ(find_field(root, "/transfer/data-gift/fees/shop/price")->name, "price");
  EXPECT_EQ(find_field(root, "/transfer/data-gift/nonsense"), nullptr);
  EXPECT_EQ(find_field(root, "/transfer/data-gift/verdict/deeper"), nullptr);
}

TEST(ValueAt, FollowsKeysOfItems) {
  const FieldSpec& root = test_schema().root();
  const json policy = test_policy();
  EXPECT_EQ(*value_at(policy, root, "/transfer/data-gift/fees/shop/price"), 3850);
  EXPECT_EQ(value_at(policy, root, ""), &policy);
  EXPECT_EQ(value_at(policy, root, "/transfer/other"), nullptr);
  EXPECT_EQ(value_at(policy, root, "/transfer/data-gift/verdict/deeper"), nullptr);
  EXPECT_EQ(value_at(policy, root, "/nonsense"), nullptr);
}

TEST(MoneyText, NeedsACurrencyBeside) {
  const FieldSpec* price = find_field(test_schema().root(), "/transfer/x/fees/f/price");
  const json fee = {{"price", 3850}, {"currency", "JPY"}};
  EXPECT_EQ(money_text(3850, *price, &fee, "en"), "3,850 JPY");
  EXPECT_EQ(money_text("9.70", *price, &fee, "en"), "9.70 JPY");
  EXPECT_EQ(money_text(3850, *price, nullptr, "en"), "3,850");
  EXPECT_EQ(money_text(json(), *price, &fee, "en"), "–");
}

TEST(FieldPathText, NamesFieldsByLabelAndItemsByKey) {
  const FieldSpec& root = test_schema().root();
  const std::string pointer = "/transfer/data-gift/fees/shop/price";
  EXPECT_EQ(field_path_text(root, pointer, 2, "en"), "Fees › shop › Price");
  EXPECT_EQ(field_path_text(root, pointer, 2, "ja"), "料金 › shop › 価格");
  EXPECT_EQ(field_path_text(root, "/transfer/data-gift", 2, "en"), "");
  EXPECT_EQ(field_path_text(root, "/gone/deep", 0, "en"), "gone › deep");
}

}  // namespace
}  // namespace simrules
