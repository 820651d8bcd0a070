#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace simrules {

/// A Gregorian date as precise as its source: a year, a month or a day.
/// Shape: `month` and `day` are 0 where the source does not say.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;

  bool operator==(const PartialDate&) const = default;
};

/// Reads `2024`, `2024-10` or `2024-10-01`; nothing for a date that no calendar has.
/// Source: ISO 8601-1:2019, reduced precision.
std::optional<PartialDate> parse_partial_date(std::string_view text);

/// Writes a date as precisely as it is.
std::string to_string(const PartialDate& date);

/// Reads a full calendar date only.
std::optional<PartialDate> parse_date(std::string_view text);

/// Returns the first and the last day that a date can mean: 1 and 31 October for `2024-10`.
PartialDate first_day(const PartialDate& date);
PartialDate last_day(const PartialDate& date);

/// Returns the day before and the day after a day.
PartialDate day_before(const PartialDate& day);
PartialDate day_after(const PartialDate& day);

/// Returns the day so many days later, or earlier for a negative number.
PartialDate days_from(const PartialDate& day, int days);

/// Counts the days from one day to another; negative where the other one is earlier.
int days_between(const PartialDate& from, const PartialDate& to);

/// Reads a time in whole days or weeks: `180d`, `26w`, or `0`.
/// Units:  days, at most 100 years of 365.
/// Errors: nothing for any other unit, sign, blank or fraction, and for more.
std::optional<int> parse_days(std::string_view text);

/// Orders two dates at the coarser of their precisions: `2024` and `2024-10` are equivalent.
std::weak_ordering compare_at_shared_precision(const PartialDate& a, const PartialDate& b);

}  // namespace simrules
