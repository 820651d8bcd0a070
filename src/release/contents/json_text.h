#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Writes a value as all JSON that we emit is written: UTF-8, keys sorted, two spaces, a final
/// newline.
/// Shape: the value holds valid UTF-8, as everything does that our readers let pass.
std::string json_text(const nlohmann::json& value);

/// Writes a value for programs, in one line.
std::string compact_json_text(const nlohmann::json& value);

/// Writes an object for programs that has long lists: each member, and each item of a list that is a
/// member, in a line of its own, so that people can tell what differs.
std::string lines_text(const nlohmann::json& object);

}  // namespace simrules
