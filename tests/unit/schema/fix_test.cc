// What fixes do to a text, seen from the outside: read, check, fix, until nothing is left to fix.
#include "base/fix.h"

#include <map>

#include "schema/schema_check.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

constexpr const char* kSchema = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "additionalProperties": false,
  "required": ["kind"],
  "properties": {
    "kind": {"enum": ["carrier", "reseller", "MB", "GB"]},
    "country": {"enum": ["NO", "JP"]},
    "codes": {"type": "array", "uniqueItems": true, "items": {"type": "string"}},
    "maps": {"type": "array", "uniqueItems": true, "items": {"type": "object"}},
    "count": {"type": "integer"},
    "open": {"type": "boolean"},
    "text": {"type": "string"},
    "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
    "version": {"const": 1}
  }
})";

std::vector<Diagnostic> check(const std::string& path, const std::string& text) {
  DiagnosticList sink(1000);
  auto schema = load_schema_text(kSchema, sink);
  auto document = path.ends_with(".json") ? read_json(path, text, kSchemaLimits, sink)
                                          : read_yaml(path, text, {}, sink);
  SchemaChecker checker(*schema);
  if (document) checker.check(*document, sink);
  return sink.sorted();
}

std::string fixed(const std::string& path, std::string text) {
  for (int round = 0; round < 10; ++round) {
    const std::vector<Diagnostic> findings = check(path, text);
    std::vector<const Diagnostic*> pointers;
    for (const Diagnostic& each : findings) pointers.push_back(&each);
    FixedText result = apply_safe_fixes(text, pointers);
    if (result.fixes == 0) return text;
    text = std::move(result.text);
  }
  ADD_FAILURE() << "fixes go round in circles";
  return text;
}

struct Row {
  const char* name;
  const char* before;
  const char* after;
};

class Fixes : public testing::TestWithParam<Row> {};

TEST_P(Fixes, Apply) { EXPECT_EQ(fixed("a.yaml", GetParam().before), GetParam().after); }

INSTANTIATE_TEST_SUITE_P(
    All,
    Fixes,
    testing::Values(
        Row{"mark", "\xEF\xBB\xBFkind: carrier\n", "kind: carrier\n"},
        Row{"returns", "kind: carrier # a\r\ntext: b\r\n", "kind: carrier # a\ntext: b\n"},
        Row{"tab", "kind: carrier\ttext\n", "kind: carrier text\n"},
        Row{"invisible", "kind: carr\xE2\x80\x8Bier\n", "kind: carrier\n"},
        Row{"composed",
            "kind: carrier\ntext: caf\x65\xCC\x81 \xEF\xBD\x9E\n",
            "kind: carrier\ntext: caf\xC3\xA9 \xEF\xBD\x9E\n"},
        Row{"ambiguous",
            "kind: carrier\ncountry: NO # Norway\n",
            "kind: carrier\ncountry: \"NO\" # Norway\n"},
        Row{"ambiguous key", "kind: carrier\nno: 1\n", "kind: carrier\n\"no\": 1\n"},
        Row{"leading zero stays text",
            "kind: carrier\ncount: 010\n",
            "kind: carrier\ncount: \"010\"\n"},
        Row{"word for a boolean", "kind: carrier\nopen: yes\n", "kind: carrier\nopen: true\n"},
        Row{"word", "kind: carier # c\n", "kind: carrier # c\n"},
        Row{"word in quotes", "kind: 'carier'\n", "kind: 'carrier'\n"},
        Row{"word after wide text",
            "{text: \xE6\x97\xA5\xE6\x9C\xAC \xF0\xA0\xAE\xB7, kind: carier}\n",
            "{text: \xE6\x97\xA5\xE6\x9C\xAC \xF0\xA0\xAE\xB7, kind: carrier}\n"},
        Row{"word that needs quotes",
            "kind: carrier\ncountry: N0\n",
            "kind: carrier\ncountry: \"NO\"\n"},
        Row{"word in other capitals", "kind: mB\n", "kind: MB\n"},
        Row{"unclear word stays", "kind: xB\n", "kind: xB\n"},
        Row{"block scalar stays", "kind: |-\n  carier\n", "kind: |-\n  carier\n"},
        Row{"key", "knid: carrier\n", "kind: carrier\n"},
        Row{"key in quotes", "\"knid\": carrier\n", "\"kind\": carrier\n"},
        Row{"key that is there already",
            "kind: carrier\nknid: carrier\n",
            "kind: carrier\nknid: carrier\n"},
        Row{"flow items", "kind: carrier\ncodes: [a, b, a, a]\n", "kind: carrier\ncodes: [a, b]\n"},
        Row{"flow items in lines",
            "kind: carrier\ncodes: [\n  a,\n  b, # note\n  a\n]\n",
            "kind: carrier\ncodes: [\n  a,\n  b, # note\n  a\n]\n"},
        Row{"block items",
            "kind: carrier\ncodes:\n  - a # one\n  - b\n  - a\n",
            "kind: carrier\ncodes:\n  - a # one\n  - b\n"},
        Row{"block item with a comment stays",
            "kind: carrier\ncodes:\n  - a\n  - a # why\n",
            "kind: carrier\ncodes:\n  - a\n  - a # why\n"},
        Row{"block item at the end of the file",
            "kind: carrier\ncodes:\n- a\n- a",
            "kind: carrier\ncodes:\n- a\n"},
        Row{"block items of mappings",
            "kind: carrier\nmaps:\n  - a: 1\n    b: 2\n  - b: 2\n    a: 1\ntext: x\n",
            "kind: carrier\nmaps:\n  - a: 1\n    b: 2\ntext: x\n"},
        Row{"number in quotes", "kind: carrier\ncount: '5'\n", "kind: carrier\ncount: 5\n"},
        Row{"number for a text", "kind: carrier\ntext: 440\n", "kind: carrier\ntext: \"440\"\n"},
        Row{"constant in quotes", "kind: carrier\nversion: \"1\"\n", "kind: carrier\nversion: 1\n"},
        Row{"text for a list", "kind: carrier\ncodes: a\n", "kind: carrier\ncodes: [a]\n"},
        Row{"text with a comma for a list",
            "kind: carrier\ncodes: a, b\n",
            "kind: carrier\ncodes: [\"a, b\"]\n"},
        Row{"guess is not safe", "kind: carrier\nid: LINEMO\n", "kind: carrier\nid: LINEMO\n"},
        Row{"several at once",
            "\xEF\xBB\xBFknid: carier\r\ncodes: [a, a]\r\ncountry: NO\r\n",
            "kind: carrier\ncodes: [a]\ncountry: \"NO\"\n"}),
    [](const auto& row) {
      std::string name = row.param.name;
      for (char& c : name)
        if (c == ' ') c = '_';
      return name;
    });

TEST(Fixes, KeepTheQuotesOfJson) {
  EXPECT_EQ(fixed("a.json", R"({"knid": "carier", "count": "5", "codes": ["a", "a"]})"),
            R"({"kind": "carrier", "count": 5, "codes": ["a"]})");
}

TEST(Fixes, OfferAGuessThatIsNotSafe) {
  const std::vector<Diagnostic> findings = check("a.yaml", "kind: carrier\nid: LINEMO\n");
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_TRUE(findings[0].fix);
  EXPECT_FALSE(findings[0].fix->safe);
  EXPECT_EQ(findings[0].fix->edits.front().text, "linemo");
  EXPECT_EQ(findings[0].fix->edits.front().place.column, 5);
}

}  // namespace
}  // namespace simrules
