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

/// Tells whether the items of a list are known by an id, so that one can get another; other keys,
/// such as what a validity is of, are values.
bool has_ids(const FieldSpec& list);

/// Tells whether two values say the same: sets in any order, keyed items in any order, amounts in
/// any unit.
/// Shape: a null pointer is an absent value.
bool same(const FieldSpec& spec, const nlohmann::json* base, const nlohmann::json* head);

}  // namespace simrules
