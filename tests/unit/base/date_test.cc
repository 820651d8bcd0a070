#include "base/date.h"

#include <optional>

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(ParsePartialDate, AcceptsEveryPrecision) {
  EXPECT_EQ(parse_partial_date("2024"), (PartialDate{2024, 0, 0}));
  EXPECT_EQ(parse_partial_date("2024-10"), (PartialDate{2024, 10, 0}));
  EXPECT_EQ(parse_partial_date("2024-02-29"), (PartialDate{2024, 2, 29}));
  EXPECT_EQ(parse_partial_date("2000-02-29"), (PartialDate{2000, 2, 29}));
}

TEST(ParsePartialDate, RefusesWhatNoCalendarHas) {
  for (const char* text :
       {"",           "24",         "2024-",      "2024-1",      "2024-13", "2024-00",
        "2024-10-00", "2024-04-31", "2023-02-29", "1900-02-29",  "0000",    "2024/10",
        "2024-10/01", "2024-10-1",  "+024",       "2024-10-01 ", "5-01-01", "20241001",
        "2024-10-0a", "２０２４"}) {
    EXPECT_FALSE(parse_partial_date(text)) << text;
  }
}

TEST(ParseDate, RefusesReducedPrecision) {
  EXPECT_EQ(parse_date("2026-11-22"), (PartialDate{2026, 11, 22}));
  EXPECT_FALSE(parse_date("2026-11"));
  EXPECT_FALSE(parse_date("2026"));
}

TEST(CompareAtSharedPrecision, UsesTheCoarserPrecision) {
  const auto compare = [](const char* a, const char* b) {
    return compare_at_shared_precision(*parse_partial_date(a), *parse_partial_date(b));
  };
  EXPECT_TRUE(is_eq(compare("2024", "2024-10")));
  EXPECT_TRUE(is_eq(compare("2024-10-31", "2024-10")));
  EXPECT_TRUE(is_lt(compare("2023-12-31", "2024")));
  EXPECT_TRUE(is_gt(compare("2024-11", "2024-10-31")));
  EXPECT_TRUE(is_lt(compare("2024-10-01", "2024-10-02")));
}

TEST(PartialDate, BeginsAndEndsOnDays) {
  const auto days = [](const char* text) {
    const PartialDate date = *parse_partial_date(text);
    return to_string(first_day(date)) + ' ' + to_string(last_day(date));
  };
  EXPECT_EQ(days("2024"), "2024-01-01 2024-12-31");
  EXPECT_EQ(days("2024-02"), "2024-02-01 2024-02-29");
  EXPECT_EQ(days("2025-02"), "2025-02-01 2025-02-28");
  EXPECT_EQ(days("2024-10-05"), "2024-10-05 2024-10-05");
}

TEST(PartialDate, HasADayBeforeAndAfter) {
  const auto around = [](const char* text) {
    const PartialDate day = *parse_date(text);
    return to_string(day_before(day)) + ' ' + to_string(day_after(day));
  };
  EXPECT_EQ(around("2025-01-01"), "2024-12-31 2025-01-02");
  EXPECT_EQ(around("2024-02-29"), "2024-02-28 2024-03-01");
  EXPECT_EQ(around("1900-02-28"), "1900-02-27 1900-03-01");
}

TEST(PartialDate, IsWrittenAsItIsRead) {
  for (const char* text : {"2024", "2024-02", "2024-02-09", "0999-12-31"}) {
    EXPECT_EQ(to_string(*parse_partial_date(text)), text);
  }
}

TEST(PartialDate, IsSoManyDaysFromAnother) {
  struct Row {
    const char* from;
    int days;
    const char* to;
  };
  for (const Row& row : {Row{"2026-11-22", 180, "2027-05-21"},
                         Row{"2024-02-29", 365, "2025-02-28"},
                         Row{"2024-02-28", 1, "2024-02-29"},
                         Row{"2025-02-28", 1, "2025-03-01"},
                         Row{"2026-01-01", 0, "2026-01-01"},
                         Row{"2026-01-01", -1, "2025-12-31"},
                         Row{"2000-01-01", 36'500, "2099-12-07"}}) {
    const PartialDate from = *parse_date(row.from);
    const PartialDate to = *parse_date(row.to);
    EXPECT_EQ(to_string(days_from(from, row.days)), row.to);
    EXPECT_EQ(days_between(from, to), row.days) << row.to;
    EXPECT_EQ(days_between(to, from), -row.days) << row.to;
  }
  EXPECT_EQ(to_string(days_from({9999, 12, 31}, 1)), "10000-01-01");
}

TEST(ParseDays, ReadsDaysAndWeeksOnly) {
  struct Row {
    const char* text;
    std::optional<int> days;
  };
  for (const Row& row : {Row{"180d", 180},     Row{"26w", 182},        Row{"0", 0},
                         Row{"0d", 0},         Row{"007d", 7},         Row{"36500d", 36'500},
                         Row{"5214w", 36'498}, Row{"36501d", {}},      Row{"5215w", {}},
                         Row{"99999w", {}},    Row{"4294967476d", {}}, Row{"", {}},
                         Row{"d", {}},         Row{"180", {}},         Row{"6m", {}},
                         Row{"1y", {}},        Row{"180D", {}},        Row{"-1d", {}},
                         Row{"+1d", {}},       Row{"1.5d", {}},        Row{" 1d", {}},
                         Row{"1 d", {}},       Row{"1dd", {}},         Row{"1d ", {}}}) {
    EXPECT_EQ(parse_days(row.text), row.days) << row.text;
  }
}

}  // namespace
}  // namespace simrules
