#pragma once

#include <optional>

#include "diff/compare/step.h"
#include "diff/order/rank.h"

namespace simrules {

/// Ranks having a rule against having none, by its verdict: an offer is better, a ban worse, and that
/// there is no such product equal; nothing where the verdict is not known.
std::optional<Order> rank_offer(const Step& rule);

/// Tells whether one side of a rule says that there is nothing to have, or nothing at all.
bool has_no_offer(const Step& rule, const nlohmann::json* side);

/// Ranks a term of a rule that came or went together with what the rule offers.
/// Shape: where one side has no offer (its verdict is unknown, not offered or not allowed), absence
///        states nothing there, so that conditions of a new product restrict nobody: clarified, or
///        obscured; any other order stays.
Order rank_term(const Step& step, Order order);

}  // namespace simrules
