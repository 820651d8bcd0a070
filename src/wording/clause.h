#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "diff/change.h"
#include "wording/place.h"

namespace simrules {

/// What a set lost and gained.
struct SetChange {
  nlohmann::json lost;
  nlohmann::json gained;
};

/// Returns what a set lost and gained, absence being what it states; nothing for what is no set.
std::optional<SetChange> set_change(const Change& change, const PolicySchema& schema);

/// Tells whether our data changed and not what the carrier does.
bool is_ours(const Change& change, const PolicySchema& schema);

/// Names what came or went as a whole, `rule-introduced`, `item-removed`; empty for a change inside.
std::string whole_of(const Change& change, const PolicySchema& schema);

/// Tells whether a whole rule came or went.
bool is_whole_rule(const Change& change);

/// Chooses the template that says what happened; empty where the schema has none.
std::string clause_template(const Change& change, const Phrasing& phrasing);

}  // namespace simrules
