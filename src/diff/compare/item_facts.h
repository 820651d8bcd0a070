#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/policy.h"

namespace simrules {

/// Why and since when something differs, and which sources say so.
struct ItemFacts {
  std::string cause;
  nlohmann::json effective;
  std::vector<std::string> evidence;
};

/// Reads the facts of a change inside a rule, plan, zone or source.
/// Shape: cause and effective dates are told only where the head's revision is new, or its dates
///        are for an item without revisions; evidence is the head's, and the base's for what is
///        gone; an absent item is nothing. What differs between two days differs by the dates that
///        the carrier set.
ItemFacts facts_of(const Item& base, const Item& head, bool between_days);

}  // namespace simrules
