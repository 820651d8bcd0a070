#include "diff/order/rank_step.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/compare/walk.h"
#include "schema/schema.h"

namespace simrules {
namespace {

using nlohmann::json;

std::string to_string(Order order) {
  switch (order) {
    case Order::kBetter:
      return "better";
    case Order::kWorse:
      return "worse";
    case Order::kClarified:
      return "clarified";
    case Order::kObscured:
      return "obscured";
    case Order::kMixed:
      return "mixed";
    default:
      return "no order";
  }
}

/// Lists what a walk finds, such as `price: better` or `price: no order, for tax`.
std::vector<std::string> found(const FieldSpec& spec, const json& base, const json& head) {
  std::vector<std::string> lines;
  const auto tell = [&](const Step& step, const Difference& difference) {
    std::string line = keyed_pointer(step).substr(1) + ": " + to_string(difference.order);
    for (const std::string& name : difference.incomparable) line += ", for " + name;
    lines.push_back(line);
  };
  walk(spec, base, spec, head, tell);
  return lines;
}

struct Case {
  const char* name;
  const char* base;
  const char* head;
  std::vector<std::string> expected;
};

/// Expects the differences of each case, and better for worse with the sides swapped.
void expect_found(const char* schema, const std::vector<Case>& cases) {
  const auto spec = read_field_specs(json::parse(schema));
  const auto mirrored = [](std::string line) {
    for (const auto& [from, to] : {std::pair{": better", ": worse"},
                                   std::pair{": worse", ": better"},
                                   std::pair{": clarified", ": obscured"},
                                   std::pair{": obscured", ": clarified"}}) {
      if (const auto at = line.find(from); at != std::string::npos) {
        return line.replace(at, std::string(from).size(), to);
      }
    }
    return line;
  };
  for (const Case& c : cases) {
    const json base = json::parse(c.base);
    const json head = json::parse(c.head);
    EXPECT_EQ(found(*spec, base, head), c.expected) << c.name;
    std::vector<std::string> expected;
    for (const std::string& line : c.expected) expected.push_back(mirrored(line));
    EXPECT_EQ(found(*spec, head, base), expected) << c.name << ", the other way round";
  }
}

TEST(RankStep, ComparesWithinWhatMustAgree) {
  expect_found(
      R"({"type": "object", "properties": {
        "price": {"type": "integer", "x-better": "lower", "x-within": ["basis", "per", "waiver"]},
        "basis": {"enum": ["included", "excluded"], "x-absent": "included"},
        "per": {"type": "object", "properties": {"value": {"type": "integer"},
          "unit": {"enum": ["hour", "day"], "x-units": {"hour": 1, "day": 24}}}},
        "waiver": {"type": "object", "x-absent": null,
          "properties": {"price": {"type": "integer"}}}}})",
      {
          {"nothing else differs", R"({"price": 2})", R"({"price": 1})", {"price: better"}},
          {"absence that states the same",
           R"({"price": 2, "basis": "included"})",
           R"({"price": 1})",
           {"price: better"}},
          {"another basis",
           R"({"price": 2, "basis": "excluded"})",
           R"({"price": 1})",
           {"basis: no order", "price: no order, for basis"}},
          {"an amount in another unit",
           R"({"price": 2, "per": {"value": 1, "unit": "day"}})",
           R"({"price": 1, "per": {"value": 24, "unit": "hour"}})",
           {"price: better"}},
          {"another amount",
           R"({"price": 2, "per": {"value": 1, "unit": "day"}})",
           R"({"price": 1, "per": {"value": 1, "unit": "hour"}})",
           {"per: no order", "price: no order, for per"}},
          {"a waiver comes",
           R"({"price": 2})",
           R"({"price": 1, "waiver": {"price": 0}})",
           {"price: no order, for waiver", "waiver: no order"}},
      });
}

