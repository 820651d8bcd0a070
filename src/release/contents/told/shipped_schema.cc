#include "release/contents/told/shipped_schema.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/schema_tree.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Keywords that editors read, and that say nothing about a dataset: what fields are called is told by
/// the languages.
constexpr std::array<std::string_view, 8> kEditorKeywords = {"defaultSnippets",
                                                             "doNotSuggest",
                                                             "enumDescriptions",
                                                             "examples",
                                                             "markdownDescription",
                                                             "deprecationMessage",
                                                             "patternErrorMessage",
                                                             "title"};

/// The formats that every validator knows; the others are ours.
constexpr std::array<std::string_view, 2> kKnownFormats = {"date", "uri"};

/// What is shorter is not worth a reference.
/// Units: bytes.
constexpr std::size_t kLeastShared = 80;

bool is_tool_keyword(std::string_view name) {
  return name.starts_with("x-") ||
         std::ranges::find(kEditorKeywords, name) != kEditorKeywords.end();
}

void drop_tool_keywords(json& node) {
  for (auto member = node.begin(); member != node.end();) {
    const bool is_own_format =
        member.key() == "format" && member->is_string() &&
        std::ranges::find(kKnownFormats, member->get<std::string>()) == kKnownFormats.end();
    member =
        is_own_format || is_tool_keyword(member.key()) ? node.erase(member) : std::next(member);
  }
  for (json* child : field_schemas(node)) drop_tool_keywords(*child);
}

json reference_to(const std::string& name) { return {{"$ref", std::string(kLocalPrefix) + name}}; }

/// Shares what stands in several places.
class Sharing {
 public:
  explicit Sharing(json definitions) : definitions_(std::move(definitions)) {}

  /// Replaces all schemas inside by references, the innermost first, so that equal ones become one.
  json take(json node, const std::string& name) {
    take_children(node, name);
    if (node.contains("$ref") || node.dump().size() < kLeastShared) return node;
    return reference_to(name_of(std::move(node), name));
  }

  void take_children(json& node, const std::string& name) {
    if (json* properties = object_member(node, "properties")) {
      for (auto& [field, child] : properties->items()) child = take(std::move(child), field);
    }
    for (const char* keyword : {"items", "additionalProperties"}) {
      json* child = object_member(node, keyword);
      if (child != nullptr) *child = take(std::move(*child), name);
    }
  }

  /// Takes the definitions themselves; equal ones keep both names.
  void take_definitions() {
    for (auto& [name, definition] : definitions_.items()) {
      json node = std::move(definition);
      definition = nullptr;
      take_children(node, name);
      names_.try_emplace(node.dump(), name);
      bodies_[name] = std::move(node);
    }
  }

  /// Puts back what only one place refers to, and returns the definitions that are left.
  json give(json& root) {
    count(root);
    for (const auto& [name, body] : bodies_) count(body);
    put_back(root);
    json left = json::object();
    for (auto& [name, body] : bodies_) {
      if (is_shared(name)) left[name] = body;
    }
    for (auto& [name, body] : left.items()) put_back(body);
    return left;
  }

 private:
  std::string name_of(json node, const std::string& wanted) {
    const auto known = names_.find(node.dump());
    if (known != names_.end()) return known->second;
    std::string name = wanted;
    for (int i = 2; bodies_.contains(name) || definitions_.contains(name); ++i)
      name = fmt::format("{}_{}", wanted, i);
    names_[node.dump()] = name;
    bodies_[name] = std::move(node);
    return name;
  }

  bool is_shared(const std::string& name) const {
    return definitions_.contains(name) || uses_.at(name) > 1;
  }

  void count(const json& node) {
    if (node.is_object() && node.contains("$ref")) ++uses_[local_name(node.at("$ref"))];
    if (!node.is_structured()) return;
    for (const json& child : node) count(child);
  }

  void put_back(json& node) {
    if (node.is_object() && node.contains("$ref")) {
      const std::string name = local_name(node.at("$ref"));
      if (is_shared(name)) return;
      node = bodies_.at(name);
    }
    if (!node.is_structured()) return;
    for (json& child : node) put_back(child);
  }

  json definitions_;
  std::map<std::string, std::string> names_;
  std::map<std::string, json> bodies_;
  std::map<std::string, int> uses_;
};

/// Declares what a map must have, as strict validators want it.
void declare_required(json& node) {
  const json* others = object_member(node, "additionalProperties");
  for (const json& name : member_of(node, "required")) {
    const auto key = name.get<std::string>();
    if (others != nullptr && !member_of(node, "properties").contains(key))
      node["properties"][key] = json(*others);
  }
  for (json* child : field_schemas(node)) declare_required(*child);
}

void drop_unused(json& root) {
  json& definitions = root["definitions"];
  json without = root;
  without.erase("definitions");
  const std::set<std::string> used = used_definitions(without, definitions);
  for (auto definition = definitions.begin(); definition != definitions.end();) {
    definition =
        used.contains(definition.key()) ? std::next(definition) : definitions.erase(definition);
  }
}

}  // namespace

json dataset_schema_of(json told) {
  json definitions = std::move(told["definitions"]);
  told.erase("definitions");
  drop_tool_keywords(told);
  for (json& definition : definitions) {
    drop_tool_keywords(definition);
    declare_required(definition);
  }
  Sharing sharing(std::move(definitions));
  sharing.take_definitions();
  sharing.take_children(told, "dataset");
  json shared = sharing.give(told);
  told["definitions"] = std::move(shared);
  drop_unused(told);
  return told;
}

}  // namespace simrules
