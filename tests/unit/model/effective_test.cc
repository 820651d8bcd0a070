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
    bool announced;
  } const cases[] = {
      {R"({})", "2024-10-01", true, false},
      {R"({"effective": {"from": "2024-10-01"}})", "2024-09-30", false, false},
      {R"({"effective": {"from": "2024-10-01"}})", "2024-10-01", true, false},
      {R"({"effective": {"from": "2024-10"}})", "2024-10-15", true, false},
      {R"({"effective": {"from": "2024"}})", "2023-12-31", false, false},
      {R"({"effective": {"until": "2024-10-01"}})", "2024-10-01", true, false},
      {R"({"effective": {"until": "2024-10-01"}})", "2024-10-02", false, false},
      {R"({"effective": {"until": "2024-10"}})", "2024-10-31", true, false},
      {R"({"effective": {"announced": "2024-09-01", "from": "2024-10-01"}})",
       "2024-08-31",
       false,
       false},
      {R"({"effective": {"announced": "2024-09-01", "from": "2024-10-01"}})",
       "2024-09-01",
       false,
       true},
      {R"({"effective": {"announced": "2024-09-01", "from": "2024-10-01"}})",
       "2024-10-01",
       true,
       false},
      {R"({"effective": {"announced": "2024-09-01"}})", "2024-10-01", true, false},
  };
  for (const auto& c : cases) {
    const json value = json::parse(c.item);
    EXPECT_EQ(holds_on(Item(&value), day(c.day)), c.holds) << c.item << c.day;
    EXPECT_EQ(is_announced_by(Item(&value), day(c.day)), c.announced) << c.item << c.day;
  }
}

TEST(Effective, EndsAWaiverByItsDate) {
  const auto is_over = [](const char* waiver, const char* on) {
    const json value = json::parse(waiver);
    return is_over_on(Dates(&value), day(on));
  };
  EXPECT_FALSE(is_over(R"({"price": 0, "until": "2026-03"})", "2026-03-31"));
  EXPECT_TRUE(is_over(R"({"price": 0, "until": "2026-03"})", "2026-04-01"));
  EXPECT_FALSE(is_over(R"({"price": 0})", "2026-04-01"));
  EXPECT_FALSE(is_over(R"("word")", "2026-04-01"));
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
