#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// Quotes a value as JSON writes it, a string without its quotes.
std::string shown_value(const nlohmann::json& value);

/// Names a value for a message by the last part of its pointer.
std::string name_at(const std::string& pointer);

/// Tells whether a value has a type of draft-07; `integer` takes 1.0, too.
bool has_type(const nlohmann::json& value, std::string_view type);

/// Lists values as people write them.
std::vector<std::string> listed(const nlohmann::json& list);

}  // namespace simrules
