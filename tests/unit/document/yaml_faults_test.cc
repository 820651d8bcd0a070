#include <gtest/gtest.h>

#include "support/document_fixture.h"

namespace simrules {
namespace {

TEST(YamlBytes, AreRefusedAtTheirPlace) {
  expect_faults({
      {"\xEF\xBB\xBF"
       "a: 1\n",
       {"byte-order-mark 1:1-1:2"}},
      {"a: 1\r\nb: 2\r\n", {"carriage-return 1:5-1:6"}},
      {"a: 1\nb: 2\r\n", {"carriage-return 2:5-2:6"}},
      {"a:\n\tb: 1\n", {"tab-indentation 2:1-2:2"}},
      {"a:\n  \tb: 1\n", {"tab-indentation 2:3-2:4"}},
      {"a:\tb\n", {"control-character 1:3-1:4"}},
      {"a: x\x01y\n", {"control-character 1:5-1:6"}},
      {"a: x\x7Fy\n", {"control-character 1:5-1:6"}},
      {"a: x\ry\n", {"control-character 1:5-1:6"}},
      {"a: 1\rb: 2\rc: 3\r", {"control-character 1:5-1:6"}},
      {std::string("a: x\0y\n", 7), {"control-character 1:5-1:6"}},
      {"a: x\x04y\n", {"control-character 1:5-1:6"}},
      {"a: \xC2\x85\n", {"control-character 1:4-1:5"}},
      {"a: 日\xFFz\n", {"invalid-utf8 1:5-1:6"}},
      {"a: \xED\xA0\x80\n", {"invalid-utf8 1:4-1:5"}},
      {"a: x\u200By\n", {"invisible-character 1:5-1:6"}},
      {"a: x\u202Ey\n# \u2028\n", {"invisible-character 1:5-1:6", "invisible-character 2:3-2:4"}},
      {"a: x\uFEFFy\n", {"invisible-character 1:5-1:6"}},
      {"a: ❤\uFE0F\n", {"invisible-character 1:5-1:6"}},
      {"a: \U000E0041\n", {"invisible-character 1:4-1:5"}},
      {"a: \uE000\n", {"invisible-character 1:4-1:5"}},
      {"a: \uFFFE\n", {"invisible-character 1:4-1:5"}},
      {"a: cafe\u0301 x\n", {"not-nfc 1:7-1:9"}},
      {"a: か\u3099\n", {"not-nfc 1:4-1:6"}},
      {"a: dосomo\n", {"mixed-script 1:5-1:6"}},
      {"a: αbc\n", {"mixed-script 1:4-1:5"}},
      {"%YAML 1.2\n---\na: 1\n", {"directive 1:1-1:10"}},
      {"# c\n\n%FOO\n---\na: 1\n", {"directive 3:1-3:5"}},
  });
}

TEST(YamlBytes, OfEveryScriptPass) {
  for (const char* text : {"a: データ量 au 5G\n",
                           "a: 데이터 리필\n",
                           "a: ที่นี่ AIS\n",
                           "a: МТС Россия\n",
                           "a: Ελλάδα\n",
                           "a: \"x\\nПривет\"\n",
                           "a: café Ålesund\n",
                           "a: 𠮷野家 😀\n",
                           "a: au／ahamo・β\n",
                           "# ---\na: 100% fine\n",
                           "a: \"%\"\n",
                           "a: Ａｕ　ｘ\n"}) {
    EXPECT_EQ(yaml(text).findings, std::vector<std::string>{}) << text;
  }
}

TEST(YamlEscapes, AreCheckedDecoded) {
  expect_faults({
      {"a: \"x\\0y\"\n", {"control-character 1:6-1:8"}},
      {"a: \"x\\ty\"\n", {"control-character 1:6-1:8"}},
      {"a: \"x\\u200By\"\n", {"invisible-character 1:6-1:12"}},
      {"a: \"x\\Ly\"\n", {"invisible-character 1:6-1:8"}},
      {"a: \"x\\Ny\"\n", {"control-character 1:6-1:8"}},
      {"a: \"x\\_y\"\n", {"yaml-syntax 1:6-1:8"}},
      {"a: \"\\\\_\\\\N \\u200B\"\n", {"invisible-character 1:12-1:18"}},
      {"a: \"e\\u0301\"\n", {"not-nfc 1:4-1:13"}},
      {"a: \"d\\u043Ecomo\"\n", {"mixed-script 1:6-1:12"}},
      {"a: \"\\\\dосomo\"\n", {"mixed-script 1:8-1:9"}},
      {"a: \\dо\n", {"mixed-script 1:4-1:7"}},
      {"a: \\dо\\", {"mixed-script 1:4-1:8"}},
      {"a: '\\оd'\n", {"mixed-script 1:4-1:9"}},
      {"\"a\\u200B\": 1\n", {"invisible-character 1:3-1:9"}},
      {"a: \"it\\'s\"\n", {"yaml-syntax 1:7-1:9"}},
      {"a: \"\\ud83d\\ude00\"\n", {"yaml-syntax 1:5-1:11"}},
      {"a: \"\\q\"\n", {"yaml-syntax 1:5-1:7"}},
  });
}

TEST(YamlStructure, RefusesWhatPolicyFilesMayNotContain) {
  expect_faults({
      {"", {"empty-document 1:1-1:1"}},
      {"# only\n", {"empty-document 1:1-1:1"}},
      {"---\n", {"empty-document 1:1-1:1"}},
      {"~\n", {"empty-document 1:1-1:1"}},
      {"null\n", {"empty-document 1:1-1:1"}},
      {"a: 1\n---\nb: 2\n", {"second-document 2:1-2:4"}},
      {"a: 1\n---\n", {"second-document 2:1-2:4"}},
      {"---\n---\na: 1\n", {"second-document 2:1-2:4"}},
      {"a: 1\n...\nb: 2\n", {"second-document 3:1-3:5"}},
      {",", {"yaml-syntax 1:1-1:2"}},
      {"\"a\",", {"yaml-syntax 1:4-1:5"}},
      {"a: 1\n,", {"yaml-syntax 2:1-2:2"}},
      {"&a,", {"anchor 1:1-1:3"}},
      {"&a [*a]", {"anchor 1:1-1:3", "alias 1:5-1:7"}},
      {"- a\nb: 1\n", {"yaml-syntax 2:1-2:5"}},
      {"a: &x 1\nb: *x\n", {"anchor 1:4-1:6", "alias 2:4-2:6"}},
      {"a: *x\n", {"alias 1:4-1:6"}},
      {"a: *.txt\n", {"alias 1:4-1:9"}},
      {"a: !!str 1\n", {"tag 1:4-1:9"}},
      {"a: ! true\n", {"tag 1:4-1:5"}},
      {"a: !<tag:x,2002:y> [1]\n", {"tag 1:4-1:19"}},
      {"a: !t &x\n  b: 1\n", {"tag 1:4-1:6", "anchor 1:7-1:9"}},
      {"a: &x\nb: 1\n", {"anchor 1:4-1:6"}},
      {"a: !!str\nb: 1\n", {"tag 1:4-1:9"}},
      {"!!str a: 1\n", {"tag 1:1-1:6"}},
      {"a:\n  <<: {b: 1}\n", {"merge-key 2:3-2:5"}},
  });
}

TEST(YamlStructure, RefusesNullAndBadKeys) {
  expect_faults({
      {"a:\nb: 1\n", {"null-value 1:1-1:2"}},
      {"a: ~\n", {"null-value 1:4-1:5"}},
      {"a: null\n", {"null-value 1:4-1:8"}},
      {"a:\n  Null\n", {"null-value 2:3-2:7"}},
      {"a:\nnull: 1\n", {"null-value 1:1-1:2", "non-string-key 2:1-2:2"}},
      {"a: [~]\n", {"null-value 1:5-1:6"}},
      {"{a: , b: 1}\n", {"null-value 1:2-1:3"}},
      {"{a}\n", {"null-value 1:2-1:3"}},
      {"-\n- a\n", {"null-value 1:1-1:2"}},
      {"- a\n-\n", {"null-value 2:1-2:2"}},
      {"-\n-\n", {"null-value 1:1-1:2", "null-value 2:1-2:2"}},
      {"[a,,b]\n", {"empty-list-item 1:4-1:5"}},
      {"[,a]\n", {"empty-list-item 1:2-1:3"}},
      {"{a: 1,,b: 2}\n", {"empty-list-item 1:7-1:8"}},
      {"a: 1\na: 2\na: 3\n", {"duplicate-key 2:1-2:2", "duplicate-key 3:1-3:2"}},
      {"a: {b: 1, \"b\": 2}\n", {"duplicate-key 1:11-1:14"}},
      {"1: a\n", {"non-string-key 1:1-1:2"}},
      {"true: a\n", {"non-string-key 1:1-1:5"}},
      {"no: a\n", {"ambiguous-scalar 1:1-1:3"}},
      {"? [a, b]\n: 1\n", {"non-string-key 1:3-1:4"}},
      {"{[a]: {b: 1}, c: 2}\n", {"non-string-key 1:2-1:3"}},
      {": a\n", {"non-string-key 1:1-1:2"}},
  });
}

TEST(YamlScalars, ThatReadersDisagreeAboutAreRefused) {
  expect_faults({
      {"a: NO\n", {"ambiguous-scalar 1:4-1:6"}},
      {"a: 010 # c\n", {"ambiguous-scalar 1:4-1:7"}},
      {"- 12:30\n- yes\n", {"ambiguous-scalar 1:3-1:8", "ambiguous-scalar 2:3-2:6"}},
      {"a: 0.5\n", {"fraction 1:4-1:7"}},
      {"a: 9007199254740992\n", {"integer-too-large 1:4-1:20"}},
      {"a: -99999999999999999999\n", {"integer-too-large 1:4-1:25"}},
  });
}

TEST(YamlFindings, AreOnePerDefectAndAllThatAreSafe) {
  expect_faults({
      {"a: NO\nb:\nc: 1\nc: 2\nd: 1.5\ne: [x,,z]\n",
       {"ambiguous-scalar 1:4-1:6",
        "null-value 2:1-2:2",
        "duplicate-key 4:1-4:2",
        "fraction 5:4-5:7",
        "empty-list-item 6:7-6:8"}},
      {"a: x\u200B\nb: NO\n", {"invisible-character 1:5-1:6", "ambiguous-scalar 2:4-2:6"}},
  });
}

TEST(YamlFindings, CarryPointerHelpAndNote) {
  const ReadResult result = yaml("a:\n  - {b: 1, b: 2}\n");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  const Diagnostic& found = result.diagnostics[0];
  EXPECT_EQ(found.pointer, "/a/0/b");
  EXPECT_EQ(found.place.path, "x.yaml");
  EXPECT_EQ(found.place.source_line, "  - {b: 1, b: 2}");
  EXPECT_EQ(found.message, "the key `b` is here a second time");
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].place.column, 6);
}

