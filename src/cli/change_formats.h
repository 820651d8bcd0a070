#pragma once

#include "cli/terminal.h"
#include "render/change_report.h"

namespace simrules {

/// Returns the formats of a command that compares; the report must outlive them.
FormatTable change_formats(const ChangeReport& report);

}  // namespace simrules
