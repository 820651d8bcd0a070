#include "schema/spec/field_spec.h"

#include <algorithm>
#include <array>
#include <thread>

#include <gtest/gtest.h>

#include "schema/schema.h"
#include "schema/spec/words.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

const json kSchema = json::parse(R"({
  "x-words": {"ja": {"unknown": "不明"}},
  "properties": {
    "transfer": {
      "title": "Transfer", "x-topic": "transfer", "x-key": "id", "type": "array",
      "items": {"properties": {
        "id": {"type": "string"},
        "verdict": {"$ref": "#/definitions/verdict"},
        "conditions": {
          "title": "Conditions", "x-set": true, "x-better": "fewer", "x-absent": [], "type": "array",
          "x-labels": {"ja": {"label": "条件", "words": {"one_hop": "1回"}}},
          "items": {"enum": ["one_hop", "id_check"]}},
        "amount": {"$ref": "#/definitions/amount"},
        "waiver": {"x-absent": null, "x-area": "evidence", "properties": {"note": {"type": "string"}}}}}},
    "name": {"x-area": "editorial", "x-better": "none", "additionalProperties": {"type": "string"}}},
  "definitions": {
    "verdict": {
      "title": "Verdict", "description": "The answer.", "x-help": "say it", "x-better": "later", "x-unknown": ["unknown"],
      "x-labels": {"ja": {"label": "可否", "words": {"allowed": "可"}}},
      "enum": ["unknown", "not_allowed", "allowed"]},
    "amount": {
      "x-better": "higher", "x-most": "unlimited", "x-within": ["id"], "x-plan-values": {"plan_allowance": "/allowance/amount"},
      "type": ["object", "string"], "pattern": "^(unlimited|plan_allowance)$",
      "properties": {"value": {"type": "integer"}, "unit": {"enum": ["MB", "GB"], "x-units": {"MB": 1, "GB": 1000}}}}}
})");

const FieldSpec& rule() {
  static const std::unique_ptr<FieldSpec> kRoot = read_field_specs(kSchema);
  return *kRoot->member("transfer")->items;
}

TEST(FieldSpec, ReadsKeywordsThroughReferences) {
  const FieldSpec& verdict = *rule().member("verdict");
  EXPECT_EQ(verdict.name, "verdict");
  EXPECT_EQ(verdict.title, "Verdict");
  EXPECT_EQ(verdict.help, "say it");
  EXPECT_EQ(verdict.better, Better::kLater);
  EXPECT_EQ(verdict.words, (Words{"unknown", "not_allowed", "allowed"}));
  EXPECT_EQ(verdict.types, Words{"string"});
  EXPECT_EQ(rule().member("amount")->types, (Words{"object", "string"}));
  EXPECT_EQ(rule().member("amount")->pattern, "^(unlimited|plan_allowance)$");
  EXPECT_TRUE(verdict.is_unknown("unknown"));
  EXPECT_FALSE(verdict.is_unknown("allowed"));
  EXPECT_FALSE(verdict.is_unknown(1));
}

TEST(FieldSpec, InheritsTopicAndArea) {
  EXPECT_EQ(rule().topic, "transfer");
  EXPECT_EQ(rule().name, "transfer");
  EXPECT_EQ(rule().member("verdict")->topic, "transfer");
  EXPECT_EQ(rule().member("verdict")->area, Area::kSubstance);
  EXPECT_EQ(rule().member("waiver")->member("note")->area, Area::kEvidence);
}

TEST(FieldSpec, LabelsFieldsAndWords) {
  const FieldSpec& verdict = *rule().member("verdict");
  EXPECT_EQ(verdict.label("ja"), "可否");
  EXPECT_EQ(verdict.label("en"), "Verdict");
  EXPECT_EQ(verdict.label("fr"), "Verdict");
  EXPECT_EQ(verdict.word_label("allowed", "ja"), "可");
  EXPECT_EQ(verdict.word_label("unknown", "ja"), "不明");
  EXPECT_EQ(verdict.word_label("not_allowed", "en"), "not allowed");
  EXPECT_EQ(rule().member("id")->label("ja"), "id");
}

