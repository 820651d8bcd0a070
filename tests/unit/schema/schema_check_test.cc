#include "schema/schema_check.h"

#include <thread>

#include <gtest/gtest.h>

#include "support/schema_fixture.h"

namespace simrules {
namespace {

struct Row {
  const char* schema;
  const char* text;
  const char* expected;
};

std::vector<Diagnostic> check_text(const std::string& schema_text, const std::string& text) {
  DiagnosticList sink(1000);
  const auto schema = load_schema_text(schema_text, sink);
  const auto document = read_yaml("test.yaml", text, {}, sink);
  EXPECT_TRUE(schema && document) << schema_text << '\n' << text << '\n' << shown(sink);
  if (!schema || !document) return {};
  SchemaChecker checker(*schema);
  const bool clean = checker.check(*document, sink);
  EXPECT_EQ(clean, sink.empty());
  return sink.sorted();
}

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(shown(check_text(row.schema, row.text)), row.expected) << row.schema << '\n'
                                                                     << row.text;
  }
}

TEST(SchemaCheck, WordsValues) {
  expect_rows({
      {R"({"properties": {"a": {"type": "integer", "minimum": 0}}})", "a: 5\n", ""},
      {R"({"properties": {"a": {"type": "integer", "minimum": 0}}})",
       "a: x\n",
       "1:4 wrong-type `a` is the string `x`, expected a whole number of at least 0\n"},
      {R"({"properties": {"a": {"type": "integer", "minimum": 0}}})",
       "a: -5\n",
       "1:4 too-small `a` is `-5`, expected a whole number of at least 0\n"},
      {R"({"properties": {"a": {"type": "integer", "minimum": 1, "maximum": 9}}})",
       "a: 10\n",
       "1:4 too-large `a` is `10`, expected a whole number from 1 to 9\n"},
      {R"({"properties": {"a": {"type": "number", "exclusiveMinimum": 0}}})",
       "a: 0\n",
       "1:4 too-small `a` is `0`, expected a number above 0\n"},
      {R"({"properties": {"a": {"type": "boolean"}}})",
       "a: [1]\n",
       "1:1 wrong-type `a` is a list, expected `true` or `false`\n"},
      {R"({"properties": {"a": {"type": "array"}}})",
       "a: {b: 1}\n",
       "1:1 wrong-type `a` is a mapping, expected a list\n"},
      {R"({"properties": {"a": {"type": "object", "required": ["v", "u"]}}})",
       "a: 1\n",
       "1:4 wrong-type `a` is the number `1`, expected a mapping with `v` and `u`\n"},
      {R"({"properties": {"a": {"enum": ["own", "host"]}}})",
       "a: hots\n",
       "1:4 unknown-word `a` is `hots`, expected `own` or `host`\n"},
      {R"({"properties": {"a": {"enum": [1, "two"]}}})",
       "a: '1'\n",
       "1:4 unknown-word `a` is the string `1`, expected `1` or `two`\n"},
      {R"({"properties": {"a": {"const": 1}}})",
       "a: 2\n",
       "1:4 unknown-word `a` is `2`, expected `1`\n"},
      {R"({"properties": {"a": {"type": ["integer", "string"], "minimum": 1, "pattern": "^(unlimited|unpublished)$"}}})",
       "a: unlimted\n",
       "1:4 unknown-word `a` is `unlimted`, expected a whole number of at least 1, or `unlimited` "
       "or `unpublished`\n"},
      {R"({"properties": {"a": {"type": ["integer", "string"], "minimum": 1, "pattern": "^(unlimited|unpublished)$"}}})",
       "a: 0\n",
       "1:4 too-small `a` is `0`, expected a whole number of at least 1, or `unlimited` or "
       "`unpublished`\n"},
      {R"({"properties": {"a": {"type": ["integer", "string"], "minimum": 1, "pattern": "^(unlimited|unpublished)$"}}})",
       "a: true\n",
       "1:4 wrong-type `a` is `true`, expected a whole number of at least 1, or `unlimited` or "
       "`unpublished`\n"},
      {R"({"properties": {"a": {"type": "string", "pattern": "^[a-z-]+$"}}})",
       "a: Data_Gift\n",
       "1:4 wrong-pattern `a` is `Data_Gift`, which does not match `^[a-z-]+$`\n"},
      {R"({"properties": {"a": {"type": "string", "minLength": 2}}})",
       "a: 日\n",
       "1:4 too-short `a` has 1 character, expected at least 2\n"},
      {R"({"properties": {"a": {"type": "string", "maxLength": 2}}})",
       "a: ドコモ\n",
       "1:4 too-long `a` has 3 characters, expected at most 2\n"},
      {R"({"properties": {"a": {"type": "string", "format": "date"}}})",
       "a: 2023-02-29\n",
       "1:4 not-a-date `a` is `2023-02-29`, expected a calendar date such as `2024-10-01`\n"},
      {R"({"properties": {"a": {"type": ["integer", "string"], "format": "date"}}})", "a: 5\n", ""},
      {R"({"properties": {"plan_fee": {"title": "Monthly fee of the plan", "type": "integer"}}})",
       "plan_fee: x\n",
       "1:11 wrong-type `plan_fee` (Monthly fee of the plan) is the string `x`, expected a whole "
       "number\n"},
      {R"({"type": "array"})",
       "a: 1\n",
       "1:1 wrong-type the document is a mapping, expected a list\n"},
  });
}

