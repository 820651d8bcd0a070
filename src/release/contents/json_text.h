#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Writes a value as all JSON that we emit is written: UTF-8, keys sorted, two spaces, a final
/// newline.
/// Shape: the value holds valid UTF-8, as everything does that our readers let pass.
std::string json_text(const nlohmann::json& value);

}  // namespace simrules
