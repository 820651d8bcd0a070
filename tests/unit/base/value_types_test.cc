#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "base/digest.h"
#include "base/pointer.h"
#include "base/semver.h"

namespace simrules {
namespace {

TEST(Sha256, MatchesThePublishedVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Pointer, JoinsAndSplitsEscapedTokens) {
  const std::string pointer = pointer_join(pointer_join(pointer_join("", "a/b~c"), 12), "");
  EXPECT_EQ(pointer, "/a~1b~0c/12/");
  EXPECT_EQ(pointer_split(pointer), (std::vector<std::string>{"a/b~c", "12", ""}));
  EXPECT_TRUE(pointer_split("").empty());
  EXPECT_EQ(pointer_split("/~01"), (std::vector<std::string>{"~1"}));
}

TEST(Pointer, KnowsParentAndLeaf) {
  EXPECT_EQ(pointer_parent("/a/b~1c"), "/a");
  EXPECT_EQ(pointer_parent("/a"), "");
  EXPECT_EQ(pointer_parent(""), "");
  EXPECT_EQ(pointer_leaf("/a/b~1c"), "b/c");
  EXPECT_EQ(pointer_leaf(""), "");
}

TEST(SemVer, ReadsThreeNumbersOnly) {
  EXPECT_EQ(parse_semver("1.20.3"), (SemVer{1, 20, 3}));
  for (const char* text : {"",
                           "1",
                           "1.2",
                           "1.2.3.4",
                           "01.2.3",
                           "1.02.3",
                           "v1.2.3",
                           "1.2.3-rc",
                           "-1.2.3",
                           "1.2.3 ",
                           "1..3",
                           "1.2.99999999999",
                           "+1.2.3"}) {
    EXPECT_FALSE(parse_semver(text)) << text;
  }
}

TEST(SemVer, OrdersByNumberAndPrints) {
  EXPECT_LT((SemVer{1, 9, 0}), (SemVer{1, 10, 0}));
  EXPECT_EQ(to_string(SemVer{1, 10, 0}), "1.10.0");
}

Diagnostic finding(const char* path, int line, const char* check, Severity severity) {
  Diagnostic diagnostic;
  diagnostic.check = check;
  diagnostic.severity = severity;
  diagnostic.place.path = path;
  diagnostic.place.line = line;
  return diagnostic;
}

TEST(DiagnosticList, KeepsSomeOfEachFileAndCountsAll) {
  DiagnosticList list(2);
  EXPECT_TRUE(list.empty());
  for (int line = 9; line > 0; --line) list.report(finding("b", line, "x", Severity::kError));
  list.report(finding("a", 1, "y", Severity::kWarning));
  EXPECT_FALSE(list.empty());
  EXPECT_EQ(list.count(Severity::kError), 9U);
  EXPECT_EQ(list.count(Severity::kWarning), 1U);
  const std::vector<Diagnostic> sorted = list.sorted();
  ASSERT_EQ(sorted.size(), 3U);
  EXPECT_EQ(sorted[0].check, "y");
  EXPECT_EQ(sorted[1].place.line, 8);
  EXPECT_EQ(sorted[2].place.line, 9);
}

TEST(DiagnosticList, SortsByPlaceThenCheck) {
  DiagnosticList list;
  list.report(finding("a", 2, "b", Severity::kError));
  list.report(finding("a", 2, "a", Severity::kError));
  list.report(finding("a", 1, "z", Severity::kError));
  EXPECT_EQ(list.sorted()[0].check, "z");
  EXPECT_EQ(list.sorted()[1].check, "a");
  EXPECT_STREQ(to_string(Severity::kError), "error");
  EXPECT_STREQ(to_string(Severity::kWarning), "warning");
}

}  // namespace
}  // namespace simrules