TEST(SchemaCheck, WordsLists) {
  expect_rows({
      {R"({"properties": {"a": {"minItems": 1}}})",
       "a: []\n",
       "1:1 too-few-items `a` has 0 items, expected at least 1\n"},
      {R"({"properties": {"a": {"maxItems": 1}}})",
       "a: [1, 2]\n",
       "1:1 too-many-items `a` has 2 items, expected at most 1\n"},
      {R"({"properties": {"a": {"uniqueItems": true}}})",
       "a: [JP, KR, JP]\n",
       "1:13 duplicate-item item 3 of `a` repeats `JP`\n"},
      {R"({"properties": {"a": {"uniqueItems": true}}})",
       "a:\n  - {b: 1}\n  - {b: 1}\n",
       "3:5 duplicate-item item 2 of `a` repeats item 1\n"},
      {R"({"properties": {"a": {"items": {"type": "string"}}}})",
       "a:\n  - x\n  - 2\n",
       "3:5 wrong-type item 2 of `a` is the number `2`, expected a string\n"},
      {R"({"properties": {"a": {"items": {"required": ["id"]}}}})",
       "a:\n  - kind: x\n",
       "2:5 missing-key key `id` is missing in item 1 of `a`\n"},
  });
}

TEST(SchemaCheck, WordsObjects) {
  const char* const closed = R"({"additionalProperties": false, "required": ["verdict", "plans"],
      "properties": {"verdict": {"type": "string"}, "plans": {"type": "string"}, "notes": {"type": "string"}}})";
  expect_rows({
      {closed, "verdict: a\nplans: b\n", ""},
      {closed, "verdict: a\n", "1:1 missing-key key `plans` is missing\n"},
      {closed, "verdct: a\nplans: b\n", "1:1 unknown-key unknown key `verdct`\n"},
      {closed,
       "verdict: a\nplans: b\nntoes: c\nother: d\n",
       "3:1 unknown-key unknown key `ntoes`\n4:1 unknown-key unknown key `other`\n"},
      {closed, "verdict: a\nverdicts: a\nplans: b\n", "2:1 unknown-key unknown key `verdicts`\n"},
      {R"({"properties": {"a": {"required": ["b"]}}})",
       "x: 1\na: {}\n",
       "2:1 missing-key key `b` is missing in `a`\n"},
      {R"({"dependencies": {"count": ["precision"]}})",
       "count: 1\n",
       "1:1 missing-dependency `count` needs `precision` beside it\n"},
      {R"({"dependencies": {"count": {"required": ["precision"]}}})",
       "count: 1\n",
       "1:1 missing-key key `precision` is missing\n"},
      {R"({"properties": {"a": {"minProperties": 1}}})",
       "a: {}\n",
       "1:1 too-few-items `a` has 0 keys, expected at least 1\n"},
      {R"({"properties": {"a": {"maxProperties": 1}}})",
       "a: {b: 1, c: 2}\n",
       "1:1 too-many-items `a` has 2 keys, expected at most 1\n"},
      {R"({"properties": {"a": {"additionalProperties": {"type": "string"}, "x-key-format": "language"}}})",
       "a: {en: x, jp: z}\n",
       "1:12 unknown-language the key is `jp`, expected a language tag such as `ja` or "
       "`zh-Hant`\n"},
      {R"({"properties": {"a": {"additionalProperties": {"type": "string"}}}})",
       "a: {en: 1}\n",
       "1:9 wrong-type `en` is the number `1`, expected a string\n"},
      {R"({"properties": {"a/b": {"type": "string"}, "c~d": {"type": "string"}}})",
       "a/b: 1\nc~d: 2\n",
       "1:6 wrong-type `a/b` is the number `1`, expected a string\n2:6 wrong-type `c~d` is the "
       "number `2`, expected a string\n"},
  });
}