TEST(RankStep, TurnsADirectionByAWordBesideOrAround) {
  expect_found(R"({"type": "object", "properties": {
        "metric": {"enum": ["data", "remaining"], "x-better": "none"},
        "max": {"type": "integer",
                "x-better": {"by": "metric", "lower": ["remaining"], "else": "higher"}},
        "verdict": {"enum": ["refused", "allowed"], "x-better": "later"},
        "dates": {"type": "object", "properties": {
          "until": {"type": "string", "format": "partial-date", "x-better":
            {"by": "../verdict", "sooner": ["refused"], "else": "later"}}}},
        "limits": {"type": "array", "x-key": "id", "items": {"type": "object", "properties": {
          "id": {"type": "string"},
          "until": {"type": "string", "format": "partial-date", "x-better":
            {"by": "../verdict", "earlier": ["refused"], "else": "later"}},
          "alone": {"type": "integer", "x-better":
            {"by": "../nowhere", "lower": ["a"], "else": "none", "without": "higher"}}}}}}})",
               {
                   {"the direction of other words",
                    R"({"metric": "data", "max": 1})",
                    R"({"metric": "data", "max": 2})",
                    {"max: better"}},
                   {"a word that turns it",
                    R"({"metric": "remaining", "max": 1})",
                    R"({"metric": "remaining", "max": 2})",
                    {"max: worse"}},
                   {"a word that changes with it",
                    R"({"metric": "data", "max": 1})",
                    R"({"metric": "remaining", "max": 2})",
                    {"max: no order, for metric", "metric: no order"}},
                   {"an offer ends later",
                    R"({"verdict": "allowed", "dates": {"until": "2026"}})",
                    R"({"verdict": "allowed", "dates": {"until": "2027"}})",
                    {"dates/until: better"}},
                   {"a refusal ends later",
                    R"({"verdict": "refused", "dates": {"until": "2026"}})",
                    R"({"verdict": "refused", "dates": {"until": "2027"}})",
                    {"dates/until: worse"}},
                   {"an offer gets an end",
                    R"({"verdict": "allowed", "dates": {}})",
                    R"({"verdict": "allowed", "dates": {"until": "2027"}})",
                    {"dates/until: clarified"}},
                   {"a refusal gets an end",
                    R"({"verdict": "refused", "dates": {}})",
                    R"({"verdict": "refused", "dates": {"until": "2027"}})",
                    {"dates/until: better"}},
                   {"the word of the object around the list",
                    R"({"verdict": "refused", "limits": [{"id": "a", "until": "2026"}]})",
                    R"({"verdict": "refused", "limits": [{"id": "a", "until": "2027"}]})",
                    {"limits/a/until: worse"}},
                   {"nothing that could turn it",
                    R"({"limits": [{"id": "a", "alone": 1}]})",
                    R"({"limits": [{"id": "a", "alone": 2}]})",
                    {"limits/a/alone: better"}},
               });
}

TEST(RankStep, OrdersWordsThatOneListHas) {
  expect_found(R"({"type": "object", "properties": {
        "verdict": {"enum": ["unknown", "not_allowed", "not_offered", "allowed"], "x-better": "later",
          "x-unknown": ["unknown"],
          "x-ranks": [["not_allowed", "allowed"], ["not_offered", "allowed"]]}}})",
               {
                   {"one list",
                    R"({"verdict": "not_offered"})",
                    R"({"verdict": "allowed"})",
                    {"verdict: better"}},
                   {"two lists",
                    R"({"verdict": "not_allowed"})",
                    R"({"verdict": "not_offered"})",
                    {"verdict: no order"}},
                   {"a word that means not known",
                    R"({"verdict": "unknown"})",
                    R"({"verdict": "not_offered"})",
                    {"verdict: clarified"}},
               });
}

constexpr const char* kLimit = R"({"type": "object", "properties": {
  "max": {"type": ["integer", "string"], "pattern": "^(unlimited)$", "x-better": "higher",
          "x-most": "unlimited", "x-per": "window/length", "x-within": ["window/basis"]},
  "window": {"type": "object", "properties": {
    "basis": {"enum": ["rolling", "calendar"], "x-better": "none"},
    "length": {"type": "object", "x-better": "none", "properties": {
      "value": {"type": "integer"},
      "unit": {"enum": ["hour", "day", "month"], "x-units": {"hour": 1, "day": 24},
        "x-unit-ranges": {"day": {"least": 24, "most": 24},
                          "month": {"least": 672, "most": 744}}}}}}}}})";

std::string limit(const std::string& max, int length, const std::string& unit) {
  return R"({"max": )" + max + R"(, "window": {"basis": "rolling", "length": {"value": )" +
         std::to_string(length) + R"(, "unit": ")" + unit + R"("}}})";
}