TEST(YamlLimits, HoldOnBothSidesOfTheEdge) {
  const DocumentLimits limits{.file_bytes = 60,
                              .line_bytes = 40,
                              .scalar_bytes = 6,
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
      {std::string(28, '#') + "\na: 1\n" + std::string(26, '#'),
       std::string(28, '#') + "\na: 1\n" + std::string(27, '#'),
       "file-too-large"},
      {"a: 1\n" + std::string(40, '#'), "a: 1\n" + std::string(41, '#'), "line-too-long"},
      {"a: 日本\n", "a: 日本x\n", "scalar-too-long"},
      {"abc: 1\n", "abcd: 1\n", "key-too-long"},
      {"[[[1]]]\n", "[[[[1]]]]\n", "too-deep"},
      {"[[1,1,1],[1,1]]\n", "[[1,1,1],[1,1,1]]\n", "too-many-nodes"},
      {"[1,1,1]\n", "[1,1,1,1,1]\n", "list-too-long"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(yaml(row.fits, limits).findings, std::vector<std::string>{}) << row.fits;
    const ReadResult result = yaml(row.exceeds, limits);
    ASSERT_EQ(result.diagnostics.size(), 1U) << row.exceeds;
    EXPECT_EQ(result.diagnostics[0].check, row.check);
  }
}

TEST(YamlLimits, EndHostileFilesAtOnce) {
  for (const std::string& text : {std::string(60'000, '['),
                                  std::string(60'000, '{'),
                                  std::string(4000, ','),
                                  "[" + std::string(4000, ','),
                                  std::string(4000, '-'),
                                  std::string(4000, '?'),
                                  std::string(4000, ':'),
                                  std::string(4000, '"'),
                                  std::string(4000, '!')}) {
    const ReadResult result = yaml(text, {.line_bytes = 64 * 1024});
    EXPECT_FALSE(result.findings.empty()) << text.substr(0, 10);
    EXPECT_FALSE(result.document) << text.substr(0, 10);
  }
}

}  // namespace
}  // namespace simrules