TEST(SchemaCheck, ChoosesTheBranchThatWasMeant) {
  const char* const discriminated = R"({"oneOf": [
      {"required": ["kind", "size"], "properties": {"kind": {"const": "data"}, "size": {"type": "integer"}}},
      {"required": ["kind", "price"], "properties": {"kind": {"const": "spend"}, "price": {"type": "integer"}}}]})";
  expect_rows({
      {discriminated, "kind: data\nsize: 1\n", ""},
      {discriminated,
       "kind: data\nsize: x\n",
       "2:7 wrong-type `size` is the string `x`, expected a whole number\n"},
      {discriminated,
       "kind: dta\nsize: 1\n",
       "1:7 unknown-word `kind` is `dta`, expected `data` or `spend`\n"},
      {discriminated, "size: 1\n", "1:1 missing-key key `kind` is missing in the document\n"},
      {R"({"properties": {"a": {"anyOf": [{"type": "integer", "minimum": 1}, {"enum": ["all"]}]}}})",
       "a: none\n",
       "1:4 no-branch-matches `a` is the string `none`, expected a whole number of at least 1, or "
       "`all`\n"},
      {R"({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]})",
       "c: 1\n",
       "1:1 missing-key key `a` or `b` is missing\n"},
      {R"({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]})",
       "a: 1\nb: 1\n",
       "1:1 several-branches-match only one of `a` and `b` may be given\n"},
      {R"({"properties": {"a": {"oneOf": [{"minimum": 1}, {"minimum": 2}]}}})",
       "a: 3\n",
       "1:4 several-branches-match `a` fits 2 alternatives, expected exactly one\n"},
      {R"({"oneOf": [{"properties": {"a": {"required": ["x", "y"]}}}, {"properties": {"a": {"required": ["y"]}}, "required": ["b"]}]})",
       "a: {z: 1}\nb: 1\n",
       "1:1 missing-key key `y` is missing in `a`\n"},
      {R"({"properties": {"a": {"not": {}}}})",
       "a: 1\n",
       "1:4 not-allowed-here `a` is not allowed here\n"},
      {R"({"not": {"required": ["a"]}})",
       "b: 1\na: 1\n",
       "2:1 not-allowed-here key `a` is not allowed here\n"},
      {R"({"not": {"required": ["a", "b"]}})",
       "a: 1\nb: 1\n",
       "2:1 not-allowed-here `a` and `b` must not stand together\n"},
      {R"({"properties": {"a": {"not": {"enum": ["x"]}}}})",
       "a: x\n",
       "1:4 not-allowed-here `a` must not be `x`\n"},
      {R"({"allOf": [{"required": ["a"]}, {"required": ["a", "b"]}]})",
       "c: 1\n",
       "1:1 missing-key key `a` is missing\n1:1 missing-key key `b` is missing\n"},
  });
}

TEST(SchemaCheck, ExplainsConditions) {
  const char* const conditional = R"({"additionalProperties": false, "required": ["verdict"],
      "properties": {"verdict": {"enum": ["allowed", "unknown"]}, "evidence": {"type": "array", "description": "What sources say."}},
      "if": {"properties": {"verdict": {"const": "allowed"}}}, "then": {"required": ["evidence"]}, "else": {"not": {"required": ["evidence"]}}})";
  expect_rows({
      {conditional, "verdict: unknown\n", ""},
      {conditional, "verdict: allowed\n", "1:1 missing-key key `evidence` is missing\n"},
      {conditional,
       "verdict: unknown\nevidence: []\n",
       "2:1 not-allowed-here key `evidence` is not allowed here\n"},
      {conditional,
       "verdict: alowed\nevidence: []\n",
       "1:10 unknown-word `verdict` is `alowed`, expected `allowed` or `unknown`\n"},
      {conditional, "verdct: unknown\n", "1:1 unknown-key unknown key `verdct`\n"},
  });
  const auto found = check_text(conditional, "verdict: allowed\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].help, "add `evidence`: what sources say");
  ASSERT_EQ(found[0].notes.size(), 1U);
  EXPECT_EQ(found[0].notes[0].message, "because `verdict` is `allowed` here");
  EXPECT_EQ(found[0].notes[0].place.column, 10);
}

