#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Returns the text of a schema compiled into the binary, by its name without `.schema.json`; empty
/// if there is none.
std::string_view embedded_schema(std::string_view name);

/// Lists the names of the embedded schemas, sorted.
std::vector<std::string> embedded_schema_names();

}  // namespace simrules