TEST(RankStep, OrdersAMaximumByItsWindow) {
  struct {
    const char* name;
    std::string base;
    std::string head;
    std::vector<std::string> expected;
  } const rows[] = {
      {"a longer window", limit("35", 60, "day"), limit("35", 90, "day"), {"window/length: worse"}},
      {"the same window in another unit", limit("35", 1, "day"), limit("35", 24, "hour"), {}},
      {"as many in a day",
       limit("15", 15, "day"),
       limit("30", 30, "day"),
       {"max: better", "window/length: no order"}},
      {"more, but fewer in a day",
       limit("35", 60, "day"),
       limit("50", 90, "day"),
       {"max: no order, for window/length", "window/length: no order"}},
      {"a month has 28 days or more",
       limit("5", 28, "day"),
       limit("5", 1, "month"),
       {"window/length: worse"}},
      {"a month may have 30 days",
       limit("5", 30, "day"),
       limit("5", 1, "month"),
       {"window/length: no order"}},
      {"two months against one",
       limit("5", 1, "month"),
       limit("5", 2, "month"),
       {"window/length: worse"}},
      {"no window at all",
       R"({"max": 5})",
       limit("6", 1, "month"),
       {"max: no order, for window/length, for window/basis", "window: clarified"}},
      {"no limit at all",
       limit("6", 1, "month"),
       limit("\"unlimited\"", 1, "day"),
       {"max: better", "window/length: no order"}},
  };
  std::vector<Case> cases;
  for (const auto& row : rows) {
    cases.push_back({row.name, row.base.c_str(), row.head.c_str(), row.expected});
  }
  expect_found(kLimit, cases);
}

constexpr const char* kFee = R"({"type": "object", "properties": {
  "price": {"type": "integer", "x-better": "lower", "x-per": "per", "x-within": ["tax"]},
  "tax": {"enum": ["included", "exempt", "excluded", "unstated"], "x-better": "none",
          "x-unknown": ["unstated"], "x-on-top": ["excluded"]},
  "per": {"type": ["object", "string"], "pattern": "^(once|line)$", "x-better": "none",
    "properties": {
      "value": {"type": "integer"},
      "unit": {"enum": ["MB", "GB", "day", "month"], "x-units": {"MB": 1, "GB": 1000},
        "x-unit-ranges": {"day": {"least": 1, "most": 1}, "month": {"least": 28, "most": 31}},
        "x-divisible": ["MB", "GB"]}}}}})";

std::string fee(int price, const std::string& tax, const std::string& per) {
  return R"({"price": )" + std::to_string(price) + R"(, "tax": ")" + tax + R"(", "per": )" + per +
         "}";
}

std::string span(int value, const std::string& unit) {
  return R"({"value": )" + std::to_string(value) + R"(, "unit": ")" + unit + R"("})";
}

