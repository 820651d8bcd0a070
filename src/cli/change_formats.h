#pragma once

#include <vector>

#include "cli/arguments/formats.h"
#include "render/changes/change_report.h"

namespace simrules {

/// Lists the formats of a command that compares.
const std::vector<NamedFormat<ChangeReport>>& change_formats();

}  // namespace simrules
