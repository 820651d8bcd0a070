#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Finds a member of an object; null where it has none, and for what is no object.
const nlohmann::json* find_member(const nlohmann::json& object, std::string_view name);

/// Returns a member of an object; JSON's null where it has none, and for what is no object.
const nlohmann::json& member_of(const nlohmann::json& object, std::string_view name);

/// Returns what a string says; empty for what is none, and for nothing at all.
/// Shape: valid as long as the value.
std::string_view text_or_empty(const nlohmann::json* value);

/// Returns what a member says that is a string; empty where there is none.
/// Shape: valid as long as the object.
std::string_view text_at(const nlohmann::json& object, std::string_view name);

}  // namespace simrules
