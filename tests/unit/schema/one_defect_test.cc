// As many findings as mistakes, with schemas that are not ours: one row is a schema, a document with
// the mistakes, and where each must be found. Typos, choices and conditions are where one mistake
// tends to be told several times, or in the words of a branch that nobody meant.

#include "mutation.h"
#include "schema/schema_check.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

struct Row {
  const char* schema;
  const char* text;
  const char* expected;
};

std::string findings(const Row& row) {
  DiagnosticList sink(1000);
  const auto schema = load_schema_text(row.schema, sink);
  const auto document = read_yaml("test.yaml", row.text, {}, sink);
  EXPECT_TRUE(schema && document) << row.schema << '\n' << row.text << '\n' << shown(sink);
  if (!schema || !document) return {};
  SchemaChecker(*schema).check(*document, sink);
  std::string out;
  for (const Diagnostic& finding : sink.sorted()) out += shown_finding(finding) + '\n';
  return out;
}

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows)
    EXPECT_EQ(findings(row), row.expected) << row.schema << '\n' << row.text;
}

TEST(OneDefect, ValuesThatViolateSeveralKeywords) {
  expect_rows({
      {R"({"type": "string", "enum": ["a"], "pattern": "^a$", "maxLength": 1, "format": "date"})",
       "7\n",
       "1:1 wrong-type \n"},
      {R"({"properties": {"a": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 3}}})",
       "a: ABCDE\n",
       "1:4 wrong-pattern /a\n"},
      {R"({"properties": {"a": {"minimum": 5, "exclusiveMinimum": 5, "enum": [6, 7]}}})",
       "a: 4\n",
       "1:4 unknown-word /a\n"},
      {R"({"properties": {"a": {"type": "array", "minItems": 2, "uniqueItems": true, "items": {"type": "integer"}}}})",
       "a: [x]\n",
       "1:1 too-few-items /a\n1:5 wrong-type /a/0\n"},
      {R"({"properties": {"a": {"type": "array", "maxItems": 2, "uniqueItems": true}}})",
       "a: [1, 2, 1]\n",
       "1:1 too-many-items /a\n1:11 duplicate-item /a/2\n"},
      {R"({"minProperties": 1, "required": ["a"], "additionalProperties": false, "properties": {"a": {}}})",
       "{}\n",
       "1:1 missing-key \n"},
      {R"({"maxProperties": 1, "required": ["a"], "additionalProperties": false, "properties": {"a": {}}})",
       "a: 1\nzebra: 2\n",
       "2:1 unknown-key /zebra\n"},
      {R"({"allOf": [{"properties": {"a": {"minimum": 5}}}, {"properties": {"a": {"minimum": 7}}}]})",
       "a: 1\n",
       "1:4 too-small /a\n"},
      {R"({"allOf": [{"required": ["a", "b"]}, {"required": ["a"]}], "required": ["a"]})",
       "c: 1\n",
       "1:1 missing-key \n1:1 missing-key \n"},
  });
}

TEST(OneDefect, MisspeltKeys) {
  const char* const strict = R"({"type": "object", "additionalProperties": false,
      "required": ["verdict", "id"], "minProperties": 2, "properties": {"verdict": {"enum": ["allowed", "unknown"]},
      "id": {"type": "string"}, "count": {"type": "integer"}, "precision": {"enum": ["exact"]},
      "evidence": {"type": "array"}, "plan": {"type": "object", "required": ["name", "size"], "additionalProperties": false,
      "properties": {"name": {}, "size": {}}}},
      "dependencies": {"count": ["precision"]},
      "if": {"properties": {"verdict": {"const": "allowed"}}}, "then": {"required": ["evidence"]}})";
  expect_rows({
      {strict, "id: x\nverdct: unknown\n", "2:1 unknown-key /verdct\n"},
      {strict, "id: x\nverdct: 7\n", "2:1 unknown-key /verdct\n"},
      {strict,
       "id: x\nverdct: allowed\nverdit: allowed\n",
       "2:1 unknown-key /verdct\n3:1 unknown-key /verdit\n"},
      {strict, "id: x\nverdict: unknown\nverdct: unknown\n", "3:1 unknown-key /verdct\n"},
      {strict,
       "id: x\nverdict: unknown\ncount: 1\nprecison: exact\n",
       "4:1 unknown-key /precison\n"},
      {strict, "id: x\nverdict: unknown\ncont: 1\n", "3:1 unknown-key /cont\n"},
      {strict, "id: x\nverdict: allowed\nevidnce: []\n", "3:1 unknown-key /evidnce\n"},
      {strict, "id: x\nverdict: alowed\n", "2:10 unknown-word /verdict\n"},
      {strict,
       "id: x\nverdict: unknown\nplan: {nmae: 1, sice: 2}\n",
       "3:8 unknown-key /plan/nmae\n3:17 unknown-key /plan/sice\n"},
      {strict, "id: x\nverdict: unknown\npaln: {name: 1}\n", "3:1 unknown-key /paln\n"},
      {strict, "verdict: allowed\n", "1:1 missing-key \n1:1 missing-key \n"},
      {R"({"additionalProperties": false, "properties": {"url": {}, "title": {}, "x": {}}, "oneOf": [{"required": ["url"]}, {"required": ["title"]}]})",
       "titel: x\n",
       "1:1 unknown-key /titel\n"},
      {R"({"additionalProperties": false, "properties": {"url": {}, "title": {}, "x": {}}, "anyOf": [{"required": ["url"]}, {"required": ["title"]}]})",
       "ulr: x\n",
       "1:1 unknown-key /ulr\n"},
  });
}

