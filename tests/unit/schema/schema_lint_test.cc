#include <gtest/gtest.h>

#include "support/schema_fixture.h"

namespace simrules {
namespace {

struct Row {
  const char* schema;
  const char* expected;
};

/// One row for each refusal: the schema, and what is found as `line:column check message`.
const Row kRefusals[] = {
    {R"([])", "1:1 schema-wrong-keyword-value the schema is `array`, expected an object\n"},
    {R"({"requried": ["a"]})", "1:2 schema-unknown-keyword unknown keyword `requried`\n"},
    {R"({"additionalproperties": false})",
     "1:2 schema-unknown-keyword unknown keyword `additionalproperties`\n"},
    {R"({"properties": {"a": {"tpye": "string"}}})",
     "1:23 schema-unknown-keyword unknown keyword `tpye`\n"},
    {R"({"propertyNames": {}})",
     "1:2 schema-unsupported-keyword keyword `propertyNames` is not supported\n"},
    {R"({"patternProperties": {}})",
     "1:2 schema-unsupported-keyword keyword `patternProperties` is not supported\n"},
    {R"({"multipleOf": 0})",
     "1:2 schema-unsupported-keyword keyword `multipleOf` is not supported\n"},
    {R"({"contains": {}})", "1:2 schema-unsupported-keyword keyword `contains` is not supported\n"},
    {R"({"$defs": {}})", "1:2 schema-unsupported-keyword keyword `$defs` is not supported\n"},
    {R"({"id": "x"})", "1:2 schema-unsupported-keyword keyword `id` is not supported\n"},
    {R"({"dependentRequired": {}})",
     "1:2 schema-unsupported-keyword keyword `dependentRequired` is not supported\n"},
    {R"({"unevaluatedProperties": false})",
     "1:2 schema-unsupported-keyword keyword `unevaluatedProperties` is not supported\n"},
    {R"({"prefixItems": []})",
     "1:2 schema-unsupported-keyword keyword `prefixItems` is not supported\n"},
    {R"({"nullable": true})",
     "1:2 schema-unsupported-keyword keyword `nullable` is not supported\n"},
    {R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})",
     "1:13 schema-wrong-dialect the dialect `https://json-schema.org/draft/2020-12/schema` is not "
     "supported\n"},
    {R"({"$schema": "nonsense"})",
     "1:13 schema-wrong-dialect the dialect `nonsense` is not supported\n"},
    {R"({"properties": {"a": {"$id": "#a"}}})",
     "1:23 schema-misplaced-id `$id` stands below the root\n"},
    {R"({"minItems": -1})", "1:14 schema-wrong-keyword-value the value of `minItems` is `-1`\n"},
    {R"({"maxLength": 1.5})",
     "1:15 schema-wrong-keyword-value the value of `maxLength` is `1.5`\n"},
    {R"({"minimum": "1"})", "1:13 schema-wrong-keyword-value the value of `minimum` is `\"1\"`\n"},
    {R"({"exclusiveMinimum": true})",
     "1:22 schema-wrong-keyword-value the value of `exclusiveMinimum` is `true`\n"},
    {R"({"required": "a"})",
     "1:14 schema-wrong-keyword-value the value of `required` is `\"a\"`\n"},
    {R"({"required": ["a", "a"]})",
     "1:14 schema-wrong-keyword-value the value of `required` is `[\"a\",\"a\"]`\n"},
    {R"({"enum": []})", "1:10 schema-wrong-keyword-value the value of `enum` is `[]`\n"},
    {R"({"enum": "a"})", "1:10 schema-wrong-keyword-value the value of `enum` is `\"a\"`\n"},
    {R"({"type": "strnig"})",
     "1:10 schema-wrong-keyword-value the value of `type` is `\"strnig\"`\n"},
    {R"({"type": []})", "1:10 schema-wrong-keyword-value the value of `type` is `[]`\n"},
    {R"({"type": ["string", "string"]})",
     "1:10 schema-wrong-keyword-value the value of `type` is `[\"string\",\"string\"]`\n"},
    {R"({"items": [{}]})", "1:11 schema-wrong-keyword-value the value of `items` is `[{}]`\n"},
    {R"({"properties": []})",
     "1:16 schema-wrong-keyword-value the value of `properties` is `[]`\n"},
    {R"({"allOf": []})", "1:11 schema-wrong-keyword-value the value of `allOf` is `[]`\n"},
    {R"({"uniqueItems": "yes"})",
     "1:17 schema-wrong-keyword-value the value of `uniqueItems` is `\"yes\"`\n"},
    {R"({"description": 1})",
     "1:17 schema-wrong-keyword-value the value of `description` is `1`\n"},
    {R"({"dependencies": {"a": "b"}})",
     "1:18 schema-wrong-keyword-value the value of `dependencies` is `{\"a\":\"b\"}`\n"},
    {R"({"pattern": 1})", "1:13 schema-wrong-keyword-value the value of `pattern` is `1`\n"},
    {R"({"not": true})", "1:9 schema-boolean `true` stands in the place of a schema\n"},
    {R"({"properties": {"a": false}})",
     "1:22 schema-boolean `false` stands in the place of a schema\n"},
    {R"({"anyOf": [true]})", "1:12 schema-boolean `true` stands in the place of a schema\n"},
    {R"({"properties": {"a": {"$ref": "#/definitions/b", "maxLength": 1}}, "definitions": {"b": {}}})",
     "1:50 schema-reference-sibling `maxLength` beside `$ref` has no effect\n"},
    {R"({"properties": {"a": {"$ref": "other.json#/a"}}})",
     "1:31 schema-remote-reference the reference `other.json#/a` leaves the document\n"},
    {R"({"$ref": "https://example.com/s.json"})",
     "1:10 schema-remote-reference the reference `https://example.com/s.json` leaves the "
     "document\n"},
    {R"({"$ref": "../../../etc/passwd"})",
     "1:10 schema-remote-reference the reference `../../../etc/passwd` leaves the document\n"},
    {R"({"properties": {"a": {"$ref": "#anchor"}}})",
     "1:31 schema-remote-reference the reference `#anchor` leaves the document\n"},
    {R"({"properties": {"a": {"$ref": "#/definitions/b"}}})",
     "1:31 schema-unresolved-reference the reference `#/definitions/b` leads to no schema\n"},
    {R"({"properties": {"a": {"$ref": "#/title"}}, "title": "t"})",
     "1:31 schema-unresolved-reference the reference `#/title` leads to no schema\n"},
    {R"({"items": {"$ref": "#/definitions//a"}, "definitions": {"": {}}})",
     "1:20 schema-unresolved-reference validators read the reference `#/definitions//a` "
     "differently\n"},
    {R"({"items": {"$ref": "#/definitions/a%2Fb"}, "definitions": {"a/b": {}}})",
     "1:20 schema-unresolved-reference validators read the reference `#/definitions/a%2Fb` "
     "differently\n"},
    {R"({"$ref": "#"})", "1:10 schema-cyclic-reference the reference leads back to `#`\n"},
    {R"({"properties": {"a": {"$ref": "#"}}})",
     "1:31 schema-cyclic-reference the reference leads back to `#`\n"},
    {R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})",
     "1:66 schema-cyclic-reference the reference leads back to `#/definitions/a`\n"},
    {R"({"pattern": "a+"})", "1:13 schema-unsafe-pattern pattern `a+` is not anchored\n"},
    {R"({"pattern": "^(a+)+$"})",
     "1:13 schema-unsafe-pattern pattern `^(a+)+$` repeats a group that repeats by itself\n"},
    {R"({"format": "date-time"})", "1:12 schema-unknown-format unknown format `date-time`\n"},
    {R"({"not": {"format": "date"}})",
     "1:10 schema-misplaced-format `format` decides a condition\n"},
    {R"({"if": {"properties": {"a": {"$ref": "#/definitions/d"}}}, "then": {}, "definitions": {"d": {"format": "date"}}})",
     "1:94 schema-misplaced-format `format` decides a condition\n"},
    {R"({"anyOf": [{"format": "uri"}]})",
     "1:13 schema-misplaced-format `format` decides a condition\n"},
    {R"({"oneOf": [{"items": {"format": "uri"}}]})",
     "1:23 schema-misplaced-format `format` decides a condition\n"},
    {R"({"then": {}})", "1:2 schema-missing-keyword `then` has no effect without `if`\n"},
};

