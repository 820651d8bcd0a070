#include "schema/lint/keyword.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/pointer.h"

namespace simrules {

namespace {

using Shape = KeywordShape;

// Source: JSON Schema draft-07, without what our validator ignores or gets wrong, and with the
// annotations of the YAML language server.
constexpr std::array kKeywords = {
    Keyword{"$schema", Shape::kDialect, false},
    Keyword{"$id", Shape::kText, false},
    Keyword{"$ref", Shape::kReference, true},
    Keyword{"$comment", Shape::kText, false},
    Keyword{"title", Shape::kText, false},
    Keyword{"description", Shape::kText, false},
    Keyword{"markdownDescription", Shape::kText, false},
    Keyword{"default", Shape::kAny, false},
    Keyword{"examples", Shape::kList, false},
    Keyword{"enumDescriptions", Shape::kTexts, false},
    Keyword{"markdownEnumDescriptions", Shape::kTexts, false},
    Keyword{"defaultSnippets", Shape::kList, false},
    Keyword{"errorMessage", Shape::kText, false},
    Keyword{"patternErrorMessage", Shape::kText, false},
    Keyword{"deprecationMessage", Shape::kText, false},
    Keyword{"doNotSuggest", Shape::kFlag, false},
    Keyword{"readOnly", Shape::kFlag, false},
    Keyword{"format", Shape::kFormat, false},
    Keyword{"definitions", Shape::kSchemaMap, true},
    Keyword{"type", Shape::kTypes, true},
    Keyword{"enum", Shape::kValues, true},
    Keyword{"const", Shape::kAny, true},
    Keyword{"properties", Shape::kSchemaMap, true},
    Keyword{"required", Shape::kNames, true},
    Keyword{"additionalProperties", Shape::kSchemaOrFlag, true},
    Keyword{"dependencies", Shape::kDependencies, true},
    Keyword{"minProperties", Shape::kCount, true},
    Keyword{"maxProperties", Shape::kCount, true},
    Keyword{"items", Shape::kSchema, true},
    Keyword{"minItems", Shape::kCount, true},
    Keyword{"maxItems", Shape::kCount, true},
    Keyword{"uniqueItems", Shape::kFlag, true},
    Keyword{"minLength", Shape::kCount, true},
    Keyword{"maxLength", Shape::kCount, true},
    Keyword{"pattern", Shape::kPattern, true},
    Keyword{"minimum", Shape::kNumber, true},
    Keyword{"maximum", Shape::kNumber, true},
    Keyword{"exclusiveMinimum", Shape::kNumber, true},
    Keyword{"exclusiveMaximum", Shape::kNumber, true},
    Keyword{"allOf", Shape::kSchemaList, true},
    Keyword{"anyOf", Shape::kSchemaList, true},
    Keyword{"oneOf", Shape::kSchemaList, true},
    Keyword{"not", Shape::kSchema, true},
    Keyword{"if", Shape::kSchema, true},
    Keyword{"then", Shape::kSchema, true},
    Keyword{"else", Shape::kSchema, true},
};

constexpr const char* kLaterDraft =
    "it belongs to another draft of JSON Schema; this tool reads draft-07";
constexpr const char* kUnionHelp = "list the types in `type`: [\"integer\", \"null\"]";

constexpr std::array kRefused = {
    RefusedKeyword{"propertyNames",
                   "list the names in `properties`, or give the map's keys an `x-key-format`"},
    RefusedKeyword{"patternProperties",
                   "list the names in `properties`, or use `additionalProperties`"},
    RefusedKeyword{
        "multipleOf",
        "store whole numbers of a smaller unit and bound them with `minimum` and `maximum`"},
    RefusedKeyword{"contains", "describe every item with `items`"},
    RefusedKeyword{"additionalItems", "describe every item with one schema in `items`"},
    RefusedKeyword{"contentEncoding", "no validator checks it; use `pattern`"},
    RefusedKeyword{"contentMediaType", "no validator checks it; use `pattern`"},
    RefusedKeyword{"writeOnly", "leave it out; nothing reads it"},
    RefusedKeyword{"nullable", kUnionHelp},
    RefusedKeyword{"id", "draft-07 names a schema with `$id`, at the root"},
    RefusedKeyword{"extends", "draft-07 has `allOf`"},
    RefusedKeyword{"disallow", "draft-07 has `not`"},
    RefusedKeyword{"divisibleBy", kLaterDraft},
    RefusedKeyword{"$defs", "draft-07 has `definitions`"},
    RefusedKeyword{"dependentRequired", "draft-07 has `dependencies`"},
    RefusedKeyword{"dependentSchemas", "draft-07 has `dependencies`"},
    RefusedKeyword{"prefixItems", kLaterDraft},
    RefusedKeyword{"unevaluatedItems", kLaterDraft},
    RefusedKeyword{"unevaluatedProperties",
                   "draft-07 has `additionalProperties`, which sees `properties` beside it"},
    RefusedKeyword{"minContains", kLaterDraft},
    RefusedKeyword{"maxContains", kLaterDraft},
    RefusedKeyword{"contentSchema", kLaterDraft},
    RefusedKeyword{"deprecated", "say it in `deprecationMessage`"},
    RefusedKeyword{"$anchor", "refer to `#/definitions/...`"},
    RefusedKeyword{"$dynamicAnchor", kLaterDraft},
    RefusedKeyword{"$dynamicRef", kLaterDraft},
    RefusedKeyword{"$recursiveAnchor", kLaterDraft},
    RefusedKeyword{"$recursiveRef", kLaterDraft},
    RefusedKeyword{"$vocabulary", kLaterDraft},
};

template <typename Table>
auto find_row(const Table& table, std::string_view name) -> decltype(table.data()) {
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.name == name; });
  return row == table.end() ? nullptr : &*row;
}

