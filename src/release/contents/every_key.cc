#include "release/contents/every_key.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "release/contents/schema_tree.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kOrNull = "_or_null";
constexpr const char* kOptional = "x-optional";
constexpr const char* kNull = "null";
constexpr const char* kNothingStated = "Nothing is stated.";

/// The types of everything but null: what a condition asks for where authors must write a key.
const json& stated_types() {
  static const json types = {"array", "boolean", "number", "object", "string"};
  return types;
}

bool contains(const json& list, const json& item) {
  return list.is_array() && std::find(list.begin(), list.end(), item) != list.end();
}

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

void refuse_null(json& node) {
  if (const auto type = node.find("type"); type != node.end() && contains(*type, kNull)) {
    type->erase(std::find(type->begin(), type->end(), json(kNull)));
    if (type->size() == 1) *type = json(type->front());
  }
  if (const auto words = node.find("enum"); words != node.end() && contains(*words, nullptr)) {
    words->erase(words->size() - 1);
    if (node.contains("enumDescriptions")) {
      node["enumDescriptions"].erase(node["enumDescriptions"].size() - 1);
    }
  }
}

/// Lets a list be empty where that is what absence states: authors leave it out, a dataset does not.
void allow_what_absence_states(json& node) {
  if (node.is_object() && node.value("x-absent", json()) == json::array()) node.erase("minItems");
}

/// Returns what absence states; nullptr where it states nothing.
const json* stated_by_absence(const json& field, const json& definitions) {
  const json* node = resolve_local(&field, definitions);
  if (node == nullptr) return nullptr;
  const auto absent = node->find("x-absent");
  return absent == node->end() || absent->is_null() ? nullptr : &*absent;
}

using Names = std::set<std::string>;

/// Lets a field be null; `copies` collects the definitions that are wanted with null, too.
void make_nullable(json& field, Names& copies) {
  const auto reference = field.find("$ref");
  if (reference == field.end()) return allow_null(field);
  copies.insert(local_name(*reference));
  *reference = reference->get<std::string>() + std::string(kOrNull);
}

/// Follows the parts of a schema that only constrain what is declared elsewhere.
template <typename Visit>
void for_each_branch(json& node, const Visit& visit) {
  for (const char* name : {"then", "else"}) {
    if (json* branch = object_member(node, name)) {
      visit(*branch);
      for_each_branch(*branch, visit);
    }
  }
  const auto all = node.find("allOf");
  if (all == node.end()) return;
  for (json& part : *all) {
    visit(part);
    for_each_branch(part, visit);
  }
}

/// Makes a condition ask for what is stated, now that every key is there.
void ask_for_values(json& branch, const Names& nullable) {
  const json required = branch.value("required", json::array());
  if (json* constrained = object_member(branch, "properties")) {
    for (auto& [name, field] : constrained->items()) {
      if (nullable.contains(name) && !contains(required, name)) allow_null(field);
    }
  }
  for (const json& name : required) {
    if (!nullable.contains(name.get<std::string>())) continue;
    json& field = branch["properties"][name.get<std::string>()];
    if (!field.contains("type")) field["type"] = stated_types();
  }
}

void ask_for_keys(json& branch) {
  json* constrained = object_member(branch, "properties");
  if (constrained == nullptr) return;
  for (auto field = constrained->begin(); field != constrained->end();) {
    refuse_null(*field);
    if (field->value("type", json()) == stated_types()) field->erase("type");
    field = field->empty() ? constrained->erase(field) : std::next(field);
  }
  if (constrained->empty()) branch.erase("properties");
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
    if (contains(required, name)) continue;
    optional.push_back(name);
    if (stated_by_absence(field, definitions) != nullptr) continue;
    make_nullable(field, copies);
    nullable.insert(name);
  }
  if (optional.empty()) return;
  for (const json& name : optional) node["required"].push_back(name);
  node[kOptional] = std::move(optional);
  for_each_branch(node, [&](json& branch) { ask_for_values(branch, nullable); });
}

/// Points a reference to a copy with null back to what it is a copy of.
void drop_null(json& field) {
  const auto reference = field.find("$ref");
  if (reference == field.end()) return refuse_null(field);
  std::string target = reference->get<std::string>();
  if (target.ends_with(kOrNull)) *reference = target.substr(0, target.size() - kOrNull.size());
}

void relax_keys(json& node) {
  for (json* child : field_schemas(node)) relax_keys(*child);
  const json optional = node.value(kOptional, json::array());
  json* properties = object_member(node, "properties");
  if (optional.empty() || properties == nullptr) return;
  json required = json::array();
  for (const json& name : node.value("required", json::array())) {
    if (!contains(optional, name)) required.push_back(name);
  }
  for (auto& [name, field] : properties->items()) {
    if (contains(optional, name)) drop_null(field);
  }
  for_each_branch(node, ask_for_keys);
  node.erase(kOptional);
  node["required"] = required;
  if (required.empty()) node.erase("required");
}

/// Visits the fields that a keyword lists, if the value is an object.
template <typename Visit>
void for_each_name(const json& value, const json& node, const char* keyword, const Visit& visit) {
  const auto names = node.find(keyword);
  const auto properties = node.find("properties");
  if (!value.is_object() || names == node.end() || properties == node.end()) return;
  for (const json& name : *names) {
    const auto field = properties->find(name.get<std::string>());
    if (field != properties->end()) visit(field.key(), *field);
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

void require_every_key(json& definitions) {
  Names wanted;
  // What absence states is looked up in the definitions as the author wrote them.
  const json written = definitions;
  for (json& definition : definitions) require_keys(definition, written, wanted);
  Names done;
  while (!wanted.empty()) {
    const std::string name = *wanted.begin();
    wanted.erase(wanted.begin());
    if (!done.insert(name).second) continue;
    json copy = definitions.at(name);
    make_nullable(copy, wanted);
    definitions[name + std::string(kOrNull)] = std::move(copy);
  }
}

void relax_every_key(json& definitions) {
  for (auto definition = definitions.begin(); definition != definitions.end();) {
    const bool is_copy = std::string_view(definition.key()).ends_with(kOrNull);
    definition = is_copy ? definitions.erase(definition) : std::next(definition);
  }
  for (json& definition : definitions) relax_keys(definition);
}

void add_every_key(json& value, const json& schema, const json& definitions) {
  const json* node = resolve_local(&schema, definitions);
  if (node == nullptr) return;
  for_each_name(value, *node, "required", [&](const std::string& name, const json& field) {
    if (value.contains(name)) return;
    const json* stated = stated_by_absence(field, definitions);
    value[name] = stated == nullptr ? json() : *stated;
  });
  for_each_member(value, *node, [&](json& member, const json& field) {
    add_every_key(member, field, definitions);
  });
}

void drop_unstated(json& value, const json& schema, const json& definitions) {
  const json* node = resolve_local(&schema, definitions);
  if (node == nullptr) return;
  for_each_name(value, *node, kOptional, [&](const std::string& name, const json& field) {
    const auto member = value.find(name);
    if (member == value.end()) return;
    const json* stated = stated_by_absence(field, definitions);
    if (member->is_null() || (stated != nullptr && *member == *stated)) value.erase(member);
  });
  for_each_member(value, *node, [&](json& member, const json& field) {
    drop_unstated(member, field, definitions);
  });
}

}  // namespace simrules