TEST(SchemaLint, RefusesByName) {
  for (const Row& row : kRefusals) {
    DiagnosticList sink;
    EXPECT_FALSE(load_schema_text(row.schema, sink)) << row.schema;
    EXPECT_EQ(shown(sink), row.expected) << row.schema;
    for (const Diagnostic& diagnostic : sink.sorted())
      EXPECT_FALSE(diagnostic.help.empty()) << row.schema;
  }
}

TEST(SchemaLint, SuggestsTheNearestWord) {
  const Row rows[] = {
      {R"({"requried": ["a"]})", "did you mean `required`?"},
      {R"({"$defs": {}})", "draft-07 has `definitions`"},
      {R"({"format": "dat"})", "did you mean `date`?"},
      {R"({"type": "objct"})", "did you mean `object`?"},
      {R"({"$ref": "#/definitions/paln", "definitions": {"plan": {}}})",
       "did you mean `#/definitions/plan`?"},
  };
  for (const Row& row : rows) {
    DiagnosticList sink;
    EXPECT_FALSE(load_schema_text(row.schema, sink));
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_EQ(sink.sorted().front().help, row.expected);
  }
}

TEST(SchemaLint, RefusesWhatChecksNothing) {
  for (const char* schema :
       {"{}", R"({"title": "t", "x-note": 1})", R"({"definitions": {"a": {"type": "object"}}})"}) {
    DiagnosticList sink;
    EXPECT_FALSE(load_schema_text(schema, sink)) << schema;
    EXPECT_EQ(shown(sink),
              "1:1 schema-checks-nothing the schema has no keyword that checks anything, so every "
              "file would pass\n");
  }
}