TEST(SchemaCheck, SaysOneThingOfEachValue) {
  expect_rows({
      {R"({"properties": {"a": {"type": "string", "minLength": 3, "pattern": "^[a-z]+$", "format": "date"}}})",
       "a: A\n",
       "1:4 wrong-pattern `a` is `A`, which does not match `^[a-z]+$`\n"},
      {R"({"properties": {"a": {"type": "string", "enum": ["x"], "pattern": "^x$", "maxLength": 1}}})",
       "a: yy\n",
       "1:4 unknown-word `a` is `yy`, expected `x`\n"},
      {R"({"properties": {"a": {"type": "integer"}}, "allOf": [{"properties": {"a": {"minimum": 5}}}, {"properties": {"a": {"type": "integer"}}}]})",
       "a: x\n",
       "1:4 wrong-type `a` is the string `x`, expected a whole number\n"},
  });
}

TEST(SchemaCheck, HelpsOut) {
  const Row rows[] = {
      {R"({"properties": {"a": {"type": "integer"}}})",
       "a: \"5\"\n",
       "write it without quotes: `5`"},
      {R"({"properties": {"a": {"type": "string"}}})", "a: 5\n", "write it in quotes: `\"5\"`"},
      {R"({"properties": {"a": {"type": "boolean"}}})",
       "a: \"yes\"\n",
       "write `true` without quotes"},
      {R"({"properties": {"a": {"type": "boolean"}}})",
       "a: \"off\"\n",
       "write `false` without quotes"},
      {R"({"properties": {"a": {"type": "array"}}})", "a: x\n", "write a list: `[x]`"},
      {R"({"properties": {"a": {"type": "integer", "x-help": "count them"}}})",
       "a: {}\n",
       "count them"},
      {R"({"properties": {"a": {"type": "integer", "description": "How many."}}})",
       "a: {}\n",
       "what belongs here: how many"},
      {R"({"properties": {"a": {"pattern": "^[a-z]+$"}}})", "a: Abc\n", "did you mean `abc`?"},
      {R"({"properties": {"a": {"pattern": "^[a-z]+$", "patternErrorMessage": "letters only"}}})",
       "a: \"12\"\n",
       "letters only"},
      {R"({"properties": {"a": {"enum": ["own", "host"]}}})", "a: hots\n", "did you mean `host`?"},
      {R"({"additionalProperties": false, "properties": {"roaming": {}}})",
       "roming: 1\nroaming: 1\n",
       "`roaming` is there already, at line 2: keep one of them"},
      {R"({"additionalProperties": false, "properties": {"plan": {}}})",
       "plna: 1\n",
       "did you mean `plan`?"},
      {R"({"additionalProperties": false, "properties": {"plan": {}, "zone": {}}})",
       "something: 1\n",
       "the keys here are `plan` and `zone`"},
      {R"({"required": ["plan"], "properties": {"plan": {"x-help": "name it"}}})",
       "a: 1\n",
       "add `plan`: name it"},
      {R"({"required": ["plan"], "properties": {"plan": {"enum": ["x", "y"]}}})",
       "a: 1\n",
       "add `plan` with `x` or `y`"},
      {R"({"required": ["plan"]})", "a: 1\n", "add `plan`"},
  };
  for (const Row& row : rows) {
    const auto found = check_text(row.schema, row.text);
    ASSERT_EQ(found.size(), 1U) << row.schema;
    EXPECT_EQ(found[0].help, row.expected) << row.schema;
  }
}

