#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace simrules {

/// Returns the JSON Pointer of a local reference (`#/definitions/a` gives `/definitions/a`),
/// percent-decoded; nothing for a reference to another document or to an anchor.
/// Source: RFC 6901, section 6.
std::optional<std::string> reference_pointer(const std::string& reference);

/// Returns the value at a JSON Pointer, or nullptr.
const nlohmann::json* find_value(const nlohmann::json& root, const std::string& pointer);

/// Follows the `$ref`s of a linted schema until a schema that is none.
const nlohmann::json& resolve(const nlohmann::json& root, const nlohmann::json& node);

/// A schema and where it stands after its references have been followed.
struct ResolvedSchema {
  const nlohmann::json* node;
  std::string pointer;
};

/// Follows the `$ref`s of a linted schema and keeps the place of what they lead to.
ResolvedSchema resolve_at(const nlohmann::json& root,
                          const nlohmann::json& node,
                          const std::string& pointer);

}  // namespace simrules
