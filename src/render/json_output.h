#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Writes a value as all JSON that we emit is written: UTF-8, keys sorted, two spaces, a final
/// newline. Shape: bytes that are not UTF-8, which a diagnostic may quote, become U+FFFD.
std::string json_output(const nlohmann::json& value);

}  // namespace simrules