TEST(SchemaLint, AcceptsWhatItChecks) {
  const char* const schemas[] = {
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://example.com/a", "$comment": "c",
          "title": "t", "description": "d", "default": 1, "examples": [1], "markdownDescription": "m",
          "enumDescriptions": ["a"], "defaultSnippets": [], "errorMessage": "e", "deprecationMessage": "d",
          "doNotSuggest": true, "readOnly": true, "x-anything": {"a": [1]}, "type": "object"})",
      R"({"type": ["integer", "string"], "minimum": 1, "maximum": 2.5, "exclusiveMinimum": 0, "pattern": "^(a|b)$"})",
      R"({"minLength": 2.0, "maxItems": 3, "minProperties": 0, "uniqueItems": false})",
      R"({"if": {"required": ["a"]}, "then": {"not": {}}, "else": {"const": {"$ref": "#"}}})",
      R"({"properties": {"$ref": {"type": "string"}, "format": {"enum": [null]}, "pattern": {}}})",
      R"({"dependencies": {"a": ["b"], "c": {"required": ["d"]}}, "additionalProperties": {"type": "string"}})",
      R"({"items": {"$ref": "#/definitions/a~1b"}, "definitions": {"a/b": {"format": "date"}}})",
      R"({"items": {"$ref": "#/properties/p%25"}, "properties": {"p%": {}}})",
      R"({"$ref": "#/definitions/a", "$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"a": {}}})",
      R"({"if": {"required": ["a"]}, "then": {"properties": {"a": {"format": "date"}}}})",
  };
  for (const char* schema : schemas) {
    DiagnosticList sink;
    EXPECT_TRUE(load_schema_text(schema, sink)) << schema << '\n' << shown(sink);
  }
}

TEST(SchemaLint, BoundsWhatReferencesGrowTo) {
  std::string definitions;
  for (int i = 0; i < 20; ++i) {
    definitions += fmt::format(
        R"("d{0}": {{"allOf": [{{"$ref": "#/definitions/d{1}"}}, {{"$ref": "#/definitions/d{1}"}}]}}, )",
        i,
        i + 1);
  }
  DiagnosticList wide;
  EXPECT_FALSE(load_schema_text(
      R"({"$ref": "#/definitions/d0", "definitions": {)" + definitions + R"("d20": {}}})", wide));
  ASSERT_EQ(wide.sorted().size(), 1U);
  EXPECT_EQ(wide.sorted().front().check, "schema-too-complex");

  definitions.clear();
  for (int i = 0; i < 3000; ++i)
    definitions += fmt::format(R"("d{}": {{"$ref": "#/definitions/d{}"}}, )", i, i + 1);
  DiagnosticList deep;
  EXPECT_FALSE(load_schema_text(
      R"({"$ref": "#/definitions/d0", "definitions": {)" + definitions + R"("d3000": {}}})", deep));
  ASSERT_EQ(deep.sorted().size(), 1U);
  EXPECT_EQ(deep.sorted().front().check, "schema-too-complex");
}

}  // namespace
}  // namespace simrules
