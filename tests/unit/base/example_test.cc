#include "base/example.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

using Lines = std::vector<std::string>;

TEST(Example, ExpandsRepeatedText) {
  EXPECT_EQ(expanded_example("a: [{{3 * JP, }}JP]\n"), "a: [JP, JP, JP, JP]\n");
  EXPECT_EQ(expanded_example("{{2 * a}}-{{2 * b\n}}"), "aa-b\nb\n");
  for (const char* plain : {"", "a: {b: {c: 1}}", "{{", "{{3 *", "{{3 * a"}) {
    EXPECT_EQ(expanded_example(plain), plain);
  }
}

TEST(Example, ShowsRepeatedTextBriefly) {
  EXPECT_EQ(shown_example("a: {{5000 * x}}\n"), Lines{"a: xxx… (5000 times)"});
  EXPECT_EQ(shown_example("a: [{{300 * JP, }}JP]\n"), Lines{"a: [JP, JP, JP, … (300 times)JP]"});
}

TEST(Example, ShowsRefusedBytes) {
  EXPECT_EQ(shown_example("\xEF\xBB\xBF"
                          "a: 1\n\tb: \"\x01\"\n"),
            (Lines{"\\u{FEFF}a: 1", "\\tb: \"\\x01\""}));
  EXPECT_EQ(shown_example(""), Lines{});
}

}  // namespace
}  // namespace simrules
