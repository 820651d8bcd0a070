#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace simrules {

/// What the value of a keyword of draft-07 is.
enum class PlaceOfSchemas {
  kNone,       // no schema
  kSchema,     // one
  kList,       // a list of them
  kMap,        // a map of them
  kItems,      // one, or a list
  kNamesOrMap  // a map of them and of lists of names
};

/// A keyword of draft-07 that decides something.
/// Shape: `types` are those that its value may have, as `check_value` of the lint reads them.
struct DraftKeyword {
  std::string_view name;
  PlaceOfSchemas part;
  std::string_view types;
};

/// Lists the keywords of draft-07 that decide something.
/// Source: JSON Schema Validation draft-07.
std::span<const DraftKeyword> draft_keywords();

/// Returns the one of a name, or nullptr.
const DraftKeyword* find_draft_keyword(std::string_view name);

/// Visits the schemas directly inside a schema, with their pointers from it.
void for_each_part(const nlohmann::json& schema,
                   const std::function<void(const nlohmann::json&, const std::string&)>& visit);

}  // namespace simrules
