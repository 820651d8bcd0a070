#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace simrules {

/// Returns the day on which policies are judged where nobody names one: the earlier of the day on
/// which they were committed and today, or today where they are not as the commit has them. What is
/// said to have happened later has not happened.
/// Shape:  counted where a day begins first, so that nobody is refused for living there.
/// Errors: nothing where SOURCE_DATE_EPOCH is no number.
std::optional<PartialDate> judgement_day(const std::string& path);

}  // namespace simrules
