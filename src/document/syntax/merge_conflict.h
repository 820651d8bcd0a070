#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/reporter.h"

namespace simrules {

/// Reports each conflict that a merge left in the file; false when there is one.
/// Errors: `merge-conflict`.
bool check_merge_conflicts(Reporter& reporter);

/// Says that a merge left a marker without its partner, if one stands at or before an error.
/// Shape: nothing is found in valid text unless that text is asked about.
std::optional<Fault> stray_marker_finding(std::string_view text, std::size_t error);

}  // namespace simrules
