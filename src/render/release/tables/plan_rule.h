#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Lists the ids of the plans that something in a dataset is for, in the order of the file: those that
/// it names, or all, without those that it excepts; all where it names none.
std::vector<std::string> plan_ids_of(const nlohmann::json& thing, const nlohmann::json& policy);

/// Returns a rule as it holds for one plan.
/// Shape:  a quantity whose kind stands for a value of the plan (`x-plan-values`) is replaced where the
///         plan states one; an item that names other plans alone is left out, or null where it is no item
///         of a list. Without a plan the rule stays as it is.
nlohmann::json resolved_rule(const nlohmann::json& rule,
                             const FieldSpec& spec,
                             const nlohmann::json& policy,
                             const nlohmann::json& plan);

}  // namespace simrules
