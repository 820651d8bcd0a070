#include "base/fix.h"

#include <gtest/gtest.h>

#include "base/source.h"

namespace simrules {
namespace {

Diagnostic finding(const SourceFile& file, std::vector<TextEdit> edits, bool safe = true) {
  Diagnostic diagnostic;
  diagnostic.place.path = file.path();
  diagnostic.fix = Fix{"mend it", std::move(edits), safe};
  return diagnostic;
}

std::string fixed(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  std::vector<const Diagnostic*> pointers;
  for (const Diagnostic& each : findings) pointers.push_back(&each);
  return apply_safe_fixes(file.text(), pointers).text;
}

TEST(ApplySafeFixes, TakesThemInAnyOrder) {
  const SourceFile file("a.yaml", "one two three");
  EXPECT_EQ(
      fixed(file,
            {finding(file, {file.edit({8, 13}, "3")}), finding(file, {file.edit({0, 3}, "1")})}),
      "1 two 3");
}

TEST(ApplySafeFixes, InsertsAndDeletes) {
  const SourceFile file("a.yaml", "ab");
  EXPECT_EQ(fixed(file, {finding(file, {file.edit({1, 1}, "-"), file.edit({1, 2}, "")})}), "a-");
}

TEST(ApplySafeFixes, LeavesAloneWhatIsNotSafe) {
  const SourceFile file("a.yaml", "ab");
  EXPECT_EQ(fixed(file, {finding(file, {file.edit({0, 2}, "x")}, false)}), "ab");
}

TEST(ApplySafeFixes, KeepsTheFirstOfTwoThatOverlap) {
  const SourceFile file("a.yaml", "abcd");
  const std::vector<Diagnostic> findings = {finding(file, {file.edit({0, 2}, "x")}),
                                            finding(file, {file.edit({1, 3}, "y")}),
                                            finding(file, {file.edit({2, 4}, "z")})};
  EXPECT_EQ(fixed(file, findings), "xz");
}

TEST(ApplySafeFixes, TakesAllEditsOfAFixOrNone) {
  const SourceFile file("a.yaml", "abcd");
  const std::vector<Diagnostic> findings = {
      finding(file, {file.edit({1, 2}, "x")}),
      finding(file, {file.edit({1, 2}, "y"), file.edit({3, 4}, "y")})};
  EXPECT_EQ(fixed(file, findings), "axcd");
}

TEST(ApplySafeFixes, CountsWhatItApplied) {
  const SourceFile file("a.yaml", "ab");
  const Diagnostic one = finding(file, {file.edit({0, 1}, "")});
  EXPECT_EQ(apply_safe_fixes(file.text(), {&one, &one}).fixes, 1U);
}

}  // namespace
}  // namespace simrules
