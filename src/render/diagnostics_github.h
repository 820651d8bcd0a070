#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/run_summary.h"

namespace simrules {

/// Writes diagnostics as workflow commands, which a GitHub runner turns into annotations.
/// Shape: one command a line, then a plain line with the summary. At most 10 errors and 10 warnings,
///        because the runner drops the others of a step without a word; a notice counts the rest.
///        Messages hold help and notes, at most 4,096 UTF-16 units of them, as the runner cuts there.
/// Units: 1-based; `endLine` and `endColumn` are the last line and column *of* the range, where ours
///        are those after it, because a runner's `endLine` names a line that belongs to the
///        annotation and a column cannot well be counted another way beside it. Columns count code
///        points and are left out of ranges of several lines, for which GitHub refuses them.
/// Source: GitHub Docs, "Workflow commands for GitHub Actions"; actions/toolkit writes the same bytes.
std::string diagnostics_as_github(const std::vector<Diagnostic>& diagnostics,
                                  const RunSummary& summary);

}  // namespace simrules
