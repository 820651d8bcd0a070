#include "render/diagnostics/line_fingerprints.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

// The expected values are what SARIF Multitool 5.7.0 computed for the same texts.

TEST(LineFingerprints, AreThoseThatCodeScanningComputes) {
  struct Row {
    std::string text;
    std::vector<std::string> fingerprints;
  };
  const std::vector<Row> rows{
      {"", {"c129715d7a2bc9a3:1"}},
      {"a: 1", {"85c1f919ae62217b:1"}},
      {"a: 1\nb: 2\n", {"132b7ee912c57691:1", "5d56533273a3bbdb:1", "c129715d7a2bc9a3:1"}},
      {"a: 1\r\nb: 2\r\n", {"132b7ee912c57691:1", "5d56533273a3bbdb:1", "c129715d7a2bc9a3:1"}},
      {"名前: データ\nk: 😀\n", {"5a2dacdb9e84f99b:1", "292ed98ea24e61b3:1", "c129715d7a2bc9a3:1"}},
      {"\n\n \t\nx\n\n",
       {"f55f5315c1fda1ed:1",
        "7ea6dc1f0a87d4d7:1",
        "55fdaa76868130a9:1",
        "75897d1b718b7603:1",
        "3c5bef55b72b93c9:1",
        "c129715d7a2bc9a3:1"}},
      {"a\rb\r\r\nc\r \nd",
       {"74677fe6e796af5f:1",
        "75e251f7e21ec968:1",
        "3005887a40c64c34:1",
        "f8ac93a55d88711a:1",
        "6bf49ae9d59c5bc1:1",
        "a23a3dc5e078b07b:1"}}};
  for (const Row& row : rows) EXPECT_EQ(line_fingerprints(row.text), row.fingerprints) << row.text;
}

TEST(LineFingerprints, DoNotDependOnLinesAboveNorOnBlanks) {
  const std::string tail = "key: 1\nother: 2\n";
  const auto alone = line_fingerprints(tail);
  const auto below = line_fingerprints("# a\r\n\n" + tail);
  const auto indented = line_fingerprints("\tkey:1 \n  other:\t2\n");
  EXPECT_EQ(below.at(2), alone.at(0));
  EXPECT_EQ(below.at(3), alone.at(1));
  EXPECT_EQ(indented, alone);
}

TEST(LineFingerprints, CountLinesThatAreFollowedByTheSame) {
  std::string text;
  for (int i = 0; i < 52; ++i) text += "a\n";
  const auto lines = line_fingerprints(text);
  const std::string hash = lines.at(0).substr(0, lines.at(0).find(':'));
  EXPECT_EQ(lines.at(0), hash + ":1");
  EXPECT_EQ(lines.at(2), hash + ":3");
  EXPECT_NE(lines.at(3).substr(0, hash.size()), hash);
}

TEST(LineFingerprints, LookAtAHundredUnitsAndNoMore) {
  const std::string start(100, 'a');
  EXPECT_EQ(line_fingerprints(start + "b").at(0), line_fingerprints(start + "c").at(0));
  const std::string shorter(99, 'a');
  EXPECT_NE(line_fingerprints(shorter + "b").at(0), line_fingerprints(shorter + "c").at(0));
  // A character beyond the first plane takes two of them.
  const std::string astral = std::string(98, 'a') + "😀";
  EXPECT_EQ(line_fingerprints(astral + "b").at(0), line_fingerprints(astral + "c").at(0));
}

}  // namespace
}  // namespace simrules
