#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// Writes diagnostics for the summary of a CI job.
/// Shape: a heading, what was checked, and a table of the findings in GitHub Flavored Markdown; less
///        than 1 MiB, beyond which GitHub drops a summary, with a count of what is left out.
std::string diagnostics_as_markdown(const std::vector<Diagnostic>& diagnostics,
                                    const RunSummary& summary);

}  // namespace simrules
