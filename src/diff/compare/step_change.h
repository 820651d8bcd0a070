#pragma once

#include "diff/change.h"
#include "diff/compare/step.h"
#include "diff/compare/walk.h"

namespace simrules {

/// Says what the walk found at a step as a change.
/// Shape: without its policy, places, cause, dates and sources; the impact is that of the order in
///        the field, whatever stands around it.
Change change_at(const Step& step, const Difference& difference, Order order);

}  // namespace simrules
