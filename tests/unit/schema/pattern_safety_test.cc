#include "schema/lint/pattern_safety.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(PatternSafety, AcceptsPatternsThatNeverGuessMuch) {
  const char* const patterns[] = {
      "^[a-z0-9-]+$",
      "^[a-z0-9]+(-[a-z0-9]+)*$",
      "^[a-z0-9]{1,24}(-[a-z0-9]{1,24}){0,7}$",
      "^([a-z]{2}|global)/[a-z0-9]{1,24}(-[a-z0-9]{1,24}){0,7}$",
      "^(transfer|roaming|tethering)/[a-z]+$",
      "^(unlimited|unpublished|unspecified|unknown)$",
      "^[0-9]{1,12}\\.[0-9]{1,9}$",
      "^([01][0-9]|2[0-4]):[0-5][0-9]$",
      "^([0-9]{1,3}\\.){3}[0-9]{1,3}$",
      "^[0-9]+(\\.[0-9]+)?$",
      "^https://[^ ]+$",
      "^.+@.+$",
      "^[a-z][a-z0-9-]{0,62}[a-z0-9]$",
      "^(/[a-z_]+)+$",
      "^\\d{3}-\\d{2,3}$",
      "^(?:\\w+,)*\\w+$",
      "^[]$",
      "^$",
      "^a{2,}b$",
      "^[-a]$",
      "^[a-]$",
      "^[\\]\\-]$",
  };
  for (const char* pattern : patterns) {
    const auto problem = find_pattern_problem(pattern);
    if (std::string(pattern) == "^[]$") {
      EXPECT_TRUE(problem) << pattern;
    } else {
      EXPECT_FALSE(problem) << pattern << ' ' << (problem ? problem->what : "");
    }
  }
}

struct Row {
  const char* pattern;
  const char* what;
};

TEST(PatternSafety, RefusesTheRestAndSaysWhy) {
  constexpr const char* kAnchored = "is not anchored";
  constexpr const char* kNested = "repeats a group that repeats by itself";
  constexpr const char* kWays = "can repeat in several ways over one text";
  constexpr const char* kMany = "can match one text in too many ways";
  const Row rows[] = {
      {"abc", kAnchored},
      {"^abc", kAnchored},
      {"abc$", kAnchored},
      {"", kAnchored},
      {"^a|b$", "is not anchored: `|` divides it"},
      {"^(a+)+$", kNested},
      {"^(a*)*$", "repeats a group that can be empty"},
      {"^(a?){0,64}$", "repeats a group that can be empty"},
      {"^([a-z]+-?)+$", kNested},
      {"^(\\w+\\s?)*$", kNested},
      {"^([a-z]{0,64}){0,64}$", "repeats a group that can be empty"},
      {"^([a-z]{1,64}){1,64}$", kWays},
      {"^(a|a)*$", kWays},
      {"^(a|ab)*$", kWays},
      {"^(a|[a-z])+$", kWays},
      {"^(.*,)*$", kWays},
      {"^.*a.*b.*c$", kMany},
      {"^[a-z]*[a-z]*[a-z]*$", kMany},
      {"^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a{24}$", kMany},
      {"^.{2}$", "counts bytes where a character may have several"},
      {"^[^a]b$", "counts bytes where a character may have several"},
      {"^(\\S|a)+$", "counts bytes where a character may have several"},
      {"^(?=a)a$", "looks around or names a group"},
      {"^(?!a)b$", "looks around or names a group"},
      {"^(?<year>[0-9]+)$", "looks around or names a group"},
      {"^(a)\\1$", "refers back to a group"},
      {"^\\p{L}+$", "uses the escape `\\p`"},
      {"^\\bword$", "uses the escape `\\b`"},
      {"^a+?b$", "has a quantifier after a quantifier"},
      {"^a{1,999}$", "repeats more than 256 times"},
      {"^a{2,1}$", "has a `{` that is no quantifier"},
      {"^a{x}$", "has a `{` that is no quantifier"},
      {"^*a$", "has a `*` out of place"},
      {"^a$b$", "has a `$` out of place"},
      {"^(a$", "opens a group and does not close it"},
      {"^a)$", "closes a group that is not open"},
      {"^[a$", "has a `[` that does not close"},
      {"^[[:alpha:]]$", "has a `[` inside a class"},
      {"^[z-a]$", "has a range that goes backwards or has no ends"},
      {"^[\\d-z]$", "has a range that goes backwards or has no ends"},
      {"^日本$", "is not printable ASCII"},
      {"^(((a{1,200}b){1,200}c){1,200}d){1,200}$",
       "becomes too large when its repetitions are written out"},
  };
  for (const Row& row : rows) {
    const auto problem = find_pattern_problem(row.pattern);
    ASSERT_TRUE(problem) << row.pattern;
    EXPECT_EQ(problem->what, row.what) << row.pattern;
    EXPECT_FALSE(problem->help.empty()) << row.pattern;
  }
}

TEST(PatternSafety, BoundsTheLength) {
  EXPECT_FALSE(find_pattern_problem("^" + std::string(254, 'a') + "$"));
  const auto problem = find_pattern_problem("^" + std::string(255, 'a') + "$");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->what, "is longer than 256 bytes");
}

}  // namespace
}  // namespace simrules
