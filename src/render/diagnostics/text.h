#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Writes diagnostics for people: each with its source line, a mark under the exact characters,
/// notes and help.
/// Shape: `path:line:col: error: message [check]`, a blank line between two; untrusted text is made
///        printable. The first 200 are told, as people read no further, and how many more of `all` there
///        are: some may have been counted that were not kept.
std::string diagnostics_as_text(const std::vector<Diagnostic>& kept, std::size_t all, bool color);
std::string diagnostics_as_text(const DiagnosticList& findings, bool color);

}  // namespace simrules
