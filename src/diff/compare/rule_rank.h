#pragma once

#include "diff/compare/step.h"
#include "diff/order/rank.h"
#include "model/catalog.h"

namespace simrules {

/// The two sides of the policy that a rule is in.
/// Shape: `are_days` tells that they are what held on two days, not two states of the data.
struct RuleSides {
  const Policy& base;
  const Policy& head;
  bool are_days = false;
};

/// Ranks a rule that came or went as a whole.
/// Shape: new is clarified, unless the carrier introduced it where no rule of its mechanism covered
///        the plan: then its verdict ranks against a product that is not offered; gone is obscured,
///        unless the head says where it moved to or it had ended; one whose verdict nobody knew
///        counts for nothing. Between two days both come and go by their verdict, or count for
///        nothing where another rule of the mechanism covers the plan.
Order rank_rule(const Step& rule, const RuleSides& sides);

/// Ranks a term of a rule that came or went together with what the rule offers.
/// Shape: where one side has no offer (its verdict is unknown, not offered or not allowed), absence
///        states nothing there, so that conditions of a new product restrict nobody: clarified, or
///        obscured; any other order stays.
Order rank_term(const Step& step, Order order);

}  // namespace simrules
