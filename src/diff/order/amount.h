#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "diff/compare/step.h"

namespace simrules {

/// How two amounts stand to each other with what they are for and what comes on top of them.
/// Shape: `values` is by their numbers alone; `context` has the paths of what differs around them, and
///        `order` is unordered where that leaves nothing sure.
struct Compared {
  std::partial_ordering values = std::partial_ordering::unordered;
  std::partial_ordering order = std::partial_ordering::unordered;
  std::vector<std::string> context = {};
};

/// Compares the numbers or amounts of a field by size, by what one unit is (`x-per`) and within what
/// must agree (`x-within`).
/// Shape: nothing where one side is no amount, or their units do not convert.
std::optional<Compared> compare_amounts(const Step& step);

}  // namespace simrules
