// Counts on the checker itself: it throws when valijson's verdict and that of our evaluator disagree.

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/foreign_json.h"
#include "generated_schema.h"
#include "schema/foreign/foreign_schema.h"
#include "schema/foreign/trust.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

std::optional<Document> read(const json& value) {
  DiagnosticList found;
  auto document = read_foreign_json("test.json", value.dump(), kForeignSchemaLimits, found);
  EXPECT_TRUE(document) << value.dump() << '\n' << shown(found);
  return document;
}

TEST(ForeignVerdict, IsOursWhereValijsonIsWrong) {
  for (const char* schema : {R"({"multipleOf": 0.01})",
                             R"({"propertyNames": {"maxLength": 2}})",
                             R"({"items": {"$id": "item.json"}})",
                             R"({"format": "date"})",
                             R"({"minimum": 9007199254740993})",
                             R"({"pattern": "^([a-z]+-?)+$"})",
                             R"({"pattern": "\\p{L}"})",
                             R"({"patternProperties": {"(?=a)b": true}})",
                             R"({"$ref": "#/definitions/a%25", "definitions": {"a%": {}}})",
                             R"({"allOf": [{"$ref": "#"}]})",
                             R"({"not": {"$ref": "#/definitions/a"},
                                 "definitions": {"a": {"if": {"$ref": "#"}}}})"})
    EXPECT_FALSE(is_right_in_valijson(json::parse(schema))) << schema;
}

TEST(ForeignVerdict, IsAskedOfValijsonWhereItIsRight) {
  for (const char* schema : {R"({"$id": "a.json", "properties": {"next": {"$ref": "#"}}})",
                             R"({"pattern": "a", "format": "hostname"})",
                             R"({"patternProperties": {"^x-": false}, "contains": true})",
                             R"({"items": [true], "additionalItems": false})"})
    EXPECT_TRUE(is_right_in_valijson(json::parse(schema))) << schema;
}

/// Adds keywords that our own schemas must not have.
void add_foreign_keywords(SchemaGenerator& random, json& schema) {
  const json parts = {true, false, {{"type", "integer"}}, {{"minLength", 2}, {"title", "A"}}};
  const auto part = [&] { return parts[random.pick(parts.size())]; };
  if (random.pick(2) == 0) schema["patternProperties"] = {{"^[a-c]", part()}, {"e", part()}};
  if (random.pick(2) == 0) schema["contains"] = part();
  if (random.pick(3) == 0) {
    schema["items"] = {part(), {{"$ref", "#"}}};
    schema["additionalItems"] = part();
  }
  if (random.pick(3) == 0) schema["properties"]["a"] = {{"$ref", "#"}, {"maxLength", 0}};
  if (random.pick(3) == 0) schema["dependencies"] = {{"a", {"b"}}, {"b", part()}};
}

TEST(ForeignVerdict, AgreesOnGeneratedSchemas) {
  SchemaGenerator random(20261130);
  int asked = 0;
  int violated = 0;
  int conforming = 0;
  for (int i = 0; i < 300; ++i) {
    json root = random.schema();
    add_foreign_keywords(random, root);
    DiagnosticList refused;
    const auto schema = ForeignSchema::load(*read(root), refused);
    ASSERT_TRUE(schema) << root.dump() << '\n' << shown(refused);
    asked += is_right_in_valijson(root) ? 1 : 0;
    ForeignChecker checker(*schema);
    for (int j = 0; j < 20; ++j) {
      const auto document = read(random.document());
      DiagnosticList found;
      bool conforms = false;
      ASSERT_NO_THROW(conforms = checker.check(*document, found)) << root.dump() << '\n'
                                                                  << document->value.dump();
      ++(conforms ? conforming : violated);
    }
  }
  // None of these may be rare, or the agreement says nothing.
  EXPECT_GT(asked, 150);
  EXPECT_GT(violated, 1000);
  EXPECT_GT(conforming, 500);
}

/// Judges a list in a list in a list by a schema that says twice what an item is.
std::string checks_of_nested_list(const json& node) {
  const json root = {{"$ref", "#/definitions/node"}, {"definitions", {{"node", node}}}};
  DiagnosticList refused;
  const auto schema = ForeignSchema::load(*read(root), refused);
  EXPECT_TRUE(schema) << shown(refused);
  json value = 1;
  for (int i = 0; i < 60; ++i) value = json::array({value});
  DiagnosticList found;
  ForeignChecker(*schema).check(*read(value), found);
  std::string checks;
  for (const Diagnostic& each : found.sorted()) checks += each.check + " ";
  return checks;
}

TEST(ForeignVerdict, TakesNoLongerForBranchesInBranches) {
  const json item = {{"type", "array"}, {"items", {{"$ref", "#/definitions/node"}}}};
  const json other = {{"minItems", 1}, {"items", {{"$ref", "#/definitions/node"}}}};
  const json number = {{"type", "array"}, {"additionalItems", {{"type", "string"}}}};
  EXPECT_EQ(checks_of_nested_list({{"anyOf", {item, {{"type", "string"}}, item}}}),
            "no-branch-matches ");
  EXPECT_EQ(checks_of_nested_list({{"oneOf", {item, other}}}), "no-branch-matches ");
  EXPECT_NE(checks_of_nested_list({{"allOf", {item, item, number}}}), "");
}

}  // namespace
}  // namespace simrules
