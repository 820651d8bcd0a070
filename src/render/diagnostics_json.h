#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// What a run looked at and found, beside the diagnostics that it shows.
/// Shape: `errors` and `warnings` count all findings, also those that are not shown.
struct RunSummary {
  std::string tool_version;
  std::size_t files = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

/// Writes diagnostics for programs.
/// Shape: schemas/diagnostics.schema.json.
/// Units: lines and columns are 1-based, columns count code points, the end is exclusive.
std::string diagnostics_as_json(const std::vector<Diagnostic>& diagnostics,
                                const RunSummary& summary);

}  // namespace simrules
