#include <gtest/gtest.h>

#include "support/document_fixture.h"

namespace simrules {
namespace {

TEST(JsonReader, KeepsValuesAsTheyAre) {
  const std::string text =
      R"({"a": [1, -2.5, 1e3, true, false, null, "x\n\u65e5"], "b": {}, "c": []})";
  const ReadResult result = json(text);
  ASSERT_EQ(result.findings, std::vector<std::string>{});
  EXPECT_EQ(result.document->value, nlohmann::json::parse(text));
  for (const char* root : {"1", " \"x\" ", "true\n", "null", "[]"}) {
    EXPECT_EQ(json(root).document->value, nlohmann::json::parse(root)) << root;
  }
}

TEST(JsonReader, KnowsEveryPlace) {
  const ReadResult result =
      json("{ \"日本\" : [ 12, -3.5e1 ,true,\n null, \"𠮷\\\"\" , {} ] ,\"b\":{\"c\":0} }\n");
  ASSERT_EQ(result.findings, std::vector<std::string>{});
  const Document& document = *result.document;
  const auto at = [&](const std::string& pointer) {
    const SourceSpan span = document.spans.at(pointer).value;
    return std::string(document.source.text().substr(span.begin, span.end - span.begin));
  };
  const auto key = [&](const std::string& pointer) {
    const SourceSpan span = document.spans.at(pointer).key.value();
    return std::string(document.source.text().substr(span.begin, span.end - span.begin));
  };
  EXPECT_EQ(at("/日本"), "[ 12, -3.5e1 ,true,\n null, \"𠮷\\\"\" , {} ]");
  EXPECT_EQ(at("/日本/0"), "12");
  EXPECT_EQ(at("/日本/1"), "-3.5e1");
  EXPECT_EQ(at("/日本/2"), "true");
  EXPECT_EQ(at("/日本/3"), "null");
  EXPECT_EQ(at("/日本/4"), "\"𠮷\\\"\"");
  EXPECT_EQ(at("/日本/5"), "{}");
  EXPECT_EQ(at("/b"), "{\"c\":0}");
  EXPECT_EQ(at("/b/c"), "0");
  EXPECT_EQ(key("/日本"), "\"日本\"");
  EXPECT_EQ(key("/b/c"), "\"c\"");
  EXPECT_EQ(json("42").document->spans.at("").value.end, 2U);
}

TEST(JsonReader, RefusesFaultsAtTheirPlace) {
  const std::vector<FaultRow> rows{
      {"", {"json-syntax 1:1-1:1"}},
      {"  \n", {"json-syntax 2:1-2:1"}},
      {"{\"a\": 1,}", {"json-syntax 1:9-1:10"}},
      {"[1, 2", {"json-syntax 1:6-1:6"}},
      {"[1 2]", {"json-syntax 1:4-1:5"}},
      {"{\"a\" 1}", {"json-syntax 1:6-1:7"}},
      {"{\"a\" \"b\"}", {"json-syntax 1:6-1:9"}},
      {"{a: 1}", {"json-syntax 1:2-1:3"}},
      {"{} x", {"json-syntax 1:4-1:5"}},
      {"[1] [2]", {"json-syntax 1:5-1:6"}},
      {"// c\n1", {"json-syntax 1:1-1:3"}},
      {"[\"ab", {"json-syntax 1:2-1:5"}},
      {"[\"a\nb\"]", {"json-syntax 1:2-2:1"}},
      {"[\"\\q\"]", {"json-syntax 1:2-1:5"}},
      {"[01]", {"json-syntax 1:3-1:4"}},
      {"[nul]", {"json-syntax 1:2-1:5"}},
      {"[NaN]", {"json-syntax 1:2-1:5"}},
      {"[1e999]", {"json-syntax 1:2-1:7"}},
      {"{\"a\":1,\"a\":2}", {"duplicate-key 1:8-1:11"}},
      {"{\"a\":1,\"\\u0061\":2}", {"duplicate-key 1:8-1:16"}},
      {"\xEF\xBB\xBF{}", {"byte-order-mark 1:1-1:2"}},
      {"[\"\xFF\"]", {"invalid-utf8 1:3-1:4"}},
      {"[\"\\u0000\"]", {"control-character 1:3-1:9"}},
      {"[\"\\u200b\"]", {"invisible-character 1:3-1:9"}},
      {"[\"\u202E\"]", {"invisible-character 1:2-1:5"}},
      {"[9007199254740992, -9007199254740992]",
       {"integer-too-large 1:2-1:18", "integer-too-large 1:20-1:37"}},
  };
  for (const FaultRow& row : rows) {
    const ReadResult result = json(row.text);
    EXPECT_EQ(result.findings, row.findings) << row.text;
    EXPECT_FALSE(result.document) << row.text;
  }
}

TEST(JsonReader, SaysWhatItExpected) {
  const auto message = [](const char* text) { return json(text).diagnostics.at(0).message; };
  EXPECT_EQ(message("{\"a\": 1,}"), "expected a key in double quotes, found `}`");
  EXPECT_EQ(message("{\"a\" 1}"), "expected `:`, found `1`");
  EXPECT_EQ(message("{\"a\": }"), "expected a value, found `}`");
  EXPECT_EQ(message("[1, 2"), "expected `,` or `]`, found the end of the file");
  EXPECT_EQ(message("[1,]"), "expected a value, found `]`");
  EXPECT_EQ(message("{} x"), "expected nothing behind the value, found `x`");
}

TEST(JsonReader, HoldsLimits) {
  const DocumentLimits limits{.file_bytes = 50,
                              .line_bytes = 30,
                              .scalar_bytes = 4,
                              .key_bytes = 3,
                              .depth = 3,
                              .nodes = 8,
                              .list_items = 3};
  struct Row {
    std::string fits;
    std::string exceeds;
    std::string check;
  };
  const std::vector<Row> rows{
      {std::string(24, ' ') + "\n" + std::string(24, ' ') + "1",
       std::string(25, ' ') + "\n" + std::string(24, ' ') + "1",
       "file-too-large"},
      {std::string(29, ' ') + "1", std::string(30, ' ') + "1", "line-too-long"},
      {"\"abcd\"", "\"abcde\"", "scalar-too-long"},
      {"{\"abc\":1}", "{\"abcd\":1}", "key-too-long"},
      {"[[[]]]", "[[[[]]]]", "too-deep"},
      {"[[1,1,1],[1,1]]", "[[1,1,1],[1,1,1]]", "too-many-nodes"},
      {"[1,1,1]", "[1,1,1,1,1]", "list-too-long"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(json(row.fits, limits).findings, std::vector<std::string>{}) << row.fits;
    const ReadResult result = json(row.exceeds, limits);
    ASSERT_EQ(result.diagnostics.size(), 1U) << row.exceeds;
    EXPECT_EQ(result.diagnostics[0].check, row.check);
  }
  EXPECT_EQ(json(std::string(200'000, '[')).findings.at(0), "too-deep 1:33-1:34");
}

}  // namespace
}  // namespace simrules
