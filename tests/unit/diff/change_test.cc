#include "diff/change.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "diff/change_ids.h"
#include "diff/order/direction.h"
#include "support/diff_fixture.h"

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

Effect effect_of_rule(const std::string& policy, Impact impact) {
  return {.impact = impact, .policy = policy, .topic = "transfer", .rule = "gift"};
}

TEST(Summaries, CountEffectsAndWhatIsNoSubstance) {
  Change wording = sample_change();
  wording.rule.clear();
  wording.impact = Impact::kEditorial;
  Change fact = sample_change();
  fact.impact = Impact::kMoreRestrictive;
  const Differences differences{{fact, fact, wording},
                                {effect_of_rule("jp/brand", Impact::kMoreRestrictive),
                                 effect_of_rule("jp/brand", Impact::kMorePermissive),
                                 effect_of_rule("jp/other", Impact::kClarified)}};
  EXPECT_EQ(summarize(differences),
            (std::map<Impact, std::size_t>{{Impact::kMoreRestrictive, 1},
                                           {Impact::kMorePermissive, 1},
                                           {Impact::kClarified, 1},
                                           {Impact::kEditorial, 1}}));
  EXPECT_EQ(
      impacts_by_rule(differences),
      (std::map<RuleName, Impact>{{RuleName{"jp/brand", "transfer", "gift"}, Impact::kMixed},
                                  {RuleName{"jp/other", "transfer", "gift"}, Impact::kClarified}}));
  EXPECT_EQ(impacts_by_policy(differences),
            (std::map<std::string, Impact>{{"jp/brand", Impact::kMixed},
                                           {"jp/other", Impact::kClarified}}));
}

TEST(DirectionWords, EachHasItsMirrorInTheTableOnce) {
  std::map<std::string, std::string> mirrors;
  for (const DirectionWord& direction : direction_words(policy_schema())) {
    EXPECT_TRUE(mirrors.emplace(direction.word, direction.mirror).second) << direction.word;
    EXPECT_FALSE(direction.meaning.empty()) << direction.word;
  }
  for (const auto& [word, mirror] : mirrors) EXPECT_EQ(mirrors[mirror], word);
}

/// Ids that are their own mirror, and why.
const std::map<std::string, std::string> kOwnMirrors = {
    {"changed", "a difference without a direction reads the same both ways"},
    {"renamed", "an id has no direction"},
    {"reworded", "a text has no direction"},
};

TEST(ChangeIds, EachHasAMirrorOrIsOneForAReason) {
  const std::vector<ChangeId> ids = change_ids(policy_schema());
  std::map<std::string, std::string> mirrors;
  for (const ChangeId& id : ids) mirrors[id.id] = id.mirror;
  for (const ChangeId& id : ids) {
    EXPECT_EQ(mirrors[id.mirror], id.id) << id.id << " has no mirror " << id.mirror;
    EXPECT_EQ(id.mirror == id.id, kOwnMirrors.contains(id.direction.word)) << id.id;
  }
  for (const char* known : {"transfer-recipients-narrowed",
                            "roaming-cap-increased",
                            "tethering-verdict-forbidden",
                            "tethering-verdict-permitted",
                            "transfer-rule-removed",
                            "roaming-confidence-changed",
                            "policy-introduced",
                            "policy-name-reworded"}) {
    EXPECT_TRUE(mirrors.contains(known)) << known;
  }
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

TEST(DirectionWord, IsThatOfTheWordOnTheWorseSide) {
  FieldSpec spec;
  spec.better = Better::kLater;
  spec.words = {"no", "some", "all"};
  spec.turns = {{"no", {"forbidden", "permitted"}}};
  const nlohmann::json no = "no";
  const nlohmann::json some = "some";
  EXPECT_EQ(direction_word(spec, {.order = Order::kWorse, .worse = &no}), "forbidden");
  EXPECT_EQ(direction_word(spec, {.order = Order::kBetter, .worse = &no}), "permitted");
  EXPECT_EQ(direction_word(spec, {.order = Order::kWorse, .worse = &some}), "narrowed");
  EXPECT_EQ(direction_word(spec, {.order = Order::kBetter, .worse = &some}), "widened");
}

}  // namespace
}  // namespace simrules
