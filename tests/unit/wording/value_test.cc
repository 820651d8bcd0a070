#include "wording/value.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/render_fixture.h"
#include "wording/place.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(ValuePhrase, SaysValuesInThreeLanguages) {
  struct Row {
    std::string pointer;
    std::string value;
    std::string en;
    std::string ja;
    std::string zh;
  };
  const std::string rule = "/transfer/x";
  const std::vector<Row> rows{
      {rule + "/amount/step", R"({"value": 500, "unit": "MB"})", "500 MB", "500MB", "500MB"},
      {rule + "/amount/max", R"("unlimited")", "unlimited", "無制限", "无限制"},
      {rule + "/amount/max",
       R"({"value": 5000, "unit": "JPY"})",
       "5,000 JPY",
       "5,000円",
       "5,000日元"},
      {rule + "/amount/max", R"({"value": 5, "unit": "day"})", "5 days", "5日", "5天"},
      {rule + "/limits/m/window/length",
       R"({"value": 62, "unit": "day"})",
       "62 days",
       "62日",
       "62天"},
      {rule + "/limits/m/max", "100000", "100,000", "100,000", "100,000"},
      {rule + "/fees/f/price", R"("1234.50")", "1,234.50", "1,234.50", "1,234.50"},
      {rule + "/limits/m/formula/year", "2026", "2026", "2026", "2026"},
      {rule + "/verdict", R"("not_allowed")", "not allowed", "不可", "不允许"},
      {rule + "/channels",
       R"(["app", "store"])",
       "the app and shops",
       "アプリ、店舗",
       "应用、门店"},
      {rule + "/plans", R"("all")", "all plans", "すべてのプラン", "全部套餐"},
      {rule + "/used_first", "true", "yes", "はい", "是"},
      {rule + "/name", R"({"en": "Gift", "ja": "ギフト"})", "Gift", "ギフト", "Gift"}};
  for (const Row& row : rows) {
    const FieldSpec* spec = find_field(test_schema().root(), row.pointer);
    ASSERT_NE(spec, nullptr) << row.pointer;
    const json value = json::parse(row.value);
    EXPECT_EQ(value_phrase({test_schema(), "en"}, value, *spec), row.en) << row.pointer;
    EXPECT_EQ(value_phrase({test_schema(), "ja"}, value, *spec), row.ja) << row.pointer;
    EXPECT_EQ(value_phrase({test_schema(), "zh"}, value, *spec), row.zh) << row.pointer;
  }
}

TEST(FieldWord, IsTheLabelOfAWord) {
  const FieldSpec* rules = rule_spec(test_schema().root(), "transfer");
  const json rule = {{"verdict", "conditional"}, {"conditions", {"id_check"}}};
  EXPECT_EQ(field_word(rule, "verdict", rules, "en"), "conditional");
  EXPECT_EQ(field_word(rule, "verdict", nullptr, "en"), "conditional");
  EXPECT_EQ(field_word(rule, "recipients", rules, "en"), "");
  EXPECT_EQ(field_word(rule, "conditions", rules, "en"), "");
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

TEST(ValuePhrase, CountsAPriceInTheCurrencyBesideIt) {
  const FieldSpec* fees = find_field(test_schema().root(), "/transfer/x/fees/f");
  const json fee = {{"price", 3850}, {"currency", "JPY"}};
  const PhraseScope scope{&fee, fees};
  const FieldSpec& price = *fees->member("price");
  EXPECT_EQ(value_phrase({test_schema(), "en"}, 3850, price, &scope), "3,850 JPY");
  EXPECT_EQ(value_phrase({test_schema(), "ja"}, "9.70", price, &scope), "9.70円");
  EXPECT_EQ(value_phrase({test_schema(), "en"}, 3850, price), "3,850");
}

TEST(FieldPhrase, NamesFieldsFromTheInsideOut) {
  const Catalog catalog = make_test_catalog(test_policy());
  const ChangeContext context{catalog, catalog, test_schema(), "en"};
  const Address price{"jp/sample", "/transfer/data-gift/fees/shop/price"};
  EXPECT_EQ(field_phrase(price, context), "transfer fee (shops and phone)");
  EXPECT_EQ(inner_field_phrase(price, context), field_phrase(price, context));
  EXPECT_EQ(field_phrase({"jp/sample", "/transfer/data-gift/confidence"}, context), "confidence");
  EXPECT_EQ(phrase_at(price, 3850, context), "3,850 JPY");
}

}  // namespace
}  // namespace simrules
