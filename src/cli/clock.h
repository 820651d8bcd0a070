#pragma once

#include <optional>
#include <string>

namespace simrules {

/// Returns the date of a release: the one given, else that of SOURCE_DATE_EPOCH, else today in UTC. The only place
/// that reads the clock.
/// Errors: nothing when the given date or the variable is none.
std::optional<std::string> release_date(const std::string& given);

}  // namespace simrules
