#include "model/effective.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

PartialDate day(const std::string& text) { return parse_date(text).value(); }

TEST(Effective, SaysOnWhichDaysAnItemHolds) {
  struct {
    const char* item;
    const char* day;
    bool holds;
  } const cases[] = {
      {R"({})", "2024-10-01", true},
      {R"({"effective": {"from": "2024-10-01"}})", "2024-09-30", false},
      {R"({"effective": {"from": "2024-10-01"}})", "2024-10-01", true},
      {R"({"effective": {"from": "2024-10"}})", "2024-10-15", true},
      {R"({"effective": {"from": "2024"}})", "2023-12-31", false},
      {R"({"effective": {"until": "2024-10-01"}})", "2024-10-01", true},
      {R"({"effective": {"until": "2024-10-01"}})", "2024-10-02", false},
      {R"({"effective": {"until": "2024-10"}})", "2024-10-31", true},
      {R"({"effective": {"announced": "2024-09-01"}})", "2024-10-01", true},
  };
  for (const auto& c : cases) {
    const json value = json::parse(c.item);
    EXPECT_EQ(holds_on(Item(&value), day(c.day)), c.holds) << c.item << c.day;
  }
}

TEST(Period, IsTwoDaysInOrder) {
  const auto period = parse_period("2025-12-01..2026-01-01");
  ASSERT_TRUE(period);
  EXPECT_EQ(period->after, day("2025-12-01"));
  EXPECT_EQ(period->until, day("2026-01-01"));
  for (const char* wrong : {"",
                            "..",
                            "2025-12-01",
                            "2025-12-01..",
                            "2026-01-01..2025-12-01",
                            "2025-12-01..2025-12-01",
                            "2025-12..2026-01",
                            "2025-12-01...2026-01-01",
                            "2025-12-01..2026-02-30"}) {
    EXPECT_FALSE(parse_period(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace simrules
