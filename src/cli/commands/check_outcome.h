#pragma once

#include "base/diagnostic.h"
#include "cli/diagnostic_formats.h"
#include "cli/exit_code.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// What a command that checks files looked at and found.
/// Shape: `summary` lacks the counts of `findings` until the run is finished; `unusable` tells that
///        something could not be looked at.
struct CheckOutcome {
  DiagnosticList findings;
  RunSummary summary;
  bool unusable = false;
};

/// Counts what was found, and sorts it for the reports.
CheckedRun finished(CheckOutcome& outcome);

/// Tells how the command ends: by what was found at `fail_on` and above, if everything could be read.
ExitCode exit_code(const CheckOutcome& outcome);

}  // namespace simrules
