#pragma once

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "diff/compare/pairing.h"
#include "gate/input.h"
#include "model/names.h"

namespace simrules {

/// A rule, plan or zone whose edit has the past say something else.
/// Shape: `day` is the last day before the edit's own of which that is so; `before` is what the base
///        said to one of the subscribers concerned and `after` what the head says, by field.
struct Rewrite {
  RuleName item;
  PartialDate day;
  nlohmann::json before;
  nlohmann::json after;
};

/// Compares what both sides of a policy say of every day on which something begins or ends, by
/// subscriber, and lists the items of the head whose edits make them differ before they hold.
/// Shape:  one entry an item. The first day of an edit is the `since` of its terms, or where nobody
///         knows it the day on which its newest source was read; of days that it leaves open it is
///         enough that the head may say what the base said. What the base did not know is not
///         rewritten; what a correction or a clarification of those very terms says is left out.
std::vector<Rewrite> rewrites_in(const PolicyMatch& match, const GateInput& input);

/// Returns the first day of which the newest terms of an item say something; of what nobody has dated, as
/// a plan in short, that is the newest day that the policy states.
std::optional<PartialDate> first_day_known(const Item& item, const PolicyView& policy);

/// Returns the day on which the newest source of some terms was read.
std::optional<PartialDate> newest_reading_day(const Item& terms, const PolicyView& policy);

}  // namespace simrules
