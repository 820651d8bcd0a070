#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "schema/foreign/evaluate.h"
#include "schema/foreign/numbers.h"
#include "schema/foreign/pattern.h"

namespace simrules {
namespace {

using nlohmann::json;

struct PatternRow {
  const char* pattern;
  const char* text;
  PatternMatch match;
};

TEST(Pattern, MatchesAsScriptsDo) {
  constexpr PatternMatch kYes = PatternMatch::kFound;
  constexpr PatternMatch kNo = PatternMatch::kMissing;
  const PatternRow rows[] = {{"b", "abc", kYes},
                             {"^b", "abc", kNo},
                             {"^.$", "\xE6\x97\xA5", kYes},
                             {"^a{2,3}$", "aaa", kYes},
                             {"^a{2,3}$", "aaaa", kNo},
                             {"^a{,3}$", "a{,3}", kYes},
                             {"^(?!x)[a-z]+$", "xyz", kNo},
                             {"^(?!x)[a-z]+$", "yxz", kYes},
                             {"(?<=a)b", "ab", kYes},
                             {"(?<!a)b", "ab", kNo},
                             {"^(a|b)\\1$", "bb", kYes},
                             {"^(?<c>a|b)\\k<c>$", "ab", kNo},
                             {"^\\p{L}+$", "\xC3\xA9t\xC3\xA9", kYes},
                             {"^\\P{Lu}$", "A", kNo},
                             {"^[\\w.-]+$", "a-b.c", kYes},
                             {"^[^\\d]$", "5", kNo},
                             {"\\bfoo\\b", "a foo b", kYes},
                             {"^\\u0041$", "A", kYes},
                             {"^a*?b$", "aab", kYes},
                             {"^(a*)*$", "aaaa", kYes},
                             {"^$", "", kYes}};
  for (const PatternRow& row : rows) {
    const auto pattern = Pattern::parse(row.pattern);
    ASSERT_TRUE(pattern) << row.pattern;
    EXPECT_EQ(pattern->search(row.text), row.match) << row.pattern << " in " << row.text;
  }
}

TEST(Pattern, RefusesWhatIsNone) {
  for (const char* text :
       {"(", ")", "[a", "*", "a**", "(?<n>a)(?<n>b)", "\\1", "[b-a]", "\\p{Nonsense}"})
    EXPECT_FALSE(Pattern::parse(text)) << text;
}

TEST(Pattern, GivesUpWhereItWouldTakeForEver) {
  const std::string text = std::string(40, 'a') + '!';
  for (const char* pattern : {"^(a+)+$", "^(a|a)*$", "^(a*)*b$"})
    EXPECT_EQ(Pattern::parse(pattern)->search(text), PatternMatch::kExhausted) << pattern;
}

TEST(Numbers, AreMultiplesAsDecimals) {
  struct Row {
    const char* number;
    const char* divisor;
    bool is;
  };
  for (const Row& row : {Row{"19.99", "0.01", true},
                         Row{"4.35", "0.01", true},
                         Row{"123456.78", "0.01", true},
                         Row{"1.5", "1", false},
                         Row{"0.5", "100", false},
                         Row{"0.0075", "0.0001", true},
                         Row{"0.00751", "0.0001", false},
                         Row{"1e308", "0.5", true},
                         Row{"0", "7", true},
                         Row{"-9", "3", true}}) {
    EXPECT_EQ(is_multiple(json::parse(row.number), json::parse(row.divisor)), row.is)
        << row.number << " of " << row.divisor;
  }
}

TEST(Numbers, AreComparedExactly) {
  EXPECT_GT(compare_numbers(9007199254740993, 9007199254740992), 0);
  EXPECT_LT(compare_numbers(-1, json(18446744073709551615ULL)), 0);
  EXPECT_EQ(compare_numbers(1, 1.0), 0);
}

/// Lists the checks that find something, in their order.
std::string found(const char* schema, const char* value) {
  const json root = json::parse(schema);
  ForeignEvaluator evaluator(root);
  std::string all;
  for (const ForeignFault& fault : evaluator.faults(json::parse(value)))
    all += fault.pointer + " " + fault.check + ";";
  return all;
}

TEST(ForeignEvaluator, TellsWhatAndWhere) {
  EXPECT_EQ(found(R"({"items": [{"type": "string"}], "additionalItems": false})", R"(["a", 1])"),
            "/1 not-allowed-here;");
  EXPECT_EQ(
      found(R"({"patternProperties": {"^a": {"type": "integer"}}, "additionalProperties": false})",
            R"({"a1": "x", "b": 1})"),
      "/a1 wrong-type;/b unknown-key;");
  EXPECT_EQ(found(R"({"propertyNames": {"maxLength": 2}})", R"({"abc": 1})"), "/abc unknown-key;");
  EXPECT_EQ(found(R"({"contains": {"const": 1}})", "[2]"), " too-few-items;");
  EXPECT_EQ(found(R"({"if": {"required": ["a"]}, "then": {"required": ["b"]}})", R"({"a": 1})"),
            " missing-key;");
  EXPECT_EQ(found(R"({"definitions": {"n": {"properties": {"next": {"$ref": "#/definitions/n"}},
                     "additionalProperties": false}}, "$ref": "#/definitions/n"})",
                  R"({"next": {"next": {"x": 1}}})"),
            "/next/next/x unknown-key;");
  EXPECT_EQ(
      found(R"({"$id": "http://example.com/a/", "definitions": {"b": {"$id": "b#", "type": "null"}},
                     "items": {"$ref": "/a/b"}})",
            "[1]"),
      "/0 wrong-type;");
}

}  // namespace
}  // namespace simrules
