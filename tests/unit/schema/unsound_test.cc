// A file that the reader refuses in part is checked all the same: every mistake once, in one run.
#include "document/yaml_reader.h"
#include "schema/schema_check.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

constexpr const char* kSchema = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "additionalProperties": false,
  "required": ["kind", "name"],
  "properties": {
    "kind": {"enum": ["carrier", "reseller"]},
    "name": {"type": "string"},
    "count": {"type": "integer"},
    "codes": {"type": "array", "minItems": 2, "uniqueItems": true, "items": {"enum": ["a", "b", "c"]}},
    "fee": {"type": "object", "required": ["value"], "additionalProperties": false,
            "properties": {"value": {"type": "integer"}, "unit": {"enum": ["JPY"]}}}
  },
  "if": {"required": ["kind"], "properties": {"kind": {"const": "reseller"}}},
  "else": {"not": {"required": ["count"]}}
})";

struct Row {
  const char* name;
  const char* text;
  const char* findings;
};

class Unsound : public testing::TestWithParam<Row> {};

TEST_P(Unsound, TellsEachMistakeOnce) {
  DiagnosticList sink(1000);
  const auto schema = load_schema_text(kSchema, sink);
  const auto document = read_doubtful_yaml("a.yaml", GetParam().text, {}, sink);
  SchemaChecker checker(*schema);
  if (document) {
    EXPECT_FALSE(document->sound);
    checker.check(*document, sink);
  }
  std::string found;
  for (const Diagnostic& each : sink.sorted()) {
    found += fmt::format("{}:{} {}\n", each.place.line, each.place.column, each.check);
  }
  EXPECT_EQ(found, GetParam().findings);
}

INSTANTIATE_TEST_SUITE_P(
    All,
    Unsound,
    testing::Values(
        Row{"ambiguous_value",
            "kind: NO\nname: x\nfee: {valu: 1}\n",
            "1:7 ambiguous-scalar\n3:7 unknown-key\n"},
        Row{"ambiguous_value_decides", "kind: no\nname: x\ncount: 1\n", "1:7 ambiguous-scalar\n"},
        Row{"missing_value", "kind:\nname: 1\n", "1:1 null-value\n2:7 wrong-type\n"},
        Row{"fraction",
            "kind: carrier\nname: 5\nfee: {value: 0.5}\n",
            "2:7 wrong-type\n3:14 fraction\n"},
        Row{"refused_key",
            "kind: carrier\nno: x\ncodes: [a, d]\n",
            "2:1 ambiguous-scalar\n3:12 unknown-word\n"},
        Row{"refused_key_elsewhere",
            "kind: carrier\nfee: {on: 1, unit: USD}\n",
            "1:1 missing-key\n2:7 ambiguous-scalar\n2:20 unknown-word\n"},
        Row{"duplicate_key",
            "kind: carrier\nkind: x\nname: 1\n",
            "2:1 duplicate-key\n3:7 wrong-type\n"},
        Row{"anchor", "kind: &k carrier\nname: 1\n", "1:7 anchor\n2:7 wrong-type\n"},
        Row{"invisible_in_a_value",
            "kind: carr\xE2\x80\x8Bier\nname: 1\n",
            "1:11 invisible-character\n2:7 wrong-type\n"},
        Row{"invisible_in_a_key",
            "ki\xE2\x80\x8Bnd: carrier\nname: 1\n",
            "1:3 invisible-character\n2:7 wrong-type\n"},
        Row{"invisible_in_a_comment",
            "kind: carier # a\xE2\x80\x8B\nname: x\n",
            "1:7 unknown-word\n1:17 invisible-character\n"},
        Row{"invisible_in_what_is_repeated",
            "kind: carrier\nfee:\n  unit: \"J\xE2\x80\x8B\"\nfee: {value: 1}\nname: 1\n",
            "3:11 invisible-character\n4:1 duplicate-key\n5:7 wrong-type\n"},
        Row{"stand_ins_in_a_list",
            "kind: carrier\nname: x\ncodes: [~, ~]\n",
            "3:9 null-value\n3:12 null-value\n"},
        Row{"byte_order_mark",
            "\xEF\xBB\xBFkind: carier\nname: x\n",
            "1:1 byte-order-mark\n1:8 unknown-word\n"},
        Row{"carriage_returns",
            "kind: carier\r\nname: 1\r\ncodes:\r\n  - a\r\n  - d\r\n",
            "1:7 unknown-word\n1:13 carriage-return\n2:7 wrong-type\n5:5 unknown-word\n"},
        Row{"carriage_returns_in_texts",
            "kind: reseller\r\nname: |\r\n  one\r\n  two\r\ncount: \"a\r\n  b\"\r\n",
            "1:15 carriage-return\n5:8 wrong-type\n"},
        Row{"syntax_ends_it", "kind: carier\nname: [\n", "2:7 yaml-syntax\n"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace simrules