TEST(FieldSpec, SharesTheWordsOfASet) {
  const FieldSpec& conditions = *rule().member("conditions");
  EXPECT_TRUE(conditions.is_set);
  EXPECT_EQ(conditions.words, (Words{"one_hop", "id_check"}));
  EXPECT_EQ(conditions.items->words, conditions.words);
  EXPECT_EQ(conditions.word_label("one_hop", "ja"), "1回");
  EXPECT_EQ(conditions.items->word_label("one_hop", "ja"), "1回");
  EXPECT_EQ(conditions.absent, json::array());
}

TEST(FieldSpec, KnowsQuantitiesByTheirUnit) {
  const FieldSpec& amount = *rule().member("amount");
  EXPECT_TRUE(amount.is_quantity());
  EXPECT_EQ(amount.units.at("GB"), 1000);
  EXPECT_FALSE(amount.member("unit")->is_quantity());
  EXPECT_EQ(amount.most, "unlimited");
  EXPECT_EQ(amount.within, (Words{"id"}));
  EXPECT_EQ(amount.plan_values.at("plan_allowance"), "/allowance/amount");
  EXPECT_EQ(amount.words, (Words{"unlimited", "plan_allowance"}));
}

TEST(FieldSpec, TellsAbsenceFromNothing) {
  EXPECT_EQ(rule().member("waiver")->absent, json());
  EXPECT_FALSE(rule().member("verdict")->absent.has_value());
}

TEST(FieldSpec, FindsMembersOfMaps) {
  const auto root = read_field_specs(kSchema);
  EXPECT_NE(root->member("name")->member("ja"), nullptr);
  EXPECT_EQ(root->member("nothing"), nullptr);
  EXPECT_TRUE(root->member("transfer")->is_keyed_list());
}

std::size_t count_inside(const FieldSpec& spec) {
  std::size_t count = 0;
  for (const auto& [name, member] : spec.properties) count += 1 + count_inside(*member);
  if (spec.items) count += count_inside(*spec.items);
  return spec.additional ? count + count_inside(*spec.additional) : count;
}

TEST(FieldSpec, AreCountedWithoutBeingRead) {
  EXPECT_EQ(count_fields(kSchema), 10U);
  for (const json& schema : {kSchema, policy_schema().value()})
    EXPECT_EQ(count_fields(schema), count_inside(*read_field_specs(schema)));
}

TEST(FieldSpec, AreReadOnceForAllThreads) {
  const auto root = read_field_specs(kSchema);
  std::array<const FieldSpec*, 4> found{};
  {
    std::vector<std::jthread> threads;
    for (const FieldSpec*& unit : found) {
      threads.emplace_back(
          [&] { unit = root->member("transfer")->items->member("amount")->member("unit"); });
    }
  }
  EXPECT_NE(found[0], nullptr);
  EXPECT_EQ(std::ranges::count(found, found[0]), 4);
}

TEST(Words, AreReadFromPatterns) {
  EXPECT_EQ(words_of_pattern("^(a|b_c|d-1)$").words, (Words{"a", "b_c", "d-1"}));
  EXPECT_EQ(words_of_pattern("^(?:a|b)$").words, (Words{"a", "b"}));
  EXPECT_EQ(words_of_pattern("^all$").words, Words{"all"});
  EXPECT_FALSE(words_of_pattern("^(a|b)$").others);
  EXPECT_EQ(words_of_pattern("^(first|last|[(]x|[\\])|]|[2-9])$").words, (Words{"first", "last"}));
  for (const char* pattern : {"^[a-z]+$",
                              "^()$",
                              "^(a|b)?$",
                              "^(a|b)(c|d)$",
                              "^(a|b[)$",
                              "^(a|b\\)$",
                              "^(?!a|b)$",
                              "^(0|1|2)[0-9]|(24)$",
                              "a|b",
                              "^a|b$",
                              "^$",
                              ""}) {
    EXPECT_TRUE(words_of_pattern(pattern).words.empty()) << pattern;
  }
}

TEST(Words, AreToldFromOtherAlternatives) {
  const PatternWords price = words_of_pattern("^(unpublished|unknown|[0-9]{1,9}\\.[0-9]{1,9})$");
  EXPECT_EQ(price.words, (Words{"unpublished", "unknown"}));
  EXPECT_TRUE(price.others);
  EXPECT_EQ(words_of_pattern("^(a|(b|c)|[d|e]|\\||f)$").words, (Words{"a", "f"}));
  EXPECT_TRUE(words_of_pattern("^(a|)$").others);
}

}  // namespace
}  // namespace simrules