TEST(RankStep, OrdersAPriceByWhatItIsForAndItsTax) {
  const std::string once = R"("once")";
  struct {
    const char* name;
    std::string base;
    std::string head;
    std::vector<std::string> expected;
  } const rows[] = {
      {"a day for what a month cost",
       fee(980, "included", span(1, "month")),
       fee(980, "included", span(1, "day")),
       {"per: worse"}},
      {"dearer, but for longer",
       fee(500, "included", span(1, "day")),
       fee(900, "included", span(2, "day")),
       {"per: no order", "price: no order, for per"}},
      {"dearer and for less",
       fee(500, "included", span(2, "day")),
       fee(900, "included", span(1, "day")),
       {"per: no order", "price: worse"}},
      {"one unit alone counts of what is used up",
       fee(100, "included", span(10, "MB")),
       fee(90, "included", span(5, "MB")),
       {"per: no order", "price: worse"}},
      {"the same for one unit",
       fee(100, "included", span(10, "MB")),
       fee(10000, "included", span(1, "GB")),
       {"per: no order", "price: no order, for per"}},
      {"another thing paid for",
       fee(100, "included", once),
       fee(90, "included", R"("line")"),
       {"per: no order", "price: no order, for per"}},
      {"tax comes on top", fee(500, "included", once), fee(500, "excluded", once), {"tax: worse"}},
      {"no tax comes on nothing",
       fee(0, "included", once),
       fee(0, "excluded", once),
       {"tax: no order"}},
      {"free on any basis",
       fee(100, "included", once),
       fee(0, "excluded", once),
       {"price: better", "tax: no order"}},
      {"the same money",
       fee(550, "included", once),
       fee(500, "excluded", once),
       {"price: no order, for tax", "tax: no order"}},
      {"more, and tax on top",
       fee(550, "included", once),
       fee(600, "excluded", once),
       {"price: worse", "tax: no order"}},
      {"the basis is known now",
       fee(550, "unstated", once),
       fee(550, "included", once),
       {"tax: clarified"}},
      {"less than it was on any basis",
       fee(550, "unstated", once),
       fee(540, "included", once),
       {"price: better", "tax: clarified"}},
      {"more than it was, perhaps",
       fee(550, "unstated", once),
       fee(560, "included", once),
       {"price: no order, for tax", "tax: clarified"}},
      {"more than it was on any basis",
       fee(550, "unstated", once),
       fee(560, "excluded", once),
       {"price: worse", "tax: clarified"}},
      {"free of tax, as with it included",
       fee(550, "included", once),
       fee(500, "exempt", once),
       {"price: better", "tax: no order"}},
  };
  std::vector<Case> cases;
  for (const auto& row : rows) {
    cases.push_back({row.name, row.base.c_str(), row.head.c_str(), row.expected});
  }
  expect_found(kFee, cases);
}

TEST(RankStep, CountsATermOnlyWithItsWord) {
  expect_found(R"({"type": "object", "properties": {
        "behavior": {"enum": ["blocked", "throttled"], "x-better": "later"},
        "speed": {"type": "integer", "x-better": "higher", "x-only": {"behavior": ["throttled"]}}}})",
               {
                   {"it goes with the word",
                    R"({"behavior": "throttled", "speed": 128})",
                    R"({"behavior": "blocked"})",
                    {"behavior: worse", "speed: no order, for behavior"}},
                   {"it alone is not known any more",
                    R"({"behavior": "throttled", "speed": 128})",
                    R"({"behavior": "throttled"})",
                    {"speed: obscured"}},
               });
}

TEST(RankStep, OrdersClosingHoursByWhatTheyCover) {
  const char* const schema = R"({"type": "object", "properties": {
    "from_day": {"type": "string"}, "until_day": {"type": "string"},
    "from": {"type": "string", "x-better": "later", "x-within": ["from_day", "until_day"], "x-stretch":
      {"from": "from", "until": "until", "from_day": "from_day", "until_day": "until_day"}},
    "until": {"type": "string", "x-better": "earlier", "x-within": ["from_day", "until_day"],
      "x-stretch":
      {"from": "from", "until": "until", "from_day": "from_day", "until_day": "until_day"}}}})";
  expect_found(
      schema,
      {
          {"it opens later",
           R"({"from": "01:00", "until": "05:00"})",
           R"({"from": "01:00", "until": "06:00"})",
           {"until: worse"}},
          {"it closes earlier, before midnight",
           R"({"from": "00:30", "until": "05:00"})",
           R"({"from": "23:00", "until": "05:00"})",
           {"from: worse"}},
          {"it opens after midnight",
           R"({"from": "22:00", "until": "24:00"})",
           R"({"from": "22:00", "until": "00:30"})",
           {"until: worse"}},
          {"both ends for the worse",
           R"({"from": "01:00", "until": "05:00"})",
           R"({"from": "00:00", "until": "06:00"})",
           {"from: worse", "until: worse"}},
          {"the ends move against each other",
           R"({"from": "01:00", "until": "05:00"})",
           R"({"from": "02:00", "until": "06:00"})",
           {"from: no order, for until", "until: no order, for from"}},
          {"over the end of the month",
           R"({"from_day": "last", "from": "20:00", "until_day": "first", "until": "21:00"})",
           R"({"from_day": "last", "from": "22:00", "until_day": "first", "until": "21:00"})",
           {"from: better"}},
          {"on another day",
           R"({"from_day": "last", "from": "20:00", "until": "21:00"})",
           R"({"from_day": "first", "from": "22:00", "until": "21:00"})",
           {"from: no order, for from_day", "from_day: no order"}},
      });
}

}  // namespace
}  // namespace simrules
