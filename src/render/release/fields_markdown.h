#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Writes a page that describes every field of a schema: where it is, what it can hold, whether it
/// may be null, what stands there where nothing is stated, and what it means.
/// Shape: the schema has been linted; a section for each object that it defines, in the order in
///        which a reader meets them.
std::string fields_markdown(const nlohmann::json& schema);

}  // namespace simrules
