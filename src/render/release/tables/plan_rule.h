#pragma once

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Returns a rule as it holds for one plan.
/// Shape:  a word that stands for a value of the plan (`x-plan-values`) is replaced where the plan
///         states one; an item that names other plans alone is left out, or null where it is no item
///         of a list. Without a plan the rule stays as it is.
nlohmann::json resolved_rule(const nlohmann::json& rule,
                             const FieldSpec& spec,
                             const nlohmann::json& policy,
                             const nlohmann::json& plan);

}  // namespace simrules
