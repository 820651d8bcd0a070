#pragma once

#include <compare>

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Orders two amounts by size, after converting units that have a factor.
/// Shape: unordered when the units do not convert or when anything beside value and unit differs.
std::partial_ordering compare_quantities(const FieldSpec& spec,
                                         const nlohmann::json& base,
                                         const nlohmann::json& head);

}  // namespace simrules
