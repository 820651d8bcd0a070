#include "cli/clock.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/date.h"

namespace simrules {

std::optional<std::string> release_date(const std::string& given) {
  if (!given.empty()) return parse_date(given) ? std::optional(given) : std::nullopt;
  std::time_t seconds = std::time(nullptr);
  if (const char* variable = std::getenv("SOURCE_DATE_EPOCH"); variable != nullptr) {
    const std::string_view text(variable);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  }
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(seconds));
}

}  // namespace simrules
