#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// Writes diagnostics as workflow commands.
/// Shape: as `github_command` of render/github_command.h, then a plain line with the summary. At
///        most 10 errors and 10 warnings, because the runner drops the others of a step without a
///        word; a notice counts the rest. Messages hold help and notes.
std::string diagnostics_as_github(const std::vector<Diagnostic>& diagnostics,
                                  const RunSummary& summary);

}  // namespace simrules
