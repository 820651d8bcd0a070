#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace simrules {

/// Explains the fields of a name, such as `limits` or `fees.price`: what each means, its words, an
/// example, and what its absence says.
/// Shape: fields of one definition are one entry with all places; empty if there is no such field.
std::string field_text(const PolicySchema& schema, std::string_view name);

/// Lists the names of all fields.
std::vector<std::string> field_names(const PolicySchema& schema);

}  // namespace simrules
