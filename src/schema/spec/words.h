#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// The words that a pattern names: `^(a|b)$` has a and b, `^(all)$` has all.
/// Shape: `others` tells that it allows more than these, as `^(unknown|[0-9]{4})$` does.
struct PatternWords {
  std::vector<std::string> words;
  bool others = false;
};

/// Reads the words of a pattern; none where none of its alternatives is a word.
PatternWords words_of_pattern(std::string_view pattern);

/// Lists the words that a schema allows by its `enum`, `const` or pattern, in the schema's order.
/// Shape: strings only; `has_other_texts` tells whether it allows more.
std::vector<std::string> words_of(const nlohmann::json& node);

/// Tells whether a schema allows texts beside the words that its pattern names.
bool has_other_texts(const nlohmann::json& node);

/// Lists the types that a schema allows: of `type`, else those of the values of `enum` or `const`.
std::vector<std::string> types_of(const nlohmann::json& node);

/// Tells whether a schema allows a type by its `type`.
bool allows_type(const nlohmann::json& node, std::string_view type);

/// Names the JSON type of a value as `type` does; whole numbers are `integer`.
std::string_view type_name(const nlohmann::json& value);

}  // namespace simrules
