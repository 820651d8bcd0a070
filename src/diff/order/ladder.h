#pragma once

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "diff/order/rank.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Prices of one list that go together, for each holds up to another amount of data.
/// Shape: `ids` are those of the steps on both sides; `order` says how the head's price stands to the
///        base's as a function of use.
struct Ladder {
  std::set<std::string> ids;
  Order order = Order::kEqual;
};

/// Compares the prices of a list that step by use as one function of it each.
/// Shape: prices that differ in nothing but their step are of one ladder, and both sides have it, at
///        least one with several steps; beyond its last step a side has no price, which is the worst.
///        A ladder with a price or step that is not known, that cannot be measured, that stands twice,
///        or that leaves it for another is left out; and so is one that reaches further by a step of
///        its own, where `reach_is_news` says that it may have done so before.
std::vector<Ladder> compare_ladders(const FieldSpec& list,
                                    const nlohmann::json& base,
                                    const nlohmann::json& head,
                                    bool reach_is_news);

/// Tells whether a field of a step is one that its ladder is made of.
bool is_of_ladder(const std::string& field);

}  // namespace simrules
