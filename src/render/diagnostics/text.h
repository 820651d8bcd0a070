#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Writes diagnostics for people: each with its source line, a mark under the exact characters,
/// notes and help.
/// Shape: `path:line:col: error: message [check]`, a blank line between two; untrusted text is made
///        printable.
std::string diagnostics_as_text(const std::vector<Diagnostic>& diagnostics, bool color);

}  // namespace simrules
