#pragma once

#include <string>

#include "render/changes/comparison.h"

namespace simrules {

/// Writes a comparison as workflow commands that annotate the head's lines.
/// Shape: a warning for what may take something from subscribers (more restrictive, better and
///        worse at once, no longer known), a notice for anything else, the worst first; never an
///        error, because a comparison does not judge. What is gone is told where it was in what is
///        left. At most 10 of each kind, the last of which counts the rest; then two plain lines
///        with the summary and what was compared.
std::string changes_as_github(const Comparison& report);

}  // namespace simrules
