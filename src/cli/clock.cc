#include "cli/clock.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace simrules {

std::optional<std::int64_t> time_now() {
  const char* variable = std::getenv("SOURCE_DATE_EPOCH");
  if (variable == nullptr) return std::time(nullptr);
  std::int64_t seconds = 0;
  const std::string_view text(variable);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional(seconds) : std::nullopt;
}

PartialDate newest_day(std::int64_t seconds) {
  constexpr std::int64_t kEarliestZone = 14 * 60 * 60;
  const std::tm day = fmt::gmtime(static_cast<std::time_t>(seconds + kEarliestZone));
  return {day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

std::optional<std::string> release_date(const std::string& given) {
  if (!given.empty()) return parse_date(given) ? std::optional(given) : std::nullopt;
  const auto seconds = time_now();
  if (!seconds) return std::nullopt;
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(*seconds)));
}

}  // namespace simrules
