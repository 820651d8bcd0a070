#pragma once

#include <compare>

#include "diff/compare/step.h"

namespace simrules {

/// Orders the stretches of the clock that a field begins or ends (`x-stretch`): one is less where the
/// other holds all of it.
/// Shape: a stretch that ends before it begins goes over midnight; unordered where neither holds the
///        other, and for what is no time of the day.
std::partial_ordering compare_stretches(const Step& end);

}  // namespace simrules
