#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// What the value of a schema keyword must look like.
enum class KeywordShape {
  kAny,
  kText,
  kFlag,
  kCount,
  kNumber,
  kList,
  kTexts,
  kNames,
  kValues,
  kTypes,
  kPattern,
  kFormat,
  kReference,
  kDialect,
  kDependencies,
  kSchema,
  kSchemaOrFlag,
  kSchemaMap,
  kSchemaList
};

/// A keyword that schemas may use.
/// Shape: `asserts` is false for annotations, which no verdict depends on.
struct Keyword {
  std::string_view name;
  KeywordShape shape;
  bool asserts;
};

/// A keyword that is known but refused, with the way out.
struct RefusedKeyword {
  std::string_view name;
  const char* help;
};

/// Returns the row of a keyword, or nullptr; keywords of our own (`x-...`) have none.
const Keyword* find_keyword(std::string_view name);
const RefusedKeyword* find_refused_keyword(std::string_view name);

/// Lists the names of all keywords that schemas may use.
std::vector<std::string> keyword_names();

/// Tells whether a keyword is one of our own.
inline bool is_own_keyword(std::string_view name) { return name.substr(0, 2) == "x-"; }

/// Tells whether a JSON number is a whole one, written as `2` or `2.0`.
bool is_whole_number(const nlohmann::json& value);

/// A schema directly inside another one.
/// Shape: `keyword` holds it; `pointer` is its place in the schema document.
struct Subschema {
  const nlohmann::json* node;
  std::string pointer;
  std::string_view keyword;
};

/// Lists the schemas directly inside a schema, those of `definitions` included.
/// Shape: values of the wrong type are left out.
std::vector<Subschema> subschemas(const nlohmann::json& node, const std::string& pointer);

}  // namespace simrules
