#include <set>

#include <gtest/gtest.h>

#include "schema/format.h"
#include "schema/language/file.h"
#include "support/schema_fixture.h"
#include "support/source_dir.h"

namespace simrules {
namespace {

using nlohmann::json;

const std::string kFolder = std::string(kSourceDir) + "/schemas/";

const Schema& vocabulary() {
  static const Schema kVocabulary = [] {
    DiagnosticList sink;
    auto schema = load_schema_file(kFolder + "vocabulary.schema.json", sink);
    EXPECT_TRUE(schema) << shown(sink);
    return std::move(*schema);
  }();
  return kVocabulary;
}

std::optional<PolicySchema> load_policy_schema(const std::string& text, DiagnosticSink& sink) {
  auto document = read_json("policy.schema.json", text, kSchemaLimits, sink);
  if (!document) return std::nullopt;
  return PolicySchema::load(std::move(*document), vocabulary(), sink, built_in_languages());
}

TEST(PolicySchema, LoadsTheShippedSchema) {
  DiagnosticList sink;
  const auto schema = load_policy_schema(file_text(kFolder + "policy.schema.json"), sink);
  ASSERT_TRUE(schema) << shown(sink);
  EXPECT_EQ(schema->topics(), (std::vector<std::string>{"transfer", "roaming", "tethering"}));
  EXPECT_GT(schema->field_count(), 100U);
}

/// A small policy schema that every row changes in one place.
const json kBase = json::parse(R"({
  "title": "Policy", "description": "A policy.", "type": "object", "additionalProperties": false,
  "properties": {
    "id": {"title": "Id", "description": "The id.", "type": "string"},
    "transfer": {
      "title": "Transfer", "description": "Giving data.", "x-topic": "transfer", "x-key": "id", "type": "array",
      "items": {"$ref": "#/definitions/rule"}}},
  "definitions": {
    "rule": {
      "title": "Rule", "description": "One rule.", "type": "object", "required": ["id", "verdict"], "additionalProperties": false,
      "properties": {
        "id": {"title": "Id", "description": "The id.", "x-better": "none", "type": "string"},
        "verdict": {
          "title": "Verdict", "description": "The answer.", "x-better": "later", "x-unknown": ["unknown"],
          "enum": ["unknown", "allowed"]},
        "amount": {
          "title": "Amount", "description": "How much.", "x-better": "higher", "x-within": ["verdict"], "x-most": "unknown", "type": ["object", "string"], "pattern": "^(unknown)$",
          "required": ["value", "unit"], "additionalProperties": false,
          "properties": {
            "value": {"title": "Value", "description": "The number.", "type": "integer"},
            "unit": {
              "title": "Unit", "description": "The unit.", "x-units": {"MB": 1, "GB": 1000},
              "enum": ["MB", "GB"]}}},
        "conditions": {
          "title": "Conditions", "description": "What must hold.", "x-better": "fewer", "x-set": true, "x-absent": [], "type": "array",
          "items": {"enum": ["id_check"]}}},
      "if": {"properties": {"verdict": {"const": "allowed"}}}, "then": {"required": ["amount"]}}}
})");

struct Row {
  const char* patch;
  const char* check;
  const char* pointer;
  const char* message;
};

/// Expects the first finding about the base after a change.
void expect_refused(const Row& row) {
  DiagnosticList sink;
  EXPECT_FALSE(load_policy_schema(kBase.patch(json::parse(row.patch)).dump(2), sink)) << row.patch;
  ASSERT_FALSE(sink.empty()) << row.patch;
  const Diagnostic first = sink.sorted().front();
  EXPECT_EQ(first.check, row.check) << row.patch << '\n' << shown(sink);
  EXPECT_EQ(first.pointer, row.pointer) << row.patch;
  EXPECT_EQ(first.message, row.message) << row.patch;
  EXPECT_FALSE(first.help.empty()) << row.patch;
}

TEST(PolicySchema, AcceptsTheBase) {
  DiagnosticList sink;
  const auto schema = load_policy_schema(kBase.dump(2), sink);
  ASSERT_TRUE(schema) << shown(sink);
  EXPECT_EQ(schema->topics(), std::vector<std::string>{"transfer"});
}

TEST(PolicySchema, RefusesAWrongVocabulary) {
  const Row rows[] = {
      {R"([{"op": "add", "path": "/definitions/rule/properties/id/x-beter", "value": "none"}])",
       "schema-unknown-keyword",
       "/definitions/rule/properties/id/x-beter",
       "unknown key `x-beter`"},
      {R"([{"op": "remove", "path": "/definitions/rule/properties/verdict/x-better"}])",
       "schema-missing-keyword",
       "/definitions/rule/properties/verdict",
       "key `x-better` is missing"},
      {R"([{"op": "remove", "path": "/definitions/rule/properties/conditions/x-better"}])",
       "schema-missing-keyword",
       "/definitions/rule/properties/conditions",
       "key `x-better` is missing"},
      {R"([{"op": "remove", "path": "/definitions/rule/properties/amount/x-better"}])",
       "schema-missing-keyword",
       "/definitions/rule/properties/amount",
       "key `x-better` is missing"},
      {R"([{"op": "remove", "path": "/properties/id/title"}])",
       "schema-missing-keyword",
       "/properties/id",
       "key `title` is missing"},
      {R"([{"op": "remove", "path": "/properties/id/description"}])",
       "schema-missing-keyword",
       "/properties/id",
       "key `description` is missing"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/id/x-better", "value": "best"}])",
       "schema-wrong-keyword-value",
       "/definitions/rule/properties/id/x-better",
       "`x-better` is `best`, expected `higher`, `lower`, `true`, `false`, `later`, `earlier`, "
       "`sooner`, `more`, `fewer` or `none`"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/id/x-better", "value": "true"}])",
       "schema-wrong-keyword-value",
       "/definitions/rule/properties/id/x-better",
       "`x-better` is `true`, expected `higher`, `lower`, `later`, `earlier`, `sooner` or `none`"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/properties/unit/x-units/GB", "value": 0}])",
       "schema-wrong-keyword-value",
       "/definitions/rule/properties/amount/properties/unit/x-units/GB",
       "`GB` is `0`, expected a whole number of at least 1"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/properties/unit/x-units/GB", "value": 1.5}])",
       "schema-wrong-keyword-value",
       "/definitions/rule/properties/amount/properties/unit/x-units/GB",
       "`GB` is the number `1.5`, expected a whole number of at least 1"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/amount/properties/unit/x-units/TB", "value": 9}])",
       "schema-unknown-word",
       "/definitions/rule/properties/amount/properties/unit/x-units/TB",
       "`TB` is no word of this field"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/x-within", "value": ["verdct"]}])",
       "schema-unknown-sibling",
       "/definitions/rule/properties/amount/x-within/0",
       "`verdct` stands nowhere beside this field"},
      {R"([{"op": "replace", "path": "/properties/transfer/x-key", "value": "name"}])",
       "schema-wrong-key",
       "/properties/transfer/x-key",
       "the items have no property `name`"},
      {R"([{"op": "replace", "path": "/properties/transfer/x-key", "value": "amount"}])",
       "schema-wrong-key",
       "/properties/transfer/x-key",
       "`amount` is not required of the items"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/verdict/x-unknown", "value": ["unknwn"]}])",
       "schema-unknown-word",
       "/definitions/rule/properties/verdict/x-unknown/0",
       "`unknwn` is no word of this field"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/x-most", "value": "all"}])",
       "schema-unknown-word",
       "/definitions/rule/properties/amount/x-most",
       "`all` is no word of this field"},
      {R"([{"op": "add", "path": "/definitions/rule/then/properties", "value": {"fee": {"type": "integer"}}}])",
       "schema-field-in-condition",
       "/definitions/rule/then/properties/fee",
       "the condition introduces the field `fee`"},
      {R"([{"op": "add", "path": "/definitions/rule/anyOf", "value": [{"properties": {"id": {}}}, {"required": ["id"]}]}])",
       "schema-shape-union",
       "/definitions/rule/anyOf/0",
       "`anyOf` chooses between shapes of objects"},
      {R"([{"op": "add", "path": "/definitions/rule/then/x-better", "value": "none"}])",
       "schema-misplaced-keyword",
       "/definitions/rule/then/x-better",
       "`x-better` has no effect here"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/id/x-set", "value": true}])",
       "schema-misplaced-keyword",
       "/definitions/rule/properties/id/x-set",
       "`x-set` stands at a field that is no list"},
      {R"([{"op": "remove", "path": "/definitions/rule/additionalProperties"}])",
       "schema-missing-keyword",
       "/definitions/rule",
       "the object takes any key, a misspelt one too"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/id/x-labels", "value": {}}])",
       "schema-unknown-keyword",
       "/definitions/rule/properties/id/x-labels",
       "unknown key `x-labels`"},
  };
  for (const Row& row : rows) expect_refused(row);
}

TEST(PolicySchema, RefusesWhatHangsOnNothing) {
  const Row rows[] = {
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/x-better",
            "value": {"by": "verdict", "lower": ["allowed"]}}])",
       "schema-missing-keyword",
       "/definitions/rule/properties/amount/x-better",
       "key `else` is missing in `x-better`"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/x-better",
            "value": {"by": "../verdict", "lower": ["allowed"], "else": "higher"}}])",
       "schema-unknown-sibling",
       "/definitions/rule/properties/amount/x-better/by",
       "`../verdict` stands nowhere beside this field"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/x-better",
            "value": {"by": "verdict", "lower": ["alowed"], "else": "higher"}}])",
       "schema-unknown-word",
       "/definitions/rule/properties/amount/x-better/lower/0",
       "`alowed` is no word of this field"},
      {R"([{"op": "replace", "path": "/definitions/rule/properties/amount/x-better",
            "value": {"by": "verdict", "lower": ["allowed"], "else": "higher"}},
           {"op": "add", "path": "/definitions/rule/properties/more", "value": {
            "title": "More", "description": "More.", "type": "object", "additionalProperties": false,
            "properties": {"amount": {"$ref": "#/definitions/rule/properties/amount"}}}}])",
       "schema-missing-context",
       "/definitions/rule/properties/amount/x-better/by",
       "`verdict` is not there where `/definitions/rule/properties/more` uses this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/amount/x-per", "value": "length"}])",
       "schema-unknown-sibling",
       "/definitions/rule/properties/amount/x-per",
       "`length` stands nowhere beside this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/amount/x-only",
            "value": {"verdict": ["alowed"]}}])",
       "schema-unknown-word",
       "/definitions/rule/properties/amount/x-only/verdict/0",
       "`alowed` is no word of this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/verdict/x-excludes",
            "value": {"alowed": ["amount"]}}])",
       "schema-unknown-word",
       "/definitions/rule/properties/verdict/x-excludes/alowed",
       "`alowed` is no word of this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/verdict/x-expects",
            "value": {"alowed": ["amount"]}}])",
       "schema-unknown-word",
       "/definitions/rule/properties/verdict/x-expects/alowed",
       "`alowed` is no word of this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/amount/x-at-most",
            "value": ["../amount"]}])",
       "schema-unknown-sibling",
       "/definitions/rule/properties/amount/x-at-most/0",
       "`../amount` stands nowhere beside this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/amount/x-money",
            "value": {"currency": "verdict", "per": "price"}}])",
       "schema-unknown-sibling",
       "/definitions/rule/properties/amount/x-money/per",
       "`price` stands nowhere beside this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/id/x-stretch",
            "value": {"from": "id", "until": "end"}}])",
       "schema-unknown-sibling",
       "/definitions/rule/properties/id/x-stretch/until",
       "`end` stands nowhere beside this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/verdict/x-ranks",
            "value": [["unknown", "alowed"]]}])",
       "schema-unknown-word",
       "/definitions/rule/properties/verdict/x-ranks/0/1",
       "`alowed` is no word of this field"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/verdict/x-ranks",
            "value": [["unknown", "allowed"], ["allowed", "unknown"]]}])",
       "schema-wrong-keyword-value",
       "/definitions/rule/properties/verdict/x-ranks/1",
       "`allowed` is worse than `unknown` here and better in another list"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/verdict/x-on-top",
            "value": ["tax"]}])",
       "schema-unknown-word",
       "/definitions/rule/properties/verdict/x-on-top/0",
       "`tax` is no word of this field"},
      {R"([{"op": "add", "path":
            "/definitions/rule/properties/amount/properties/unit/x-unit-ranges",
            "value": {"MB": {"least": 2, "most": 1}}}])",
       "schema-wrong-keyword-value",
       "/definitions/rule/properties/amount/properties/unit/x-unit-ranges/MB",
       "the least of `MB` is more than its most"},
      {R"([{"op": "add", "path": "/definitions/rule/properties/amount/properties/unit/x-divisible",
            "value": ["KB"]}])",
       "schema-unknown-word",
       "/definitions/rule/properties/amount/properties/unit/x-divisible/0",
       "`KB` is no word of this field"},
  };
  for (const Row& row : rows) expect_refused(row);
}

