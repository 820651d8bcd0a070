#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// Returns the words of a pattern that allows nothing else: `^(a|b)$` gives a and b, `^(all)$`
/// gives all.
std::optional<std::vector<std::string>> words_of_pattern(std::string_view pattern);

/// Lists the words that a schema allows by its `enum`, `const` or pattern of words, in the schema's
/// order.
/// Shape: strings only; empty where the schema allows more than words.
std::vector<std::string> words_of(const nlohmann::json& node);

/// Lists the types that a schema allows: of `type`, else those of the values of `enum` or `const`.
std::vector<std::string> types_of(const nlohmann::json& node);

/// Tells whether a schema allows a type by its `type`.
bool allows_type(const nlohmann::json& node, std::string_view type);

/// Names the JSON type of a value as `type` does; whole numbers are `integer`.
std::string type_name(const nlohmann::json& value);

}  // namespace simrules
