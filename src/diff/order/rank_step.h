#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/compare/step.h"
#include "diff/order/rank.h"

namespace simrules {

/// How the head's value of a field stands to the base's in its context.
/// Shape: `movement` is the order of the values as if nothing around them turned it, by which a change
///        is named: data that must stay behind increases, for the worse; `incomparable` has the paths
///        of what differs, too, where two values had an order but for that.
struct Ranked {
  Order order = Order::kIncomparable;
  Order movement = Order::kIncomparable;
  std::vector<std::string> incomparable = {};
};

/// Ranks a leaf of a walk by its schema node and by what stands around it on both sides.
/// Shape: what a price or a maximum is for (`x-per`), and what comes on top of it (`x-on-top`), has
///        their order where they say the same.
Ranked rank_step(const Step& step);

/// Returns the direction of a field by the words around it; nothing where the two sides turn it
/// against each other.
std::optional<Better> direction_of(const Step& step);

/// Lists the paths of the words beside a field (`x-only`) that make it pointless on the side that leaves
/// it out.
std::vector<std::string> words_excluding(const Step& step);

/// Lists the paths of `x-within` whose fields differ, so that the field has no order.
std::vector<std::string> disagreeing_siblings(const Step& step);

}  // namespace simrules
