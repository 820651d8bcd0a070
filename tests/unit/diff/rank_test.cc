#include "diff/order/rank.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/compare/match.h"
#include "schema/schema.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kMissing = "";

constexpr const char* kHigher = R"({"type": "integer", "x-better": "higher"})";
constexpr const char* kLower = R"({"type": ["integer", "string"], "x-better": "lower"})";
constexpr const char* kUnrankedNumber = R"({"type": "integer", "x-better": "none"})";
constexpr const char* kTrue = R"({"type": "boolean", "x-better": "true"})";
constexpr const char* kFalse = R"({"type": "boolean", "x-better": "false"})";
constexpr const char* kVerdict = R"({"enum": ["unknown", "not_allowed", "not_offered", "allowed"],
  "x-better": "later", "x-unknown": ["unknown"]})";
constexpr const char* kUnknowns = R"({"enum": ["unknown", "unpublished", "a", "b"],
  "x-better": "later", "x-unknown": ["unknown", "unpublished"]})";
constexpr const char* kEarlierEnum = R"({"enum": ["best", "worst"], "x-better": "earlier"})";
constexpr const char* kLifecycle = R"({"enum": ["ended", "closed_to_new", "active"],
  "x-better": "later", "x-absent": "active"})";
constexpr const char* kMoreSet = R"({"type": "array", "x-set": true, "x-better": "more",
  "items": {"type": "string"}})";
constexpr const char* kFewerSet = R"({"type": "array", "x-set": true, "x-better": "fewer",
  "x-absent": [], "items": {"type": "string"}})";
constexpr const char* kUnrankedSet = R"({"type": "array", "x-set": true, "x-better": "none",
  "items": {"type": "string"}})";
constexpr const char* kPlans = R"({"type": ["array", "string"], "pattern": "^(all)$",
  "x-set": true, "x-better": "more", "x-most": "all", "items": {"type": "string"}})";
constexpr const char* kUntil = R"({"type": "string", "format": "partial-date",
  "x-better": "later"})";
constexpr const char* kFrom = R"({"type": "string", "format": "partial-date",
  "x-better": "earlier"})";
constexpr const char* kAmount = R"({"type": ["object", "string"],
  "pattern": "^(unlimited|plan_allowance|unspecified|unpublished|unknown)$",
  "x-better": "higher", "x-most": "unlimited", "x-unknown": ["unpublished", "unknown"],
  "properties": {"value": {"type": ["integer", "string"]},
    "unit": {"enum": ["MB", "GB", "month"], "x-units": {"MB": 1, "GB": 1000}}}})";
constexpr const char* kStep = R"({"type": ["object", "string"], "pattern": "^(unlimited)$",
  "x-better": "lower", "x-most": "unlimited",
  "properties": {"value": {"type": "integer"},
    "unit": {"enum": ["MB", "GB"], "x-units": {"MB": 1, "GB": 1000}}}})";
constexpr const char* kWaiver = R"({"type": "object", "x-better": "more", "x-absent": null,
  "properties": {"price": {"type": "integer"}}})";
constexpr const char* kSurcharge = R"({"type": "object", "x-better": "fewer", "x-absent": null,
  "properties": {"price": {"type": "integer"}}})";
constexpr const char* kUnrankedAbsence = R"({"type": "integer", "x-better": "higher",
  "x-absent": null})";

struct RankCase {
  const char* name;
  const char* spec;
  const char* base;
  const char* head;
  Order expected;
};

