#include "render/text/patch.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(UnifiedDiff, IsEmptyForEqualTexts) { EXPECT_EQ(unified_diff("a.yaml", "x\n", "x\n"), ""); }

TEST(UnifiedDiff, HasSomeLinesAroundAChange) {
  EXPECT_EQ(unified_diff("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "diff --git a/a.yaml b/a.yaml\n"
            "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,8 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n");
}

TEST(UnifiedDiff, SaysThatTheLastLineHasNoBreak) {
  EXPECT_EQ(unified_diff("a.yaml", "x", "y\n"),
            "diff --git a/a.yaml b/a.yaml\n"
            "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+y\n");
}

struct NameRow {
  const char* path;
  const char* shown;
};

TEST(UnifiedDiff, WritesNamesAsGitDoes) {
  const NameRow rows[] = {{"jp/au.yaml", "\n--- a/jp/au.yaml\n"},
                          {"two words", "\n--- a/two words\t\n"},
                          {"日本", "\n--- a/日本\n"},
                          {"a\"b", "\n--- \"a/a\\042b\"\n"},
                          {"a\nb", "\n--- \"a/a\\012b\"\n"}};
  for (const NameRow& row : rows) {
    EXPECT_NE(unified_diff(row.path, "", "x\n").find(row.shown), std::string::npos) << row.path;
  }
}

}  // namespace
}  // namespace simrules
