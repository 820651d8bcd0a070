#include <gtest/gtest.h>

#include "support/document_fixture.h"

namespace simrules {
namespace {

std::string at(const Document& document, const std::string& pointer) {
  const SourceSpan span = document.spans.at(pointer).value;
  return std::string(document.source.text().substr(span.begin, span.end - span.begin));
}

TEST(YamlValues, FollowTheCoreSchema) {
  const ReadResult result = yaml(
      "s: text\ni: 81\nk: -5\nz: 0\nt: true\nf: false\nq: \"81\"\nd: 2026-11-22\nm: 2024-10\nj: "
      "2024\n"
      "p: 440-50\nv: 1.2.3\nu: it's\nl: []\no: {}\ne: \"\"\nb: |\n  x\n  y\n");
  ASSERT_EQ(result.findings, std::vector<std::string>{});
  EXPECT_EQ(result.document->value, nlohmann::json::parse(R"({
    "s": "text", "i": 81, "k": -5, "z": 0, "t": true, "f": false, "q": "81", "d": "2026-11-22", "m": "2024-10",
    "j": 2024, "p": "440-50", "v": "1.2.3", "u": "it's", "l": [], "o": {}, "e": "", "b": "x\ny\n"})"));
}

TEST(YamlValues, MayBeAnyRoot) {
  EXPECT_EQ(yaml("[1]").document->value, nlohmann::json::parse("[1]"));
  EXPECT_EQ(yaml("--- x\n").document->value, "x");
  EXPECT_EQ(yaml("---\na: 1\n...\n").document->value, nlohmann::json::parse(R"({"a": 1})"));
  EXPECT_EQ(yaml("|\n x\n").document->value, "x\n");
}

TEST(YamlSpans, CoverValuesAndKeysExactly) {
  const ReadResult result = yaml(
      "名前: 日本 # c\n"
      "flow: {𠮷: [中文, \"引用\" , 'it''s'], 空: []} # c\n"
      "list:\n"
      "  - a: plain\n"
      "      over lines\n"
      "    b: \"two\n"
      "      lines\"\n"
      "  - - x\n"
      "    - z\n"
      "block: |  # c\n"
      "    one\n"
      "\n"
      "    two # no comment\n"
      "\n"
      "# comment\n"
      "folded: >-\n"
      "  end\n");
  ASSERT_EQ(result.findings, std::vector<std::string>{});
  const Document& document = *result.document;
  EXPECT_EQ(at(document, "/名前"), "日本");
  EXPECT_EQ(at(document, "/flow"), "{𠮷: [中文, \"引用\" , 'it''s'], 空: []}");
  EXPECT_EQ(at(document, "/flow/𠮷"), "[中文, \"引用\" , 'it''s']");
  EXPECT_EQ(at(document, "/flow/𠮷/0"), "中文");
  EXPECT_EQ(at(document, "/flow/𠮷/1"), "\"引用\"");
  EXPECT_EQ(at(document, "/flow/𠮷/2"), "'it''s'");
  EXPECT_EQ(at(document, "/flow/空"), "[]");
  EXPECT_EQ(at(document, "/list/0"), "a: plain\n      over lines\n    b: \"two\n      lines\"");
  EXPECT_EQ(at(document, "/list/0/a"), "plain\n      over lines");
  EXPECT_EQ(at(document, "/list/0/b"), "\"two\n      lines\"");
  EXPECT_EQ(at(document, "/list/1"), "- x\n    - z");
  EXPECT_EQ(at(document, "/block"), "|  # c\n    one\n\n    two # no comment");
  EXPECT_EQ(at(document, "/folded"), ">-\n  end");
  EXPECT_EQ(at(document, ""),
            std::string(document.source.text().substr(0, document.source.text().size() - 1)));

  const Place key = document.key_place("/flow/空");
  EXPECT_EQ(key.line, 2);
  EXPECT_EQ(key.column, 33);
  EXPECT_EQ(key.end_column, 34);
  EXPECT_EQ(document.value_place("/flow/𠮷/0").column, 12);
}

TEST(YamlSpans, OfAbsentValuesAreTheNearestAncestors) {
  const Document document = *yaml("a:\n  b: [1]\n").document;
  EXPECT_EQ(document.value_place("/a/b/0/x/y").column, 7);
  EXPECT_EQ(document.value_place("/a/c").line, 2);
  EXPECT_EQ(document.key_place("/a/c").line, 1);
  EXPECT_EQ(document.key_place("/a/b/0").column, 7);
  EXPECT_EQ(document.key_place("").line, 1);
}

TEST(YamlSpans, HandleFlowOverLinesAndComments) {
  const ReadResult result =
      yaml("a: [ x, # c ]\n     z, ]\nb: {c: {d: 1}, }\ne: [f: g]\nh:\n- i\n");
  ASSERT_EQ(result.findings, std::vector<std::string>{});
  EXPECT_EQ(at(*result.document, "/a"), "[ x, # c ]\n     z, ]");
  EXPECT_EQ(at(*result.document, "/b"), "{c: {d: 1}, }");
  EXPECT_EQ(at(*result.document, "/e"), "[f: g]");
  EXPECT_EQ(at(*result.document, "/e/0"), "f: g");
  EXPECT_EQ(at(*result.document, "/h"), "- i");
}

void expect_scalars_read_again(const Document& document,
                               const nlohmann::json& value,
                               const std::string& pointer) {
  if (value.is_structured()) {
    for (const auto& [key, child] : value.items()) {
      expect_scalars_read_again(document, child, pointer + "/" + key);
    }
    return;
  }
  const std::string text = "- " + at(document, pointer) + "\n";
  const ReadResult again = yaml(text);
  ASSERT_TRUE(again.document) << text;
  EXPECT_EQ(again.document->value[0], value) << text;
}

TEST(YamlSpans, GiveTheSameScalarsWhenReadAgain) {
  for (const char* text :
       {"a: {b: [1, -2, true, x y, 'q''q', \"e\\\"\\n\\u3042\"]}\nc:\n  d:\n    - 日本語 です\n    "
        "- 𠮷: 中文 # c\n",
        "- |\n  line\n   more\n  last\n- >\n  folded\n  text\n\n  para\n- a\n  b\n\n  c\n- \"x\n\n "
        " y\"\n- ''\n",
        "a:\n - b: |\n     x\n\n   c: >\n     日本\n     語\n - 'it''s\n   two'\n",
        "{\"a\":[\"b\",{\"c\":\"d\"}],\"e\":0}\n",
        "url: https://example.com/a?b=c#d\ntime: \"12:30\"\nname: {en: 4G plans, ja: 4Gプラン}\nx: "
        "a:b -c #d\n"}) {
    const ReadResult result = yaml(text);
    ASSERT_EQ(result.findings, std::vector<std::string>{}) << text;
    expect_scalars_read_again(*result.document, result.document->value, "");
  }
}

}  // namespace
}  // namespace simrules
