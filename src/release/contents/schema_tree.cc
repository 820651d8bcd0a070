#include "release/contents/schema_tree.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "model/time/members.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr int kMostHops = 32;

/// Lists the schemas of the items of those lists of a policy that are wanted, each once.
template <typename IsWanted>
std::vector<json*> item_schemas(json& policy, json& definitions, const IsWanted& is_wanted) {
  std::vector<json*> found;
  json* properties = object_member(policy, "properties");
  if (properties == nullptr) return found;
  for (auto& [name, list] : properties->items()) {
    if (!list.is_object()) continue;
    json* item = resolve_local(object_member(list, "items"), definitions);
    const bool is_new = item != nullptr && std::ranges::find(found, item) == found.end();
    if (is_new && is_wanted(name, list, *item)) found.push_back(item);
  }
  return found;
}

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

std::set<std::string> used_definitions(const json& root, const json& definitions) {
  std::set<std::string> used;
  std::vector<const json*> open = {&root};
  while (!open.empty()) {
    const json& node = *open.back();
    open.pop_back();
    if (node.is_object() && node.contains("$ref")) {
      const std::string target = local_name(node.at("$ref"));
      const auto found = definitions.find(target.substr(0, target.find('/')));
      if (found != definitions.end() && used.insert(found.key()).second) open.push_back(&*found);
    }
    if (!node.is_structured()) continue;
    for (const json& child : node) open.push_back(&child);
  }
  return used;
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
  return item_schemas(policy, definitions, [](const std::string& name, const json& list, json&) {
    return list.value("x-topic", json()) == name;
  });
}

std::vector<json*> dated_schemas(json& policy, json& definitions) {
  return item_schemas(policy, definitions, [](const std::string&, const json& list, json& item) {
    const json* fields = object_member(item, "properties");
    return list.contains("x-key") && fields != nullptr && fields->contains(member_name::kEffective);
  });
}

}  // namespace simrules