void append_map(const nlohmann::json& map,
                const std::string& pointer,
                std::string_view keyword,
                std::vector<Subschema>& out) {
  if (!map.is_object()) return;
  for (const auto& [name, node] : map.items()) {
    // A dependency may be a list of names instead of a schema.
    if (node.is_object()) out.push_back({&node, pointer_join(pointer, name), keyword});
  }
}

void append_list(const nlohmann::json& list,
                 const std::string& pointer,
                 std::string_view keyword,
                 std::vector<Subschema>& out) {
  if (!list.is_array()) return;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].is_object()) out.push_back({&list[i], pointer_join(pointer, i), keyword});
  }
}

}  // namespace

const Keyword* find_keyword(std::string_view name) { return find_row(kKeywords, name); }

const RefusedKeyword* find_refused_keyword(std::string_view name) {
  return find_row(kRefused, name);
}

std::vector<std::string> keyword_names() {
  std::vector<std::string> names;
  names.reserve(kKeywords.size());
  for (const Keyword& keyword : kKeywords) names.emplace_back(keyword.name);
  return names;
}

bool is_whole_number(const nlohmann::json& value) {
  if (value.is_number_integer()) return true;
  constexpr double kExact = 9007199254740992.0;
  if (!value.is_number_float()) return false;
  const double number = value.get<double>();
  return std::trunc(number) == number && std::fabs(number) <= kExact;
}

std::vector<Subschema> subschemas(const nlohmann::json& node, const std::string& pointer) {
  std::vector<Subschema> out;
  if (!node.is_object()) return out;
  for (const auto& [name, value] : node.items()) {
    const Keyword* keyword = find_keyword(name);
    if (keyword == nullptr) continue;
    const std::string here = pointer_join(pointer, name);
    switch (keyword->shape) {
      case Shape::kSchema:
      case Shape::kSchemaOrFlag:
        if (value.is_object()) out.push_back({&value, here, keyword->name});
        break;
      case Shape::kSchemaMap:
      case Shape::kDependencies:
        append_map(value, here, keyword->name, out);
        break;
      case Shape::kSchemaList:
        append_list(value, here, keyword->name, out);
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace simrules
