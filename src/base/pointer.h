#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Appends one token to a JSON Pointer, escaped.
/// Source: RFC 6901, section 3.
std::string pointer_join(std::string_view parent, std::string_view token);
std::string pointer_join(std::string_view parent, std::size_t index);

/// Splits a JSON Pointer into its unescaped tokens; the root gives none.
std::vector<std::string> pointer_split(std::string_view pointer);

/// Cuts the last token off; the parent of the root is the root.
std::string pointer_parent(std::string_view pointer);

/// Returns the last token, unescaped; empty for the root.
std::string pointer_leaf(std::string_view pointer);

}  // namespace simrules
