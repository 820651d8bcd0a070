#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "render/release/tables/machine_tables.h"
#include "render/release/tables/rows.h"
#include "render/release/tables/rules_csv.h"

namespace simrules {

/// Describe tables as a Data Package does: of rules.ndjson, of those that people read, and of the CSV
/// files for programs, whose foreign keys name resources.
/// Source: Table Schema 2.0.
nlohmann::json ndjson_table_schema(const std::vector<RuleColumn>& columns);
nlohmann::json readable_table_schema(const std::vector<ReadableColumn>& columns);
nlohmann::json machine_table_schema(const MachineTable& table);

}  // namespace simrules
