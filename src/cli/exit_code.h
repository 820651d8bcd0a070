#pragma once

namespace simrules {

/// What the process tells its caller.
/// Shape: 0 fine; 1 findings, or refusal by a gate; 2 wrong usage, missing or unreadable input,
///        nothing to check; 70 a bug of ours.
enum ExitCode : int { kExitOk = 0, kExitFindings = 1, kExitUsage = 2, kExitInternal = 70 };

}  // namespace simrules