const RankCase kCases[] = {
    {"higher number", kHigher, "20", "30", Order::kBetter},
    {"lower price", kLower, "550", "\"549.99\"", Order::kBetter},
    {"price written otherwise", kLower, "550", "\"550.00\"", Order::kEqual},
    {"price beyond a binary float", kLower, "\"0.1\"", "\"0.1000000000000000001\"", Order::kWorse},
    {"number without a direction", kUnrankedNumber, "1", "2", Order::kIncomparable},
    {"number against a date", kHigher, "1", "\"2024-10\"", Order::kIncomparable},
    {"true is better", kTrue, "false", "true", Order::kBetter},
    {"false is better", kFalse, "false", "true", Order::kWorse},
    {"a truth against a word", kTrue, "true", "\"maybe\"", Order::kIncomparable},
    {"later word", kVerdict, "\"not_allowed\"", "\"allowed\"", Order::kBetter},
    {"prohibited and absent differ",
     kVerdict,
     "\"not_allowed\"",
     "\"not_offered\"",
     Order::kBetter},
    {"unknown becomes known", kVerdict, "\"unknown\"", "\"not_allowed\"", Order::kClarified},
    {"one unknown for another", kUnknowns, "\"unknown\"", "\"unpublished\"", Order::kIncomparable},
    {"earlier word", kEarlierEnum, "\"best\"", "\"worst\"", Order::kWorse},
    {"word of another schema", kEarlierEnum, "\"best\"", "\"odd\"", Order::kIncomparable},
    {"absence that states a word", kLifecycle, kMissing, "\"closed_to_new\"", Order::kWorse},
    {"absence and what it states", kLifecycle, kMissing, "\"active\"", Order::kEqual},
    {"value added", kHigher, kMissing, "5", Order::kClarified},
    {"unknown word added", kVerdict, kMissing, "\"unknown\"", Order::kIncomparable},
    {"set in another order", kMoreSet, R"(["a", "b"])", R"(["b", "a"])", Order::kEqual},
    {"superset", kMoreSet, R"(["a"])", R"(["b", "a"])", Order::kBetter},
    {"superset of conditions", kFewerSet, R"(["a"])", R"(["b", "a"])", Order::kWorse},
    {"first condition", kFewerSet, kMissing, R"(["a"])", Order::kWorse},
    {"no conditions written", kFewerSet, kMissing, "[]", Order::kEqual},
    {"one lost, one gained", kMoreSet, R"(["KR", "JP"])", R"(["TW", "JP"])", Order::kMixed},
    {"set without a direction", kUnrankedSet, R"(["a"])", R"(["b"])", Order::kIncomparable},
    {"all plans", kPlans, R"(["a", "b"])", "\"all\"", Order::kBetter},
    {"all plans against a strange word", kPlans, "\"some\"", "\"all\"", Order::kIncomparable},
    {"later date", kUntil, "\"2024-10-01\"", "\"2024-10-02\"", Order::kBetter},
    {"earlier date", kFrom, "\"2024\"", "\"2025-01-01\"", Order::kWorse},
    {"date said more precisely", kUntil, "\"2024\"", "\"2024-10\"", Order::kIncomparable},
    {"date that no calendar has", kUntil, "\"2024-02-30\"", "\"2025\"", Order::kIncomparable},
    {"amount in another unit",
     kAmount,
     R"({"value": 1, "unit": "GB"})",
     R"({"value": 1000, "unit": "MB"})",
     Order::kEqual},
    {"greater amount in a smaller unit",
     kAmount,
     R"({"value": 1, "unit": "GB"})",
     R"({"value": 1001, "unit": "MB"})",
     Order::kBetter},
    {"decimal amount",
     kAmount,
     R"({"value": "0.5", "unit": "GB"})",
     R"({"value": 501, "unit": "MB"})",
     Order::kBetter},
    {"units that do not convert",
     kAmount,
     R"({"value": 1, "unit": "month"})",
     R"({"value": 30, "unit": "MB"})",
     Order::kIncomparable},
    {"one unit without a factor",
     kAmount,
     R"({"value": 1, "unit": "month"})",
     R"({"value": 2, "unit": "month"})",
     Order::kBetter},
    {"unlimited beats a number",
     kAmount,
     R"({"value": 1, "unit": "GB"})",
     "\"unlimited\"",
     Order::kBetter},
    {"unlimited steps are coarse",
     kStep,
     R"({"value": 1, "unit": "GB"})",
     "\"unlimited\"",
     Order::kWorse},
    {"unlimited against another word",
     kAmount,
     "\"unspecified\"",
     "\"unlimited\"",
     Order::kIncomparable},
    {"plan's amount against a number",
     kAmount,
     "\"plan_allowance\"",
     R"({"value": 20, "unit": "GB"})",
     Order::kIncomparable},
    {"amount no longer published",
     kAmount,
     R"({"value": 1, "unit": "GB"})",
     "\"unpublished\"",
     Order::kObscured},
    {"unlimited becomes unknown", kAmount, "\"unlimited\"", "\"unknown\"", Order::kObscured},
    {"waiver granted", kWaiver, kMissing, R"({"price": 0})", Order::kBetter},
    {"surcharge introduced", kSurcharge, kMissing, R"({"price": 9})", Order::kWorse},
    {"none before, but no rank for it", kUnrankedAbsence, kMissing, "5", Order::kIncomparable},
};

TEST(Rank, FollowsTheFieldsKeywordsBothWays) {
  for (const RankCase& c : kCases) {
    const auto spec = read_field_specs(json::parse(c.spec));
    const json base = json::parse(c.base, nullptr, false);
    const json head = json::parse(c.head, nullptr, false);
    const json* base_value = c.base == kMissing ? nullptr : &base;
    const json* head_value = c.head == kMissing ? nullptr : &head;
    EXPECT_EQ(rank(*spec, base_value, head_value), c.expected) << c.name;
    EXPECT_EQ(rank(*spec, head_value, base_value), opposite(c.expected)) << c.name << ", mirrored";
    EXPECT_EQ(rank(*spec, head_value, head_value), Order::kEqual) << c.name;
  }
}

TEST(Combine, SaysMixedForBothDirections) {
  EXPECT_EQ(combine(Order::kBetter, Order::kWorse), Order::kMixed);
  EXPECT_EQ(combine(Order::kMixed, Order::kWorse), Order::kMixed);
  EXPECT_EQ(combine(Order::kBetter, Order::kEqual), Order::kBetter);
  EXPECT_EQ(combine(Order::kObscured, Order::kBetter), Order::kObscured);
  EXPECT_EQ(combine(Order::kIncomparable, Order::kClarified), Order::kClarified);
}

TEST(IndexItems, RefusesAListWithoutAKeyForEachItem) {
  EXPECT_TRUE(index_items(json::parse(R"([{"id": "a"}, {"id": "b"}])"), "id"));
  EXPECT_FALSE(index_items(json::parse(R"([{"id": "a"}, {"id": "a"}])"), "id"));
  EXPECT_FALSE(index_items(json::parse(R"([{"name": "a"}])"), "id"));
  EXPECT_FALSE(index_items(json::parse(R"([{"id": 1}])"), "id"));
  EXPECT_FALSE(index_items(json::parse(R"(["a"])"), "id"));
}

}  // namespace
}  // namespace simrules
