#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "render/release/tables/rows.h"

namespace simrules {

/// Describes rules.csv.
/// Source: Data Package 2.0, Table Schema.
nlohmann::json csv_table_schema(const std::vector<RuleColumn>& columns);

/// Describes rules.ndjson.
/// Shape:  a field that can be an object or a word is `any`.
/// Source: Data Package 2.0, Table Schema.
nlohmann::json ndjson_table_schema(const std::vector<RuleColumn>& columns);

}  // namespace simrules
