#include <gtest/gtest.h>

#include "base/source.h"

namespace simrules {
namespace {

/// Places as `begin-end`, with those of the key before them.
std::string shown(const std::optional<NodeSpans>& spans) {
  if (!spans) return "nowhere";
  const auto range = [](const SourceSpan& span) {
    return std::to_string(span.begin) + "-" + std::to_string(span.end);
  };
  return (spans->key ? range(*spans->key) + " " : "") + range(spans->value);
}

/// The places of `{a/b: [x, {~: y}], c: z}`.
SourceMap small_map() {
  SourceMap map;
  const auto root = map.add_root({0, 1});
  const auto list = map.add_member(root, "a/b", {1, 4}, {6, 7});
  map.add_item(list, 0, {7, 8});
  const auto object = map.add_item(list, 1, {10, 11});
  map.add_member(object, "~", {11, 12}, {14, 15});
  map.close(object, {10, 16});
  map.close(list, {6, 17});
  map.add_member(root, "c", {19, 20}, {22, 23});
  map.close(root, {0, 24});
  return map;
}

TEST(SourceMap, FindsByPointer) {
  const SourceMap map = small_map();
  EXPECT_EQ(shown(map.find("")), "0-24");
  EXPECT_EQ(shown(map.find("/a~1b")), "1-4 6-17");
  EXPECT_EQ(shown(map.find("/a~1b/0")), "7-8");
  EXPECT_EQ(shown(map.find("/a~1b/1")), "10-16");
  EXPECT_EQ(shown(map.find("/a~1b/1/~0")), "11-12 14-15");
  EXPECT_EQ(shown(map.find("/c")), "19-20 22-23");
  for (const char* nowhere : {"/a", "/a~1b/2", "/a~1b/00", "/a~1b/1/0", "/c/0", "/0", "/"})
    EXPECT_FALSE(map.find(nowhere)) << nowhere;
  EXPECT_FALSE(SourceMap().find(""));
}

TEST(SourceMap, FindsAmongMany) {
  SourceMap map;
  const auto root = map.add_root({0, 1});
  const auto list = map.add_member(root, "list", {0, 1}, {1, 2});
  const auto object = map.add_member(root, "object", {0, 1}, {2, 3});
  for (std::size_t i = 0; i < 1000; ++i) {
    map.add_item(list, i, {i, i + 1});
    map.add_member(object, std::to_string(i), {i, i + 1}, {i + 1, i + 2});
  }
  for (std::size_t i = 0; i < 1000; ++i) {
    EXPECT_EQ(map.at("/list/" + std::to_string(i)).value.begin, i);
    EXPECT_EQ(map.at("/object/" + std::to_string(i)).value.begin, i + 1);
  }
  EXPECT_FALSE(map.find("/list/1000"));
}

TEST(SourceMap, FindsTheFirstOfTwoEqualNamesAndAllThatIsInEither) {
  SourceMap map;
  const auto root = map.add_root({0, 1});
  for (const std::size_t begin : {1U, 11U}) {
    const auto object = map.add_member(root, "a", {begin, begin + 1}, {begin + 2, begin + 3});
    map.add_member(object, begin == 1 ? "b" : "c", {begin + 3, begin + 4}, {begin + 6, begin + 7});
    map.close(object, {begin + 2, begin + 8});
  }
  EXPECT_EQ(shown(map.find("/a")), "1-2 3-9");
  EXPECT_EQ(shown(map.find("/a/b")), "4-5 7-8");
  EXPECT_EQ(shown(map.find("/a/c")), "14-15 17-18");
}

TEST(SourceMap, TakesAPartOut) {
  const SourceMap part = small_map().below("/a~1b");
  EXPECT_EQ(shown(part.find("")), "1-4 6-17");
  EXPECT_EQ(shown(part.find("/1/~0")), "11-12 14-15");
  EXPECT_FALSE(part.find("/2"));
  EXPECT_FALSE(small_map().below("/d").find(""));
}

TEST(SourceMap, VisitsInTheOrderInWhichTheyWereAdded) {
  std::string seen;
  small_map().for_each([&](const std::string& pointer, const NodeSpans& spans) {
    seen += pointer + " " + std::to_string(spans.value.begin) + "\n";
  });
  EXPECT_EQ(seen, " 0\n/a~1b 6\n/a~1b/0 7\n/a~1b/1 10\n/a~1b/1/~0 14\n/c 22\n");
}

}  // namespace
}  // namespace simrules
