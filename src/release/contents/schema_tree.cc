#include "release/contents/schema_tree.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr int kMostHops = 32;

}  // namespace

const json& stated_types() {
  static const json kTypes = {"array", "boolean", "number", "object", "string"};
  return kTypes;
}

bool list_contains(const json& list, const json& item) {
  return list.is_array() && std::ranges::find(list, item) != list.end();
}

json* object_member(json& node, const std::string& name) {
  if (!node.is_object()) return nullptr;
  const auto found = node.find(name);
  return found != node.end() && found->is_object() ? &*found : nullptr;
}

std::string local_name(const json& reference) {
  if (!reference.is_string()) return {};
  const auto& target = reference.get_ref<const std::string&>();
  return target.rfind(kLocalPrefix, 0) == 0 ? target.substr(kLocalPrefix.size()) : std::string();
}

const json* resolve_local(const json* node, const json& definitions) {
  for (int hop = 0; node != nullptr && node->is_object() && hop < kMostHops; ++hop) {
    const auto reference = node->find("$ref");
    if (reference == node->end()) return node;
    node = find_value(definitions, '/' + local_name(*reference));
  }
  return nullptr;
}

json* resolve_local(json* node, json& definitions) {
  return const_cast<json*>(resolve_local(static_cast<const json*>(node), definitions));
}

std::vector<json*> field_schemas(json& node) {
  std::vector<json*> children;
  if (json* properties = object_member(node, "properties")) {
    for (json& field : *properties) children.push_back(&field);
  }
  for (const char* name : {"items", "additionalProperties"}) {
    if (json* child = object_member(node, name)) children.push_back(child);
  }
  return children;
}

std::vector<json*> condition_branches(json& node) {
  std::vector<json*> direct;
  for (const char* name : {"then", "else"}) {
    if (json* branch = object_member(node, name)) direct.push_back(branch);
  }
  if (const auto all = node.find("allOf"); all != node.end()) {
    for (json& part : *all) direct.push_back(&part);
  }
  std::vector<json*> branches;
  for (json* branch : direct) {
    branches.push_back(branch);
    const std::vector<json*> inner = condition_branches(*branch);
    branches.insert(branches.end(), inner.begin(), inner.end());
  }
  return branches;
}

std::vector<json*> rule_schemas(json& policy, json& definitions) {
  std::vector<json*> rules;
  json* properties = object_member(policy, "properties");
  if (properties == nullptr) return rules;
  for (auto& [name, section] : properties->items()) {
    if (!section.is_object() || section.value("x-topic", json()) != name) continue;
    json* rule = resolve_local(object_member(section, "items"), definitions);
    if (rule != nullptr && std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
  }
  return rules;
}

}  // namespace simrules
