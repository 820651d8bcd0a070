#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Returns the value, or what its absence states (`x-absent`); null where absence states nothing.
const nlohmann::json* stated(const FieldSpec& spec, const nlohmann::json* value);

/// Maps the key of each item to its index.
/// Shape: nothing when an item has no such key or two items share one; such a list has no order to
///        match by.
std::optional<std::map<std::string, std::size_t>> index_items(const nlohmann::json& list,
                                                              const std::string& key);

/// Tells whether two values say the same: sets in any order, keyed items in any order, amounts in
/// any unit.
/// Shape: a null pointer is an absent value.
bool same(const FieldSpec& spec, const nlohmann::json* base, const nlohmann::json* head);

/// Lists the siblings that `x-within` names and that do not say the same on both sides.
std::vector<std::string> disagreeing_siblings(const FieldSpec& spec,
                                              const FieldSpec& parent,
                                              const nlohmann::json& base_parent,
                                              const nlohmann::json& head_parent);

}  // namespace simrules
