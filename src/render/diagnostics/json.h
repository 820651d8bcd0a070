#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// Writes diagnostics for programs.
/// Shape: schemas/diagnostics.schema.json.
/// Units: lines and columns are 1-based, columns count code points, the end is exclusive.
std::string diagnostics_as_json(const std::vector<Diagnostic>& diagnostics,
                                const RunSummary& summary);

}  // namespace simrules