const char* const kShapes = R"({"properties": {"rules": {"type": "array", "items": {"oneOf": [
    {"type": "object", "additionalProperties": false, "required": ["kind", "size"],
     "properties": {"kind": {"const": "data"}, "size": {"type": "integer", "minimum": 1}, "unit": {"enum": ["MB", "GB"]}}},
    {"type": "object", "additionalProperties": false, "required": ["kind", "price", "currency"],
     "properties": {"kind": {"const": "spend"}, "price": {"type": "integer"}, "currency": {"type": "string", "pattern": "^[A-Z]+$"}}}]}}}})";

TEST(OneDefect, ChoicesWithADiscriminator) {
  expect_rows({
      {kShapes, "rules:\n  - {kind: data, size: 0}\n", "2:24 too-small /rules/0/size\n"},
      {kShapes, "rules:\n  - {kind: data, sice: 5}\n", "2:18 unknown-key /rules/0/sice\n"},
      {kShapes,
       "rules:\n  - {kind: spend, price: 5, currency: yen}\n",
       "2:39 wrong-pattern /rules/0/currency\n"},
      {kShapes,
       "rules:\n  - {kind: spend, price: x, currncy: JPY}\n",
       "2:26 wrong-type /rules/0/price\n2:29 unknown-key /rules/0/currncy\n"},
      {kShapes, "rules:\n  - {kind: dta, size: 5}\n", "2:12 unknown-word /rules/0/kind\n"},
      {kShapes, "rules:\n  - {kind: 7, size: 5}\n", "2:12 unknown-word /rules/0/kind\n"},
      {kShapes, "rules:\n  - {size: 5}\n", "2:5 missing-key /rules/0\n"},
      {kShapes, "rules:\n  - {knid: data, size: 5}\n", "2:6 unknown-key /rules/0/knid\n"},
      {kShapes,
       "rules:\n  - {knid: data, size: x}\n",
       "2:6 unknown-key /rules/0/knid\n2:24 wrong-type /rules/0/size\n"},
      {kShapes, "rules:\n  - data\n", "2:5 no-branch-matches /rules/0\n"},
      {kShapes,
       "rules:\n  - {kind: data, size: 5, unit: KB}\n  - {kind: spend}\n",
       "2:33 unknown-word /rules/0/unit\n3:5 missing-key /rules/1\n3:5 missing-key /rules/1\n"},
      {R"({"required": ["kind"], "properties": {"kind": {"enum": ["a", "b"]}}, "anyOf": [
           {"properties": {"kind": {"const": "a"}}, "required": ["x"]}, {"properties": {"kind": {"const": "b"}}, "required": ["y"]}]})",
       "kind: c\n",
       "1:7 unknown-word /kind\n"},
      {R"({"required": ["kind"], "properties": {"kind": {"enum": ["a", "b"]}}, "anyOf": [
           {"properties": {"kind": {"const": "a"}}, "required": ["x"]}, {"properties": {"kind": {"const": "b"}}, "required": ["y"]}]})",
       "kind: b\n",
       "1:1 missing-key \n"},
  });
}

