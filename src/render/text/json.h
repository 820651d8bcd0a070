#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Writes the JSON of a report that may be shown in a terminal or in a runner's log.
/// Shape: as json_text(), with what acts there written as JSON escapes, which read as the same
///        text: control and invisible characters, and the `##[` that starts a runner's command.
std::string log_safe_json(const nlohmann::json& value);

}  // namespace simrules
