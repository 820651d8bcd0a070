#include "base/source.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

std::string shown(const Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "-" +
         std::to_string(place.end_line) + ":" + std::to_string(place.end_column) + " " +
         place.source_line;
}

TEST(SourceFile, CountsColumnsInCodePoints) {
  const SourceFile file("x.yaml", "a: 日本𠮷x\nb: 2\n");
  EXPECT_EQ(shown(file.place({0, 1})), "1:1-1:2 a: 日本𠮷x");
  EXPECT_EQ(shown(file.place({13, 14})), "1:7-1:8 a: 日本𠮷x");
  EXPECT_EQ(shown(file.place({18, 19})), "2:4-2:5 b: 2");
  EXPECT_EQ(file.place({0, 1}).path, "x.yaml");
}

TEST(SourceFile, SpansSeveralLines) {
  const SourceFile file("x", "one\ntwo\nthree");
  EXPECT_EQ(shown(file.place({4, 11})), "2:1-3:4 two");
}

TEST(SourceFile, OffsetsBeyondTheEndMeanTheEnd) {
  EXPECT_EQ(shown(SourceFile("x", "ab\n").place({99, 120})), "2:1-2:1 ");
  EXPECT_EQ(shown(SourceFile("x", "ab").place({2, 1})), "1:3-1:3 ab");
  EXPECT_EQ(shown(SourceFile("x", "").place({0, 1})), "1:1-1:1 ");
  EXPECT_EQ(shown(SourceFile().place({0, 1})), "1:1-1:1 ");
}

TEST(SourceFile, LeavesTheLineBreakOut) {
  EXPECT_EQ(SourceFile("x", "ab\r\nc").place({0, 1}).source_line, "ab");
}

}  // namespace
}  // namespace simrules