TEST(OneDefect, ChoicesWithoutADiscriminator) {
  const char* const shapes = R"({"oneOf": [
      {"type": "object", "additionalProperties": false, "required": ["name", "size"], "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}},
      {"type": "object", "additionalProperties": false, "required": ["url", "title", "tier"], "properties": {"url": {}, "title": {}, "tier": {"enum": ["press", "blog"]}}}]})";
  expect_rows({
      {shapes, "name: x\n", "1:1 missing-key \n"},
      {shapes, "name: 5\nsize: 5\n", "1:7 wrong-type /name\n"},
      {shapes, "name: x\nsice: 5\n", "2:1 unknown-key /sice\n"},
      {shapes, "url: x\ntitle: x\ntier: blgo\n", "3:7 unknown-word /tier\n"},
      {shapes, "[1]\n", "1:1 no-branch-matches \n"},
      // A name that is misspelt is one mistake, not a missing key and an unknown one.
      {R"({"oneOf": [{"required": ["x"]}, {"additionalProperties": false, "required": ["name", "size"], "properties": {"name": {}, "size": {}}}]})",
       "name: x\nsice: 5\n",
       "2:1 unknown-key /sice\n"},
      {R"({"properties": {"a": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}})",
       "a: [1]\n",
       "1:1 no-branch-matches /a\n"},
      {R"({"properties": {"a": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["x"]}]}}})",
       "a: {z: 1}\n",
       "1:1 missing-key /a\n"},
      {R"({"properties": {"a": {"anyOf": [{"type": "null"}, {"type": "array", "items": {"type": "integer"}}]}}})",
       "a: [1, x]\n",
       "1:8 wrong-type /a/1\n"},
      {R"({"properties": {"a": {"oneOf": [{"type": "integer"}, {"type": "number"}]}}})",
       "a: 1\n",
       "1:4 several-branches-match /a\n"},
      {R"({"oneOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}]})",
       "a: 1\nc: 1\n",
       "1:1 several-branches-match \n"},
      // What is wrong by itself is not told again as a choice that fails.
      {R"({"properties": {"a": {"type": "integer", "minimum": 0}, "b": {}}, "anyOf": [{"required": ["b"]}, {"properties": {"a": {"minimum": 0}}}]})",
       "a: -1\n",
       "1:4 too-small /a\n"},
      // Nested choices.
      {R"({"oneOf": [{"type": "object", "required": ["a"], "properties": {"a": {"oneOf": [{"type": "integer"}, {"type": "object", "required": ["v", "u"],
           "properties": {"v": {"type": "integer"}, "u": {"enum": ["MB", "GB"]}}}]}}}, {"type": "string"}]})",
       "a: {v: 1, u: TB}\n",
       "1:14 unknown-word /a/u\n"},
      {R"({"oneOf": [{"type": "object", "required": ["a"], "properties": {"a": {"oneOf": [{"type": "integer"}, {"enum": ["all"]}]}}}, {"type": "string"}]})",
       "a: none\n",
       "1:4 no-branch-matches /a\n"},
      {R"({"items": {"anyOf": [{"oneOf": [{"const": 1}, {"const": 2}]}, {"oneOf": [{"const": "a"}, {"const": "b"}]}]}})",
       "[1, c, b]\n",
       "1:5 no-branch-matches /1\n"},
  });
}

TEST(OneDefect, ConditionsDependenciesAndExclusions) {
  const char* const nested =
      R"({"additionalProperties": false, "required": ["kind"], "properties": {"kind": {"enum": ["a", "b"]}, "mode": {"enum": ["x", "z"]}, "p": {"type": "integer"}, "q": {}},
      "if": {"properties": {"kind": {"const": "a"}}},
      "then": {"required": ["mode"], "if": {"properties": {"mode": {"const": "x"}}}, "then": {"required": ["p"], "properties": {"p": {"minimum": 5}}}, "else": {"not": {"required": ["p"]}}},
      "else": {"required": ["q"]}})";
  expect_rows({
      {nested, "kind: a\nmode: x\n", "1:1 missing-key \n"},
      {nested, "kind: a\nmode: x\np: 4\n", "3:4 too-small /p\n"},
      {nested, "kind: a\nmode: x\np: text\n", "3:4 wrong-type /p\n"},
      {nested, "kind: a\nmode: z\np: 5\n", "3:1 not-allowed-here /p\n"},
      {nested, "kind: a\nmode: w\n", "2:7 unknown-word /mode\n"},
      {nested, "kind: a\nmdoe: x\n", "2:1 unknown-key /mdoe\n"},
      {nested, "kind: a\n", "1:1 missing-key \n"},
      {nested, "kind: b\n", "1:1 missing-key \n"},
      {nested, "kind: c\n", "1:7 unknown-word /kind\n"},
      {nested, "mode: x\n", "1:1 missing-key \n"},
      {nested, "knid: a\nmode: x\n", "1:1 unknown-key /knid\n"},
      {R"({"dependencies": {"a": ["b", "c"]}})", "a: 1\nb: 1\n", "1:1 missing-dependency /a\n"},
      {R"({"dependencies": {"a": {"required": ["b"], "properties": {"a": {"type": "integer"}}}}, "properties": {"a": {"type": "integer"}}})",
       "a: x\nb: 1\n",
       "1:4 wrong-type /a\n"},
      {R"({"required": ["b"], "dependencies": {"a": ["b"]}})", "a: 1\n", "1:1 missing-key \n"},
      {R"({"not": {"required": ["a", "b"]}, "properties": {"a": {"type": "integer"}}})",
       "a: 1\nb: 1\n",
       "2:1 not-allowed-here /b\n"},
      {R"({"properties": {"a": {"not": {"type": "integer"}, "type": ["string", "integer"]}}})",
       "a: 1\n",
       "1:4 not-allowed-here /a\n"},
      {R"({"not": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}})",
       "c: 1\na: 1\n",
       "1:1 not-allowed-here \n"},
  });
}

}  // namespace
}  // namespace simrules
