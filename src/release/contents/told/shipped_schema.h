#pragma once

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Returns the dataset schema that a release ships: what a dataset tells (`DatasetDescription::told`)
/// without what only our tools and editors read, and without saying anything twice.
/// Shape: a schema that stands in several places is a definition, which takes its name from the first
///        field; formats are those of the standard.
nlohmann::json dataset_schema_of(nlohmann::json told);

}  // namespace simrules
