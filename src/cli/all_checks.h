#pragma once

#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Lists every check of every layer, sorted by id.
std::vector<CheckInfo> all_checks();

}  // namespace simrules
