#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// Reads a table of tests/schema; its rows patch the base.
nlohmann::json read_table(const std::string& name);

/// Lists the names of the tables.
std::vector<std::string> table_names();

/// Returns the base as a row changes it: by a merge patch, then by removing what it lists.
nlohmann::json patched(nlohmann::json base, const nlohmann::json& row);

/// Lists policies that conform to the schema: the base, the valid rows of the tables and what is
/// shipped.
std::vector<nlohmann::json> valid_policies();

/// Takes valid policies apart: each has the shortest of what every policy needs, and one entry of
/// one section.
std::vector<nlohmann::json> small_policies(const nlohmann::json& schema);

}  // namespace simrules