TEST(SchemaCheck, FindsSevenMistakes) {
  const char* const schema = R"({
    "type": "object", "required": ["id", "carrier", "country", "verified_on", "transfer"], "additionalProperties": false,
    "properties": {
      "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
      "carrier": {"type": "string"},
      "country": {"type": "string", "format": "country"},
      "verified_on": {"type": "string", "format": "date"},
      "transfer": {"oneOf": [
        {"type": "object", "required": ["allowed", "reason"], "additionalProperties": false,
         "properties": {"allowed": {"const": false}, "reason": {"type": "string"}}},
        {"type": "object", "required": ["allowed", "recipients"], "additionalProperties": false,
         "properties": {"allowed": {"const": true}, "recipients": {"enum": ["same-account", "family", "same-carrier", "anyone"]},
                        "max_mb_per_month": {"type": "integer", "minimum": 0}}}]},
      "roaming": {"type": "object", "additionalProperties": false,
        "properties": {"allowed": {"type": "boolean"}, "daily_cap_mb": {"type": "integer", "minimum": 0}}},
      "tethering": {"type": "object", "additionalProperties": false, "required": ["allowed"],
        "properties": {"allowed": {"type": "boolean"}, "fee_jpy": {"type": "integer"}}}}})";
  const char* const text =
      "# softbank LINEMO\n"
      "id: LINEMO\n"
      "carrier: softbank\n"
      "country: JP\n"
      "verified_on: \"2026-13-40\"\n"
      "transfer:\n"
      "  allowed: true\n"
      "  recipients: familly\n"
      "  max_mb_per_month: 1000\n"
      "roming:\n"
      "  allowed: true\n"
      "roaming:\n"
      "  allowed: \"yes\"\n"
      "  daily_cap_mb: -5\n"
      "tethering:\n"
      "  fee_jpy: 550\n";
  EXPECT_EQ(shown(check_text(schema, text)),
            "2:5 wrong-pattern `id` is `LINEMO`, which does not match `^[a-z0-9-]+$`\n"
            "5:14 not-a-date `verified_on` is `2026-13-40`, expected a calendar date such as "
            "`2024-10-01`\n"
            "8:15 unknown-word `recipients` is `familly`, expected `same-account`, `family`, "
            "`same-carrier` or `anyone`\n"
            "10:1 unknown-key unknown key `roming`\n"
            "13:12 wrong-type `allowed` is the string `yes`, expected `true` or `false`\n"
            "14:17 too-small `daily_cap_mb` is `-5`, expected a whole number of at least 0\n"
            "15:1 missing-key key `allowed` is missing in `tethering`\n");
}

TEST(SchemaCheck, ReadsNumbersAsJsonSchemaDoes) {
  const Row rows[] = {
      {R"({"type": "integer"})", "2.0", ""},
      {R"({"const": 1})", "1.0", ""},
      {R"({"maximum": 3.0, "minLength": 2.0})", "3", ""},
      {R"({"enum": [[1.0, {"a": 2}]]})", R"([1, {"a": 2.0}])", ""},
      {R"({"const": 1})", "true", "1:1 unknown-word the document is `true`, expected `1`\n"},
      {R"({"uniqueItems": true})", "[1, 1.0]", "1:5 duplicate-item item 2 repeats `1`\n"},
      {R"({"uniqueItems": true})", "[1, true, \"1\", [1]]", ""},
      {R"({"type": "integer"})",
       "2.5",
       "1:1 wrong-type the document is the number `2.5`, expected a whole number\n"},
      {R"({"type": "null"})", "null", ""},
      {R"({"type": "string"})",
       "null",
       "1:1 wrong-type the document is `null`, expected a string\n"},
  };
  for (const Row& row : rows) {
    DiagnosticList sink;
    const auto schema = load_schema_text(row.schema, sink);
    const auto document = read_json("test.json", row.text, kDatasetLimits, sink);
    ASSERT_TRUE(schema && document) << shown(sink);
    SchemaChecker(*schema).check(*document, sink);
    EXPECT_EQ(shown(sink), row.expected) << row.schema << ' ' << row.text;
  }
}

TEST(SchemaCheck, SurvivesWhatValidatorsDoNot) {
  DiagnosticList sink;
  const auto schema = load_schema_text(
      R"({"properties": {"t": {"pattern": "^[^ ]+$"}, "l": {"uniqueItems": true}}})", sink);
  ASSERT_TRUE(schema);
  std::string list = "0";
  for (int i = 1; i < 20000; ++i) list += "," + std::to_string(i);
  const auto document =
      read_json("test.json",
                R"({"t": ")" + std::string(60000, 'a') + R"(", "l": [)" + list + "]}",
                kDatasetLimits,
                sink);
  ASSERT_TRUE(document) << shown(sink);
  EXPECT_FALSE(SchemaChecker(*schema).check(*document, sink));
  EXPECT_EQ(shown(sink),
            "1:7 too-long `t` has 60000 bytes, expected at most 2048 where a pattern is checked\n");
}

TEST(SchemaCheck, RunsInThreadsWithACheckerEach) {
  DiagnosticList sink;
  const auto schema =
      load_schema_text(R"({"properties": {"a": {"pattern": "^[a-z]+(-[a-z]+)*$"}}})", sink);
  const auto document = read_yaml("test.yaml", "a: data-gift\n", {}, sink);
  ASSERT_TRUE(schema && document) << shown(sink);
  bool clean[2] = {false, false};
  const auto work = [&](int index) {
    DiagnosticList own;
    clean[index] = SchemaChecker(*schema).check(*document, own);
  };
  std::thread first(work, 0);
  std::thread second(work, 1);
  first.join();
  second.join();
  EXPECT_TRUE(clean[0] && clean[1]);
}

}  // namespace
}  // namespace simrules
