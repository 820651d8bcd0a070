#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "cli/arguments/formats.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// What a command that checks files has to report, in any format.
struct CheckedRun {
  std::vector<Diagnostic> findings;
  RunSummary summary;
};

/// Lists the formats of a command that checks files.
const std::vector<NamedFormat<CheckedRun>>& diagnostic_formats();

}  // namespace simrules
