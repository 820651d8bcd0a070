#pragma once

#include <string>

#include "release/stored/index.h"

namespace simrules {

inline constexpr const char* kLatestName = "latest.json";
inline constexpr const char* kLatestSchemaName = "latest.schema.json";

/// Writes latest.json, which says where the newest release is.
/// Shape: schemas/latest.schema.json; the index lists a release.
std::string latest_file(const Index& index);

/// Write the schemas of what lies beside the releases, which are those that are compiled in.
std::string published_index_schema(const Index& index);
std::string published_latest_schema(const Index& index);

}  // namespace simrules
