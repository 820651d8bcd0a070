#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/lint/keyword.h"
#include "schema/lint/vocabulary.h"
#include "schema/reference.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

/// Refuses properties that a condition introduces: comparing and labelling would not see them.
void lint_condition(SchemaLint& lint,
                    const json& written,
                    const std::string& written_at,
                    const json* field) {
  const ResolvedSchema place = resolve_at(lint.document.value, written, written_at);
  const json& node = *place.node;
  const json& known = resolve(lint.document.value, *field);
  const json fields = known.value("properties", json::object());
  const auto properties = node.find("properties");
  if (properties != node.end()) {
    for (const auto& [name, child] : properties->items()) {
      const std::string at = pointer_join(pointer_join(place.pointer, "properties"), name);
      const auto main = fields.find(name);
      if (main != fields.end()) {
        lint_condition(lint, child, at, &*main);
      } else if (!known.contains("additionalProperties") ||
                 !known.at("additionalProperties").is_object()) {
        lint.key_error(
            "schema-field-in-condition",
            at,
            fmt::format("the condition introduces the field {}", quoted(name)),
            "declare it in `properties` of the object; conditions may only constrain it");
      }
    }
  }
  for (const Subschema& child : subschemas(node, place.pointer)) {
    if (child.keyword == "properties" || child.keyword == "definitions") continue;
    const json* inner =
        child.keyword == "items" && known.contains("items") ? &known.at("items") : field;
    lint_condition(lint, *child.node, child.pointer, inner);
  }
}

bool is_shape(const json& branch) {
  return branch.contains("properties") || branch.contains("additionalProperties") ||
         allows_type(branch, "object");
}

/// Refuses a choice between shapes of objects: a finding in it cannot tell which shape was meant.
void lint_shapes(SchemaLint& lint, const json& written, const std::string& written_at) {
  const ResolvedSchema place = resolve_at(lint.document.value, written, written_at);
  for (const Subschema& child : subschemas(*place.node, place.pointer)) {
    const std::string_view keyword = child.keyword;
    if (keyword == "allOf" || keyword == "then" || keyword == "else")
      lint_shapes(lint, *child.node, child.pointer);
    const bool choice = keyword == "anyOf" || keyword == "oneOf";
    if (!choice || !is_shape(resolve(lint.document.value, *child.node))) continue;
    lint.value_error(
        "schema-shape-union",
        child.pointer,
        fmt::format("`{}` chooses between shapes of objects", keyword),
        "tell the shapes apart by a field and constrain the others with `if` and `then`");
  }
}

}  // namespace

void lint_conditions(SchemaLint& lint, const std::string& pointer, const json& node) {
  lint_shapes(lint, node, pointer);
  if (!lint.ok) return;
  for (const Subschema& child : subschemas(node, pointer)) {
    const std::string_view keyword = child.keyword;
    const bool field =
        keyword == "properties" || keyword == "items" || keyword == "additionalProperties";
    if (!field && keyword != "definitions") lint_condition(lint, *child.node, child.pointer, &node);
  }
}

}  // namespace simrules
