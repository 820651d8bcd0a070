#include <gtest/gtest.h>

#include "document/syntax/cause.h"
#include "support/document_fixture.h"

namespace simrules {
namespace {

TEST(YamlSyntax, IsExplainedAtItsPlace) {
  expect_faults({
      {"a: \"abc\nb: 2\n", {"unclosed-quote 1:4-1:8"}},
      {"a: \"abc\nb: 2", {"unclosed-quote 1:4-1:8"}},
      {"a: 'abc\nb: 2\n", {"unclosed-quote 1:4-1:8"}},
      {"x: it's\na: [b, \"c\n", {"unclosed-quote 2:8-2:10"}},
      {"a: \"abc\nb: \"x\"\n", {"unclosed-quote 1:4-1:8"}},
      {"a: 'it's'\n", {"yaml-syntax 1:8-1:9"}},
      {"a: b: c\n", {"yaml-syntax 1:5-1:6"}},
      {"a: 1\n b: 2\n", {"yaml-syntax 2:2-2:4"}},
      {"a: [b, c\nd: 1\n", {"yaml-syntax 1:4-1:5"}},
      {"a:\n  - {b: 1, c: 2\n  - d\n", {"yaml-syntax 2:5-2:6"}},
      {"a: ,b\n", {"yaml-syntax 1:4-1:5"}},
      {"a: 1\nfoo\nb: 2\n", {"yaml-syntax 2:1-2:4"}},
      {"a: [b\n", {"yaml-syntax 1:4-1:5"}},
      {"a: b]\nc: ]\n", {"yaml-syntax 2:4-2:5"}},
      {"a: @b\n", {"yaml-syntax 1:4-1:5"}},
      {"a: 1\ninvalid\n", {"yaml-syntax 2:1-2:8"}},
      {"a:\n  - b\n c: 1\n", {"yaml-syntax 3:2-3:3"}},
      {"a: - b\n", {"yaml-syntax 1:4-1:5"}},
  });
}

TEST(YamlSyntax, IsBlamedOnTheQuoteThatOpens) {
  expect_faults({
      {"a: {b: [\"c]}\nd: 1\ne: {f: \"https://x\", g: 1}\n", {"unclosed-quote 1:9-1:13"}},
      {"a: 1\nb: {c: \"https://x, d: 1}\n", {"unclosed-quote 2:8-2:25"}},
      {"a: [\"b\", \"c, \"d\"]\ne: \"f\"\n", {"unclosed-quote 1:10-1:18"}},
      {"a: ['b, 'c']\n", {"unclosed-quote 1:5-1:13"}},
      {"- b: 'c\n  d: 1\n- b: 'e'\n", {"unclosed-quote 1:6-1:8"}},
      {"a: \"b\n  c\" d\n", {"unclosed-quote 1:4-1:6"}},
      {"a: \"b\n  c\"\nd: \"e\nf: \"g\"\n", {"unclosed-quote 3:4-3:6"}},
      {"a: >-\n  it's \"b\nc: \"d\ne: \"f\"\n", {"unclosed-quote 3:4-3:6"}},
      {"a: it's\n  \"b\nc: \"d\ne: \"f\"\n", {"unclosed-quote 3:4-3:6"}},
      {"# \"\na: b # it's\nc: \"d\ne: \"f\"\n", {"unclosed-quote 3:4-3:6"}},
      {"--- \"a\nb\" c\n", {"unclosed-quote 1:5-1:7"}},
      {"\"a\": \"b\" c\n", {"yaml-syntax 1:10-1:11"}},
      {"a: \"say \"b\" to\"\n", {"yaml-syntax 1:10-1:11"}},
  });
}

TEST(YamlSyntax, IsBlamedOnTheBracketThatOpens) {
  expect_faults({
      {"a:\n  - {b: 1, c: [\"d\"]\ne:\n  - {f: 1}\n", {"yaml-syntax 2:5-2:6"}},
      {"a:\n  - b: {c: \"d\"\n  - b: {c: e}\n", {"yaml-syntax 2:8-2:9"}},
      {"a:\n  - b: {c: \"d\"\n    e: 1\n", {"yaml-syntax 2:8-2:9"}},
      {"a: {b: [c}\nd: 1\n", {"yaml-syntax 1:8-1:9"}},
      {"a: [\n  {b: 1,\n  {c: 2}\n]\n", {"yaml-syntax 2:3-2:4"}},
      {"a: [\nb:\n  - c\n", {"yaml-syntax 1:4-1:5"}},
      {"a: {\n  b: c,\n  d: e\nf: g\n", {"yaml-syntax 1:4-1:5"}},
      {"a: {b: c\n\n# d\n- e\n", {"yaml-syntax 1:4-1:5"}},
      {"a: [b]]\n", {"yaml-syntax 1:7-1:8"}},
      {"a: [b, c}\nd: 1\n", {"yaml-syntax 1:9-1:10"}},
  });
  const Diagnostic found = yaml("a:\n  - {b: 1\nc: d\n").diagnostics.at(0);
  EXPECT_EQ(found.message, "this bracket is not closed");
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].place.line, 3);
}

