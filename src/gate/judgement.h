#pragma once

#include <vector>

#include "gate/diagnostic.h"
#include "gate/input.h"

namespace simrules {

// What a change of substance has to say for itself. The checks look at the revisions, evidence and
// tombstones of the rules that changed; what changed, and what it means, is the diff's to tell.

/// Runs every change check.
/// Errors: the ids of `gate_checks()` but `unmatched-level`.
std::vector<GateDiagnostic> check_changes(const GateInput& input);

/// Lists the change checks and `unmatched-level`.
const std::vector<CheckInfo>& gate_checks();

}  // namespace simrules
