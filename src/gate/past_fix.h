#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "gate/case.h"

namespace simrules {

/// Writes what an item said before into its `previously`, or the day on which it was first read into
/// `seen`, so that the past stays what it was.
/// Shape: the last day of the base's terms is the one before the head's `since`; they keep their dates
///        and evidence, and the sources of it that are gone come back. Nothing where a person has to
///        say more: without a `since` of its own, or where the edit is of earlier terms.
std::optional<Fix> past_fix(const RuleCase& rule, const GateInput& input);

}  // namespace simrules
