#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"

namespace simrules {

/// Returns the time in seconds since 1970: that of SOURCE_DATE_EPOCH, else now. The only place that
/// reads the clock.
/// Errors: nothing when the variable is no number.
std::optional<std::int64_t> time_now();

/// Returns the day on which a time lies where the day begins first, at UTC+14: nobody anywhere has a
/// later one.
PartialDate newest_day(std::int64_t seconds);

/// Returns the date of a release: the one given, else that of SOURCE_DATE_EPOCH, else today in UTC.
/// Errors: nothing when the given date or the variable is none.
std::optional<std::string> release_date(const std::string& given);

}  // namespace simrules
