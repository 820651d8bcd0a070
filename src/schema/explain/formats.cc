#include "base/member.h"
#include "schema/explain/walk.h"

namespace simrules {

namespace {

using nlohmann::json;

void look_into(Walk& walk, const json& schema, PathStep step, const json& value) {
  walk.path.push_back(step);
  walk_formats(walk, schema, value);
  walk.path.pop_back();
}

void look_into_items(Walk& walk, const Spot& spot) {
  if (spot.node.items == nullptr) return;
  for (std::size_t i = 0; i < spot.value.size(); ++i)
    look_into(walk, *spot.node.items, {nullptr, i}, spot.value[i]);
}

void look_into_members(Walk& walk, const Spot& spot) {
  const SchemaNode& node = spot.node;
  for (const auto& [key, value] : spot.value.get_ref<const json::object_t&>()) {
    const json* schema = node.properties == nullptr ? nullptr : find_member(*node.properties, key);
    if (schema == nullptr) schema = node.additional;
    if (schema != nullptr) look_into(walk, *schema, {&key, 0}, value);
    check_key_format(walk, spot, key);
  }
  if (node.dependencies == nullptr) return;
  for (const auto& [key, dependency] : node.dependencies->items()) {
    if (spot.value.contains(key)) walk_formats(walk, dependency, spot.value);
  }
}

}  // namespace

void walk_formats(Walk& walk, const json& schema, const json& value) {
  if (!schema.is_object()) return;
  const Spot spot{walk.index.node(schema), value};
  if (!walk.index.has_formats(spot.node)) return;
  if (value.is_string()) check_format(walk, spot, value.get_ref<const std::string&>());
  if (value.is_array()) look_into_items(walk, spot);
  if (value.is_object()) look_into_members(walk, spot);
  if (spot.node.all_of != nullptr) {
    for (const json& part : *spot.node.all_of) walk_formats(walk, part, value);
  }
  const auto asks = [&](const json* part) {
    return part != nullptr && walk.index.has_formats(walk.index.node(*part));
  };
  if (asks(spot.node.consequence) || asks(spot.node.alternative)) walk_condition(walk, spot);
}

std::vector<Diagnostic> explain_formats(SchemaIndex& index,
                                        const Document& document,
                                        const json& value) {
  std::vector<Violation> findings;
  Walk walk{index, document, &findings, {}, {}};
  walk_formats(walk, index.root(), value);
  return merge_findings(std::move(findings), document);
}

}  // namespace simrules
