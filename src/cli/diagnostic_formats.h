#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "cli/terminal.h"
#include "render/run_summary.h"

namespace simrules {

/// What a command that checks files has to report, in any format.
struct CheckedRun {
  std::vector<Diagnostic> findings;
  RunSummary summary;
};

/// Returns the formats of a command that checks files; the run must outlive them.
FormatTable diagnostic_formats(const CheckedRun& run);

}  // namespace simrules