TEST(PolicySchema, TakesADirectionThatIsSaidForEveryPlace) {
  const char* const patch = R"([
      {"op": "replace", "path": "/definitions/rule/properties/amount/x-better", "value":
        {"by": "verdict", "lower": ["allowed"], "else": "higher", "without": "higher"}},
      {"op": "add", "path": "/definitions/rule/properties/more", "value": {
        "title": "More", "description": "More.", "type": "object", "additionalProperties": false,
        "properties": {"amount": {"$ref": "#/definitions/rule/properties/amount"}}}},
      {"op": "remove", "path": "/definitions/rule/properties/amount/x-within"}])";
  DiagnosticList sink;
  EXPECT_TRUE(load_policy_schema(kBase.patch(json::parse(patch)).dump(2), sink)) << shown(sink);
}

TEST(PolicySchema, PlacesFindingsAtTheKeyword) {
  DiagnosticList sink;
  json changed = kBase;
  json& field = changed["definitions"]["rule"]["properties"]["id"];
  field["x-beter"] = field["x-better"];
  field.erase("x-better");
  const std::string text = changed.dump(2);
  EXPECT_FALSE(load_policy_schema(text, sink));
  ASSERT_EQ(sink.sorted().size(), 1U) << shown(sink);
  const Diagnostic found = sink.sorted().front();
  EXPECT_NE(found.place.source_line.find("\"x-beter\""), std::string::npos);
  EXPECT_EQ(found.help, "did you mean `x-better`?");
}

TEST(SchemaChecks, KnowEveryFormat) {
  std::set<std::string> ids;
  for (const CheckInfo& check : schema_checks()) ids.insert(check.id);
  for (const Format& format : formats()) EXPECT_EQ(ids.count(format.check), 1U) << format.check;
}

}  // namespace
}  // namespace simrules
