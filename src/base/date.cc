#include "base/date.h"

#include <array>
#include <chrono>
#include <cstddef>

#include <fmt/format.h>

namespace simrules {
namespace {

/// Reads exactly `digits` decimal digits; -1 for anything else.
int parse_digits(std::string_view text, std::size_t offset, std::size_t digits) {
  int value = 0;
  for (const char c : text.substr(offset, digits)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::chrono::sys_days sys_days_of(const PartialDate& day) {
  using namespace std::chrono;
  return year_month_day{year(day.year),
                        month(static_cast<unsigned>(day.month)),
                        std::chrono::day(static_cast<unsigned>(day.day))};
}

}  // namespace

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  const bool has_month = text.size() >= 7;
  const bool has_day = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && !has_day) return std::nullopt;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;

  const PartialDate date{.year = parse_digits(text, 0, 4),
                         .month = has_month ? parse_digits(text, 5, 2) : 0,
                         .day = has_day ? parse_digits(text, 8, 2) : 0};
  if (date.year < 1) return std::nullopt;
  if (has_month && (date.month < 1 || date.month > 12)) return std::nullopt;
  if (has_day && (date.day < 1 || date.day > days_in_month(date.year, date.month))) {
    return std::nullopt;
  }
  return date;
}

std::string to_string(const PartialDate& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<PartialDate> parse_date(std::string_view text) {
  return text.size() == 10 ? parse_partial_date(text) : std::nullopt;
}

PartialDate first_day(const PartialDate& date) {
  return {date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
}

PartialDate last_day(const PartialDate& date) {
  constexpr int kDecember = 12;
  const int month = date.month == 0 ? kDecember : date.month;
  return {date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day};
}

PartialDate day_before(const PartialDate& day) { return days_from(day, -1); }

PartialDate day_after(const PartialDate& day) { return days_from(day, 1); }

PartialDate days_from(const PartialDate& day, int days) {
  const std::chrono::year_month_day moved{sys_days_of(day) + std::chrono::days(days)};
  return {static_cast<int>(moved.year()),
          static_cast<int>(static_cast<unsigned>(moved.month())),
          static_cast<int>(static_cast<unsigned>(moved.day()))};
}

int days_between(const PartialDate& from, const PartialDate& to) {
  return static_cast<int>((sys_days_of(to) - sys_days_of(from)).count());
}

std::optional<int> parse_days(std::string_view text) {
  constexpr int kMostDays = 36'500;
  constexpr std::size_t kMostDigits = 5;
  constexpr int kDaysInWeek = 7;
  if (text == "0") return 0;
  if (text.size() < 2 || text.size() > kMostDigits + 1) return std::nullopt;
  const int unit = text.back() == 'd' ? 1 : text.back() == 'w' ? kDaysInWeek : 0;
  const int count = parse_digits(text, 0, text.size() - 1);
  if (unit == 0 || count < 0 || count * unit > kMostDays) return std::nullopt;
  return count * unit;
}

std::weak_ordering compare_at_shared_precision(const PartialDate& a, const PartialDate& b) {
  if (a.year != b.year || a.month == 0 || b.month == 0) return a.year <=> b.year;
  if (a.month != b.month || a.day == 0 || b.day == 0) return a.month <=> b.month;
  return a.day <=> b.day;
}

}  // namespace simrules
