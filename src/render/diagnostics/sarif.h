#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// Writes diagnostics for code scanning.
/// Shape: SARIF 2.1.0, one run. `checks` documents the rules, of which only those that found
///        something are listed; `text_of` gives what fingerprints are made of. At most 5,000 results,
///        which is what GitHub keeps. What is no place in a file, and how many findings are left out,
///        are notifications of the run: a result without a place would make GitHub refuse the file.
/// Units: 1-based, columns count code points, the end is exclusive.
/// Source: OASIS SARIF 2.1.0; GitHub Docs, "SARIF support for code scanning".
std::string diagnostics_as_sarif(const std::vector<Diagnostic>& diagnostics,
                                 const RunSummary& summary,
                                 const std::vector<CheckInfo>& checks,
                                 const TextOfFile& text_of);

}  // namespace simrules
