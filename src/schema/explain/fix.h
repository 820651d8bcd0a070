#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schema/explain/walk.h"

namespace simrules {

/// Proposes another word for the value that the walk stands at; safe if no other candidate is as near.
WayOut other_word(const Walk& walk,
                  const std::string& word,
                  const std::string& proposed,
                  const std::vector<std::string>& candidates);

/// Proposes another name for a member of the object that the walk stands at.
WayOut other_key(const Walk& walk,
                 const std::string& key,
                 const std::string& proposed,
                 const std::vector<std::string>& candidates);

/// Proposes a text of which only a person knows whether it is meant.
WayOut other_text(const Walk& walk, const std::string& proposed);

/// Proposes to write the value that the walk stands at in another way, which means the same.
WayOut other_notation(const Walk& walk, std::string help, const std::string& notation);

/// Writes the value that the walk stands at as the only item of a list.
std::string as_list(const Walk& walk, const nlohmann::json& value);

/// Proposes to remove an item of the list that the walk stands at.
/// Shape: there is no fix where a comment would go with the item.
WayOut removal(const Walk& walk, std::size_t index);

}  // namespace simrules
