#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Writes the place of a field in the policy schema as language files name it: its JSON Pointer
/// without what every pointer has. `/definitions/limit/properties/metric` is `limit/metric`,
/// `/properties/kind` is `policy/kind`, the items of a list are `[]` and the values of a map `*`.
/// Shape: no two fields have the same place, because no definition is called `policy`.
std::string field_place(std::string_view pointer);

/// Follows the references of a linted schema, and keeps the place of what they lead to.
const nlohmann::json& resolve_place(const nlohmann::json& root,
                                    const nlohmann::json& node,
                                    std::string& place);

}  // namespace simrules
