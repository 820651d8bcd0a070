#include "release/contents/explicit_nulls.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "release/contents/schema_tree.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPast = "past";
constexpr const char* kNothingStated = "Nothing is stated.";

/// Tells whether the keys of an object are data, as languages are, and not fields.
bool is_map(const json& node) {
  const auto others = node.find("additionalProperties");
  return others != node.end() && others->is_object();
}

void allow_null(json& node) {
  if (const auto type = node.find("type"); type != node.end()) {
    if (type->is_string()) *type = json::array({*type});
    type->push_back(kNull);
  }
  if (const auto words = node.find("enum"); words != node.end()) {
    words->push_back(nullptr);
    if (node.contains("enumDescriptions")) node["enumDescriptions"].push_back(kNothingStated);
  }
}

/// Lets a list be empty where that is what absence states: authors leave it out, a dataset does not.
void allow_what_absence_states(json& node) {
  if (node.is_object() && node.value("x-absent", json()) == json::array()) node.erase("minItems");
}

/// Tells whether an object holds only what was different at another time: there absence states nothing
/// of its own.
bool is_partial(const json& node) { return node.value("x-area", "") == kPast; }

/// Returns what the absence of a member states; nullptr where it states nothing.
const json* stated_by_absence(const json& object, const json& field, const json& definitions) {
  if (is_partial(object)) return nullptr;
  const json* node = resolve_local(&field, definitions);
  if (node == nullptr) return nullptr;
  const auto absent = node->find("x-absent");
  return absent == node->end() || absent->is_null() ? nullptr : &*absent;
}

using Names = std::set<std::string>;

/// Makes a condition ask for what is stated, now that every key is there.
void ask_for_values(json& branch, const Names& nullable) {
  const json required = branch.value("required", json::array());
  if (json* constrained = object_member(branch, "properties")) {
    for (auto& [name, field] : constrained->items()) {
      if (nullable.contains(name) && !list_contains(required, name)) allow_null(field);
    }
  }
  for (const json& name : required) {
    if (!nullable.contains(name.get<std::string>())) continue;
    json& field = branch["properties"][name.get<std::string>()];
    if (!field.contains("type")) field["type"] = stated_types();
  }
}

/// Gives a field its own copy of what it shares with the member of a definition: what is asked of the
/// one is not asked of the other.
void copy_shared(json& node, const json& definitions) {
  const auto reference = node.find("$ref");
  if (reference != node.end() && local_name(*reference).find('/') != std::string::npos) {
    node = json(*resolve_local(&node, definitions));
  }
  for (json* child : field_schemas(node)) copy_shared(*child, definitions);
}

void require_keys(json& node, const json& definitions, Names& copies) {
  allow_what_absence_states(node);
  for (json* child : field_schemas(node)) require_keys(*child, definitions, copies);
  json* properties = object_member(node, "properties");
  if (properties == nullptr || is_map(node)) return;
  const json required = node.value("required", json::array());
  Names nullable;
  json optional = json::array();
  for (auto& [name, field] : properties->items()) {
    if (list_contains(required, name)) continue;
    optional.push_back(name);
    if (stated_by_absence(node, field, definitions) != nullptr) continue;
    let_be_null(field, copies);
    nullable.insert(name);
  }
  if (optional.empty()) return;
  for (const json& name : optional) node["required"].push_back(name);
  node[kOptional] = std::move(optional);
  for (json* branch : condition_branches(node)) ask_for_values(*branch, nullable);
}

/// Tells whether authors may leave a key out: every key is required of a dataset, whose schema lists
/// those that were not.
bool is_optional(const json& node, const std::string& name) {
  const auto optional = node.find(kOptional);
  return optional != node.end() ? list_contains(*optional, name)
                                : !list_contains(node.value("required", json::array()), name);
}

/// Visits the fields that authors may leave out of an object, with what their absence states, or
/// nullptr.
template <typename Visit>
void for_each_optional(const json& value,
                       const json& node,
                       const json& definitions,
                       const Visit& visit) {
  const auto properties = node.find("properties");
  if (!value.is_object() || properties == node.end() || is_map(node)) return;
  for (const auto& [name, field] : properties->items()) {
    if (is_optional(node, name)) visit(name, stated_by_absence(node, field, definitions));
  }
}

/// Visits what is inside a value together with the schema of it, where one is declared.
template <typename Visit>
void for_each_member(json& value, const json& node, const Visit& visit) {
  if (value.is_array() && node.contains("items")) {
    for (json& item : value) visit(item, node.at("items"));
  }
  if (!value.is_object()) return;
  const auto properties = node.find("properties");
  for (auto& [name, member] : value.items()) {
    const bool declared = properties != node.end() && properties->contains(name);
    if (declared) visit(member, properties->at(name));
    if (!declared && is_map(node)) visit(member, node.at("additionalProperties"));
  }
}

}  // namespace

void require_explicit_nulls(json& definitions) {
  Names wanted;
  // What absence states is looked up in the definitions as the author wrote them.
  const json written = definitions;
  for (json& definition : definitions) copy_shared(definition, written);
  for (json& definition : definitions) require_keys(definition, written, wanted);
  add_nullable_copies(definitions, std::move(wanted));
}

void let_be_null(json& field, Names& wanted) {
  const auto reference = field.find("$ref");
  if (reference == field.end()) return allow_null(field);
  wanted.insert(local_name(*reference));
  *reference = reference->get<std::string>().append(kOrNull);
}

void add_nullable_copies(json& definitions, Names wanted) {
  Names done;
  while (!wanted.empty()) {
    const std::string name = *wanted.begin();
    wanted.erase(wanted.begin());
    if (!done.insert(name).second) continue;
    json copy = definitions.at(name);
    let_be_null(copy, wanted);
    definitions[std::string(name).append(kOrNull)] = std::move(copy);
  }
}

void add_explicit_nulls(json& value, const json& schema, const json& definitions) {
  const json* node = resolve_local(&schema, definitions);
  if (node == nullptr) return;
  for_each_optional(value, *node, definitions, [&](const std::string& name, const json* stated) {
    if (!value.contains(name)) value[name] = stated == nullptr ? json() : *stated;
  });
  for_each_member(value, *node, [&](json& member, const json& field) {
    add_explicit_nulls(member, field, definitions);
  });
}

void drop_explicit_nulls(json& value, const json& schema, const json& definitions) {
  const json* node = resolve_local(&schema, definitions);
  if (node == nullptr) return;
  for_each_optional(value, *node, definitions, [&](const std::string& name, const json* stated) {
    const auto member = value.find(name);
    if (member == value.end()) return;
    if (member->is_null() || (stated != nullptr && *member == *stated)) value.erase(member);
  });
  for_each_member(value, *node, [&](json& member, const json& field) {
    drop_explicit_nulls(member, field, definitions);
  });
}

}  // namespace simrules
