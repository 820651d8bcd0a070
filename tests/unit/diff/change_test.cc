#include "diff/change.h"

#include <gtest/gtest.h>

#include "diff/direction.h"

namespace simrules {
namespace {

TEST(Impact, IsReadAsItIsWritten) {
  for (const Impact impact : {Impact::kMoreRestrictive,
                              Impact::kMixed,
                              Impact::kObscured,
                              Impact::kMorePermissive,
                              Impact::kClarified,
                              Impact::kNeutral,
                              Impact::kEvidence,
                              Impact::kEditorial}) {
    EXPECT_EQ(parse_impact(to_string(impact)), impact);
  }
  EXPECT_EQ(to_string(Impact::kMoreRestrictive), std::string("more_restrictive"));
  EXPECT_FALSE(parse_impact("more-restrictive"));
  EXPECT_FALSE(parse_impact(""));
}

TEST(RollUp, TakesTheWeightiestUnlessBothWays) {
  struct {
    std::vector<Impact> impacts;
    Impact expected;
  } const cases[] = {
      {{}, Impact::kNeutral},
      {{Impact::kEditorial, Impact::kEvidence}, Impact::kEvidence},
      {{Impact::kMorePermissive, Impact::kMoreRestrictive}, Impact::kMixed},
      {{Impact::kMixed, Impact::kMoreRestrictive}, Impact::kMixed},
      {{Impact::kMorePermissive, Impact::kObscured}, Impact::kObscured},
      {{Impact::kMorePermissive, Impact::kClarified, Impact::kNeutral}, Impact::kMorePermissive},
      {{Impact::kObscured, Impact::kMoreRestrictive}, Impact::kMoreRestrictive},
  };
  for (const auto& c : cases) EXPECT_EQ(roll_up(c.impacts), c.expected);
}

Change sample_change() {
  Change change;
  change.id = "transfer-price-increased";
  change.policy = "jp/brand";
  change.topic = "transfer";
  change.rule = "gift";
  change.pointer = "/transfer/gift/fees/shop/price";
  change.before = 550;
  change.after = 660;
  return change;
}

TEST(Fingerprint, HangsOnWhatTheChangeSaysAlone) {
  const Change change = sample_change();
  const std::string digits = fingerprint(change);
  EXPECT_EQ(digits.size(), 12U);
  Change elsewhere = change;
  elsewhere.label = "another wording";
  elsewhere.head = ChangePlace{"policies/jp/brand.yaml", 12, 3};
  EXPECT_EQ(fingerprint(elsewhere), digits);
  Change further = change;
  further.after = 770;
  EXPECT_NE(fingerprint(further), digits);
}

TEST(Summaries, CountImpactsAndRollRulesUp) {
  Change up = sample_change();
  up.impact = Impact::kMoreRestrictive;
  Change down = sample_change();
  down.impact = Impact::kMorePermissive;
  Change of_policy = sample_change();
  of_policy.rule.clear();
  of_policy.impact = Impact::kEditorial;
  const std::vector<Change> changes = {up, down, of_policy};
  EXPECT_EQ(
      summarize(changes),
      (std::map<Impact, std::size_t>{
          {Impact::kMoreRestrictive, 1}, {Impact::kMorePermissive, 1}, {Impact::kEditorial, 1}}));
  EXPECT_EQ(
      summarize_rules(changes),
      (std::map<RuleName, Impact>{{RuleName{"jp/brand", "transfer", "gift"}, Impact::kMixed}}));
}

TEST(DirectionWords, EachHasItsMirrorInTheTable) {
  for (const DirectionWord& direction : direction_words()) {
    const std::string id = std::string("transfer-some-field-") + direction.word;
    const auto mirror = mirror_id(id);
    ASSERT_EQ(mirror, std::string("transfer-some-field-") + direction.mirror);
    EXPECT_EQ(mirror_id(*mirror), id);
  }
  EXPECT_FALSE(mirror_id("transfer-price"));
}

TEST(DirectionWord, NamesWhatTheFieldDoes) {
  struct {
    Better better;
    bool has_words;
    Order order;
    const char* expected;
  } const cases[] = {
      {Better::kHigher, false, Order::kBetter, "increased"},
      {Better::kHigher, true, Order::kWorse, "decreased"},
      {Better::kLower, false, Order::kBetter, "decreased"},
      {Better::kTrue, false, Order::kBetter, "enabled"},
      {Better::kFalse, false, Order::kBetter, "disabled"},
      {Better::kLater, false, Order::kWorse, "brought-forward"},
      {Better::kLater, true, Order::kWorse, "narrowed"},
      {Better::kEarlier, false, Order::kWorse, "extended"},
      {Better::kMore, true, Order::kBetter, "widened"},
      {Better::kFewer, true, Order::kBetter, "shortened"},
      {Better::kMore, true, Order::kMixed, "changed"},
      {Better::kNone, false, Order::kIncomparable, "changed"},
      {Better::kHigher, false, Order::kClarified, "clarified"},
  };
  for (const auto& c : cases) {
    FieldSpec spec;
    spec.better = c.better;
    if (c.has_words) spec.words = {"a", "b"};
    EXPECT_EQ(direction_word(spec, {.order = c.order}), c.expected);
  }
}

}  // namespace
}  // namespace simrules
