#include "cli/sources/reuse/relations.h"

#include <gtest/gtest.h>

#include "cli/sources/reuse/mentions.h"

namespace simrules {
namespace {

using Names = std::vector<std::string>;

TEST(Mentions, AreWhatCouldBeIdsOfPolicies) {
  EXPECT_EQ(mentions_in("parent: jp/au\nformerly: [jp/old, \"global/x-1\"]").names,
            (Names{"global/x-1", "jp/au", "jp/old"}));
  EXPECT_EQ(mentions_in("url: \"https://x.jp/en/a\"\nnote: and/or, kbit/s, A/jp, 1jp/a").names,
            Names());
  EXPECT_EQ(mentions_in("jp/").names, Names());
  EXPECT_EQ(mentions_in("").names, Names());
}

TEST(Mentions, KnowWhatARuleIsForwardedTo) {
  const Mentions found = mentions_in("{moved_to: \"jp/au#transfer/gift\", parent: jp/kddi}");
  EXPECT_EQ(found.names, (Names{"jp/au", "jp/kddi"}));
  EXPECT_EQ(found.forwards, Names{"jp/au"});
}

TEST(Mentions, AreTheCodesOfNetworkOperators) {
  EXPECT_EQ(mentions_in("kind: mno\nplmn: [440-10, 310-410]\ndate: 2026-11-30").names,
            (Names{"310-410", "440-10"}));
  EXPECT_EQ(mentions_in("kind: mvno\nplmn: [440-10]").names, Names());
}

TEST(Mentions, MayHideBehindEscapes) {
  EXPECT_TRUE(mentions_in("a: b").is_plain);
  EXPECT_FALSE(mentions_in("parent: \"\\x6ap/au\"").is_plain);
}

/// Makes a policy whose file says something; `*` before its id marks one that differs.
UnreadPolicy policy(std::string id, std::string_view text = "") {
  const bool differs = id.starts_with('*');
  if (differs) id.erase(0, 1);
  return {id, !differs, mentions_in(text)};
}

Names unchanged(const std::vector<UnreadPolicy>& base, const std::vector<UnreadPolicy>& head) {
  return unchanged_ids(base, head, [](std::string_view) { return true; });
}

Names unchanged(const std::vector<UnreadPolicy>& both) { return unchanged(both, both); }

TEST(Unchanged, IsWhatNothingThatDiffersIsRelatedTo) {
  EXPECT_EQ(unchanged({policy("jp/a"), policy("jp/b")}), (Names{"jp/a", "jp/b"}));
  EXPECT_EQ(unchanged({policy("*jp/a"), policy("jp/b")}), Names{"jp/b"});
}

TEST(Unchanged, IsNotWhatNamesOrIsNamed) {
  EXPECT_EQ(unchanged({policy("*jp/a", "parent: jp/b"),
                       policy("jp/b"),
                       policy("jp/c", "parent: jp/a"),
                       policy("jp/d")}),
            Names{"jp/d"});
}

TEST(Unchanged, IsNotWhatHadTheSameId) {
  EXPECT_EQ(unchanged({policy("*jp/a", "formerly: [jp/x]"),
                       policy("jp/b", "formerly: [jp/x]"),
                       policy("jp/c", "parent: jp/d"),
                       policy("jp/d")}),
            (Names{"jp/c", "jp/d"}));
}

TEST(Unchanged, IsNotWhatForwardsToARuleThatIsForwarded) {
  EXPECT_EQ(unchanged({policy("*jp/a"),
                       policy("jp/b", "moved_to: jp/a#x/y"),
                       policy("jp/c", "moved_to: jp/b#x/y"),
                       policy("jp/d", "parent: jp/b")}),
            Names{"jp/d"});
  EXPECT_EQ(unchanged({policy("*jp/a"),
                       policy("jp/b", "formerly: [jp/old]\nmoved_to: jp/a#x/y"),
                       policy("jp/c", "moved_to: jp/old#x/y"),
                       policy("jp/d")}),
            Names{"jp/d"});
}

TEST(Unchanged, IsNotWhatOneSideLacks) {
  EXPECT_EQ(unchanged({policy("jp/a"), policy("jp/b")}, {policy("jp/b"), policy("jp/c")}),
            Names{"jp/b"});
  const auto not_asked = [](std::string_view) { return false; };
  EXPECT_EQ(unchanged_ids({policy("jp/a"), policy("jp/b")}, {policy("jp/b")}, not_asked),
            (Names{"jp/a", "jp/b"}));
}

TEST(Unchanged, IsNotWhatAnEscapeMayHide) {
  EXPECT_EQ(unchanged({policy("jp/a", "note: \"\\x6a\""), policy("jp/b")}), Names{"jp/b"});
}

TEST(Unchanged, IsNotWhatIsThereTwice) {
  EXPECT_EQ(unchanged({policy("jp/a")}, {policy("jp/a"), policy("jp/a")}), Names());
}

}  // namespace
}  // namespace simrules
