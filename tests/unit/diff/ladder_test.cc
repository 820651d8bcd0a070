#include "diff/order/ladder.h"

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr unsigned kPairs = 5'000;
constexpr int kEnds = 4;

const FieldSpec& fees() { return *policy_spec().member("roaming")->items->member("fees"); }

/// One step: up to how many times 100 MB a price holds; beyond all of them where that is nothing.
struct Step {
  std::optional<int> until;
  int price = 0;
};

json fee(const std::string& id, const Step& step) {
  json item = {{"id", id},
               {"charge", "use"},
               {"price", step.price},
               {"currency", "JPY"},
               {"tax", "included"},
               {"per", {{"value", 1}, {"unit", "day"}}}};
  if (step.until) item["until_data"] = {{"value", *step.until * 100}, {"unit", "MB"}};
  return item;
}

json list_of(const std::vector<Step>& steps) {
  json list = json::array();
  for (const Step& step : steps)
    list.push_back(fee(step.until ? "to-" + std::to_string(*step.until) : "beyond", step));
  return list;
}

std::vector<Step> random_steps(std::mt19937& random) {
  std::vector<Step> steps;
  for (int end = 1; end <= kEnds; ++end) {
    if (random() % 2 == 0) steps.push_back({end, static_cast<int>(random() % 3)});
  }
  if (steps.empty() || random() % 2 == 0) steps.push_back({{}, static_cast<int>(random() % 3)});
  return steps;
}

/// What use of so many times 100 MB costs; nothing where no step reaches as far.
std::optional<int> price_at(const std::vector<Step>& steps, int use) {
  for (const Step& step : steps) {
    if (!step.until || use <= *step.until) return step.price;
  }
  return std::nullopt;
}

/// Says by looking at every use what a subscriber gains and loses.
Order oracle(const std::vector<Step>& base, const std::vector<Step>& head) {
  constexpr int kNone = 1000;
  bool gains = false;
  bool loses = false;
  for (int use = 1; use <= kEnds + 1; ++use) {
    const int before = price_at(base, use).value_or(kNone);
    const int now = price_at(head, use).value_or(kNone);
    gains = gains || now < before;
    loses = loses || now > before;
  }
  if (gains && loses) return Order::kMixed;
  return gains ? Order::kBetter : loses ? Order::kWorse : Order::kEqual;
}

TEST(Ladder, IsComparedAsAFunctionOfUse) {
  std::mt19937 random(1);
  unsigned compared = 0;
  for (unsigned i = 0; i < kPairs; ++i) {
    const std::vector<Step> base = random_steps(random);
    const std::vector<Step> head = random_steps(random);
    json list = list_of(head);
    std::shuffle(list.begin(), list.end(), random);
    const auto ladders = compare_ladders(fees(), list_of(base), list, false);
    const auto swapped = compare_ladders(fees(), list, list_of(base), false);
    ASSERT_EQ(ladders.size(), base.size() + head.size() > 2 ? 1U : 0U);
    ASSERT_EQ(swapped.size(), ladders.size());
    if (ladders.empty()) continue;
    ++compared;
    EXPECT_EQ(ladders[0].order, oracle(base, head)) << list_of(base) << list;
    EXPECT_EQ(swapped[0].order, opposite(ladders[0].order)) << list_of(base) << list;
    EXPECT_EQ(swapped[0].ids, ladders[0].ids);
  }
  EXPECT_GT(compared, kPairs / 2);
}

TEST(Ladder, IsNoneOfWhatIsNotKnown) {
  const json known = list_of({{1, 0}, {2, 200}});
  for (const char* unknown : {"unknown", "unpublished"}) {
    json head = known;
    head[0]["until_data"] = unknown;
    EXPECT_TRUE(compare_ladders(fees(), known, head, false).empty()) << unknown;
  }
  json twice = known;
  twice[0]["until_data"] = {{"value", "0.2"}, {"unit", "GB"}};
  EXPECT_TRUE(compare_ladders(fees(), known, twice, false).empty());
  json other = known;
  other[1]["currency"] = "USD";
  EXPECT_TRUE(compare_ladders(fees(), known, other, false).empty());
  // A further step may have been there before we learned of it.
  const json longer = list_of({{1, 0}, {2, 200}, {3, 300}});
  EXPECT_TRUE(compare_ladders(fees(), known, longer, true).empty());
  EXPECT_EQ(compare_ladders(fees(), known, longer, false).at(0).order, Order::kBetter);
}

/// An edit of the steps below 100, 200 and 400 MB, and what it is told as.
struct Edit {
  const char* name;
  std::vector<Step> head;
  Impact impact;
};

TEST(Ladder, IsToldAsOneThing) {
  const std::vector<Step> base = {{1, 0}, {2, 200}, {4, 400}};
  const Edit edits[] = {
      {"a step between two", {{1, 0}, {2, 200}, {3, 300}, {4, 400}}, Impact::kMorePermissive},
      {"a step taken out", {{1, 0}, {4, 400}}, Impact::kMoreRestrictive},
      {"one step dearer", {{1, 0}, {2, 300}, {4, 400}}, Impact::kMoreRestrictive},
      {"one dearer, one cheaper", {{1, 100}, {2, 200}, {4, 300}}, Impact::kMixed},
      {"two steps of one price", {{1, 0}, {2, 200}, {3, 400}, {4, 400}}, Impact::kNeutral},
  };
  for (const Edit& edit : edits) {
    json before = sample_policy();
    before["roaming"] = json::array({{{"id", "daily"}, {"plans", "all"}, {"verdict", "allowed"}}});
    json after = before;
    before["roaming"][0]["fees"] = list_of(base);
    after["roaming"][0]["fees"] = list_of(edit.head);
    for (const Change& change : changes_between(before, after))
      EXPECT_EQ(to_string(change.impact), std::string(to_string(edit.impact))) << edit.name;
  }
}

}  // namespace
}  // namespace simrules
