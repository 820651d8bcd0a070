#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/schema.h"

namespace simrules {

/// Returns a schema that is compiled in, by its name without `.schema.json`, under the path by which
/// messages name it. It was linted when the program was built and is not linted again.
/// Shape: its document has no places; nothing is returned for a name that is none.
std::optional<Schema> built_in_schema(std::string_view name, std::string path);

/// Returns how messages name a schema that is compiled in.
std::string built_in_path(std::string_view name);

}  // namespace simrules
