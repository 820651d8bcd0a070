#pragma once

#include <string>

#include "wording/phrasing.h"

namespace simrules {

/// Writes a date at its own precision: "October 2024", "2024年10月".
std::string date_phrase(const Phrasing& phrasing, const std::string& date);

}  // namespace simrules
