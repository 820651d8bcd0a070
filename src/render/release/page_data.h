#pragma once

#include <nlohmann/json_fwd.hpp>

#include "release/release.h"

namespace simrules {

/// Lists the countries of a catalog with their policies, rules and evidence, as the template of the report takes them.
/// Shape: countries by name, sellers without a home country last; texts are not escaped, addresses are https ones.
nlohmann::json country_data(const Catalog& catalog, const PolicySchema& schema);

}  // namespace simrules