TEST(YamlSyntax, IsBlamedOnTheLineThatLacksSpaceOrColon) {
  expect_faults({
      {"id:x\nb: 1\n", {"yaml-syntax 1:1-1:4"}},
      {"a: 1\nid:x\nb: 1\n", {"yaml-syntax 2:1-2:4"}},
      {"a:\n  - id:x\n    b: 1\n", {"yaml-syntax 2:5-2:8"}},
      {"name:{en: x, ja: y}\n", {"yaml-syntax 1:1-1:6"}},
      {"name {en: x, ja: y}\n", {"yaml-syntax 1:1-1:5"}},
      {"a: 1\nlist\n  - {id: own}\n", {"yaml-syntax 2:1-2:5"}},
      {"a:\n  list\n    - b\n    - c\n  d: 1\n", {"yaml-syntax 2:3-2:7"}},
      {"a:\n  en: >-\n    text of a: x\n    text\n  list\n  - b: 1\n", {"yaml-syntax 5:3-5:7"}},
      {"a:\n  - b: c\n  -b: d\n    e: 1\n", {"yaml-syntax 3:3-3:4"}},
      {"a:\n - b: 1\n    c: 2\n  - b: 3\n    c: 4\n", {"yaml-syntax 2:2-2:8"}},
      {"a:\n  - b\n    c: 1\n", {"yaml-syntax 2:5-2:6"}},
      {"a:\n  - b\n     c: 1\n", {"yaml-syntax 3:6-3:8"}},
  });
}

TEST(YamlSyntax, OfKeysFoldedIntoTextIsNoDocument) {
  expect_faults({{"a:1\nb:2\n", {"yaml-syntax 1:1-1:3"}},
                 {"a:1\n\n b:2", {"yaml-syntax 1:1-1:3"}},
                 {"a: 1\nb:2\n", {"yaml-syntax 2:1-2:4"}}});
  for (const char* text : {"a:1\n", "https://x\nhttps://y\n", "a:1\nb 2\n", "'a:1\n\n  b:2'\n"}) {
    EXPECT_EQ(yaml(text).findings, std::vector<std::string>{}) << text;
  }
}

TEST(YamlSyntax, SaysHowToMendWhatIsNoMapping) {
  const std::string mapping = "write the file as a YAML mapping: one `key: value` in each line";
  for (const char* text : {",", "\"a\",", "\"use strict\"; x\n", "'a'\nb: 1\n"}) {
    EXPECT_EQ(yaml(text).diagnostics.at(0).help, mapping) << text;
  }
  EXPECT_EQ(yaml("{a: 1},\n").diagnostics.at(0).help,
            "delete it, or put the text in quotes if it belongs to it");
  EXPECT_EQ(yaml("- a\nb: 1\n").diagnostics.at(0).help,
            "check its indentation; lists and mappings do not mix");
}

TEST(YamlNull, MentionsTheCommentThatTookTheValue) {
  const std::string help = "put the text in quotes: a `#` behind a space starts a comment";
  for (const char* text : {"b: #c\n", "a: ##x\n", "a: 1\nb: #c\n", "a: {b: #c\n  }\n"}) {
    EXPECT_EQ(yaml(text).diagnostics.at(0).help, help) << text;
  }
  for (const char* text : {"b:\n", "b: # c\n", "b: #\n", "b: ## c\n", "b: ~ #c\n"}) {
    EXPECT_EQ(yaml(text).diagnostics.at(0).help,
              "write the value, or leave the key out if there is none")
        << text;
  }
}

TEST(YamlNull, IsToldOnceOfATextWithoutQuotes) {
  expect_faults({
      {"a: {b: One, c, d, e: 1}\n", {"null-value 1:13-1:14"}},
      {"a: {b: One, c d: 1, e f}\n", {"null-value 1:13-1:19"}},
  });
}

TEST(MergeConflict, IsNamedAtItsFirstMarker) {
  expect_faults({
      {"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", {"merge-conflict 1:1-1:13"}},
      {"<<<<<<< a\n=======\nb: \"\n>>>>>>> c\nd: x\n<<<<<<< d\n>>>>>>> e\n",
       {"merge-conflict 1:1-1:10", "merge-conflict 6:1-6:10"}},
      {"a: 1\n=======\nb: 2\n", {"merge-conflict 2:1-2:8"}},
      {"a: 1\n=======\n", {"merge-conflict 2:1-2:8"}},
      {"a: 1\n>>>>>>> b\n", {"merge-conflict 2:1-2:10"}},
      {"a: 1\n||||||| b\nc: 2\n", {"merge-conflict 2:1-2:10"}},
      {"a: 1\n<<<<<<< b\nc: 2\n", {"merge-conflict 2:1-2:10"}},
      {"a: 1\n========\nb: 2\n", {"yaml-syntax 2:1-2:9"}},
  });
  for (const char* text :
       {"# <<<<<<< a\nb: 1\n", "a: |\n  =======\n  >>>>>>> b\n", "a: \"b\n=======\nc\"\n"}) {
    EXPECT_EQ(yaml(text).findings, std::vector<std::string>{}) << text;
  }
}

TEST(SyntaxCause, IsNotFoundInValidText) {
  for (const std::string text : {"a: it's \"fine\" [x\n  - 'y\nb: {c: \"d\", 'e': [f]}\n",
                                 "a: [\n  \"b\",\n  c\n]\nd: {\n  e: f,\n  g: h\n}\n",
                                 "a: >-\n  \"b [c\n\n  d\nb: |\n  - \"\nc: 1\n",
                                 "- >-\n  \"b\n- a: \"x\n    y\"\n  \"b\": 'it''s'\n",
                                 "\"a\": \"\\\"\"\nb: \"\" # \"\n'c': ''\n? d\n: \"e\"\n",
                                 "---\na: {\"b\":1, \"c\": \"d\" } # e\nf: https://x#y\n"}) {
    EXPECT_EQ(yaml(text).findings, std::vector<std::string>{}) << text;
    EXPECT_FALSE(find_unclosed(text, text.size())) << text;
  }
}

}  // namespace
}  // namespace simrules
