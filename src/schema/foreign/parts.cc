#include "schema/foreign/parts.h"

#include <algorithm>
#include <iterator>

#include "base/pointer.h"

namespace simrules {

namespace {

constexpr DraftKeyword kDraftKeywords[] = {
    {"$ref", PlaceOfSchemas::kNone, "text"},
    {"additionalItems", PlaceOfSchemas::kSchema, "schema"},
    {"additionalProperties", PlaceOfSchemas::kSchema, "schema"},
    {"allOf", PlaceOfSchemas::kList, "schemas"},
    {"anyOf", PlaceOfSchemas::kList, "schemas"},
    {"const", PlaceOfSchemas::kNone, "any"},
    {"contains", PlaceOfSchemas::kSchema, "schema"},
    {"definitions", PlaceOfSchemas::kMap, "map"},
    {"dependencies", PlaceOfSchemas::kNamesOrMap, "map"},
    {"else", PlaceOfSchemas::kSchema, "schema"},
    {"enum", PlaceOfSchemas::kNone, "list"},
    {"exclusiveMaximum", PlaceOfSchemas::kNone, "number"},
    {"exclusiveMinimum", PlaceOfSchemas::kNone, "number"},
    {"format", PlaceOfSchemas::kNone, "text"},
    {"if", PlaceOfSchemas::kSchema, "schema"},
    {"items", PlaceOfSchemas::kItems, "schema or schemas"},
    {"maxItems", PlaceOfSchemas::kNone, "count"},
    {"maxLength", PlaceOfSchemas::kNone, "count"},
    {"maxProperties", PlaceOfSchemas::kNone, "count"},
    {"maximum", PlaceOfSchemas::kNone, "number"},
    {"minItems", PlaceOfSchemas::kNone, "count"},
    {"minLength", PlaceOfSchemas::kNone, "count"},
    {"minProperties", PlaceOfSchemas::kNone, "count"},
    {"minimum", PlaceOfSchemas::kNone, "number"},
    {"multipleOf", PlaceOfSchemas::kNone, "divisor"},
    {"not", PlaceOfSchemas::kSchema, "schema"},
    {"oneOf", PlaceOfSchemas::kList, "schemas"},
    {"pattern", PlaceOfSchemas::kNone, "pattern"},
    {"patternProperties", PlaceOfSchemas::kMap, "map of patterns"},
    {"properties", PlaceOfSchemas::kMap, "map"},
    {"propertyNames", PlaceOfSchemas::kSchema, "schema"},
    {"required", PlaceOfSchemas::kNone, "names"},
    {"then", PlaceOfSchemas::kSchema, "schema"},
    {"type", PlaceOfSchemas::kNone, "types"},
    {"uniqueItems", PlaceOfSchemas::kNone, "flag"},
};
static_assert(std::ranges::is_sorted(kDraftKeywords, {}, &DraftKeyword::name));

}  // namespace

std::span<const DraftKeyword> draft_keywords() { return kDraftKeywords; }

const DraftKeyword* find_draft_keyword(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kDraftKeywords, name, {}, &DraftKeyword::name);
  return found != std::end(kDraftKeywords) && found->name == name ? found : nullptr;
}

void for_each_part(const nlohmann::json& schema,
                   const std::function<void(const nlohmann::json&, const std::string&)>& visit) {
  if (!schema.is_object()) return;
  for (const DraftKeyword& keyword : draft_keywords()) {
    const auto found = schema.find(keyword.name);
    if (found == schema.end() || keyword.part == PlaceOfSchemas::kNone) continue;
    const std::string pointer = pointer_join("", std::string(keyword.name));
    const bool is_one = keyword.part == PlaceOfSchemas::kSchema ||
                        (keyword.part == PlaceOfSchemas::kItems && !found->is_array());
    if (is_one) {
      visit(*found, pointer);
    } else if (found->is_array()) {
      for (std::size_t i = 0; i < found->size(); ++i) visit((*found)[i], pointer_join(pointer, i));
    } else if (found->is_object()) {
      for (const auto& [name, part] : found->items()) {
        const bool is_names = keyword.part == PlaceOfSchemas::kNamesOrMap && part.is_array();
        if (!is_names) visit(part, pointer_join(pointer, name));
      }
    }
  }
}

}  // namespace simrules
