#include "release/contents/legacy/policy_schema.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/schema_tree.h"
#include "release/contents/schemas.h"
#include "release/reporting.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kDialect = "http://json-schema.org/draft-07/schema#";

/// Kept the order of the topics, which sorted keys lose.
constexpr const char* kTopicOrder = "x-topics";

bool is_derived(std::string_view definition) {
  return definition == "policy" || definition.starts_with(kDerivedPrefix);
}

void refuse_null(json& node) {
  if (const auto type = node.find("type"); type != node.end() && list_contains(*type, kNull)) {
    type->erase(std::find(type->begin(), type->end(), json(kNull)));
    if (type->size() == 1) *type = json(type->front());
  }
  if (const auto words = node.find("enum"); words != node.end() && list_contains(*words, nullptr)) {
    words->erase(words->size() - 1);
    if (node.contains("enumDescriptions")) {
      node["enumDescriptions"].erase(node["enumDescriptions"].size() - 1);
    }
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
    if (!list_contains(optional, name)) required.push_back(name);
  }
  for (auto& [name, field] : properties->items()) {
    if (list_contains(optional, name)) drop_null(field);
  }
  for (json* branch : condition_branches(node)) ask_for_keys(*branch);
  node.erase(kOptional);
  node["required"] = required;
  if (required.empty()) node.erase("required");
}

void relax_every_key(json& definitions) {
  for (auto definition = definitions.begin(); definition != definitions.end();) {
    const bool is_copy = definition.key().ends_with(kOrNull);
    definition = is_copy ? definitions.erase(definition) : std::next(definition);
  }
  for (json& definition : definitions) relax_keys(definition);
}

void withdraw(json& node, const char* derived) {
  if (json* properties = object_member(node, "properties")) properties->erase(derived);
  const auto required = node.find("required");
  if (required == node.end() || !required->is_array()) return;
  required->erase(std::remove(required->begin(), required->end(), derived), required->end());
}

/// Writes a policy schema with its topics in their order, which the reader takes from the text.
std::string ordered_text(const json& root, const json& topics) {
  nlohmann::ordered_json properties = nlohmann::ordered_json::object();
  const json declared = root.value("properties", json::object());
  for (const json& topic : topics) {
    const auto section =
        topic.is_string() ? declared.find(topic.get<std::string>()) : declared.end();
    if (section != declared.end()) properties[section.key()] = *section;
  }
  for (const auto& [name, field] : declared.items()) {
    if (!properties.contains(name)) properties[name] = field;
  }
  nlohmann::ordered_json ordered = root;
  ordered["properties"] = std::move(properties);
  return ordered.dump(2) + '\n';
}

}  // namespace

std::optional<Document> legacy_policy_schema(const Schema& dataset_schema, DiagnosticSink& sink) {
  json definitions = dataset_schema.value().value("definitions", json::object());
  relax_every_key(definitions);
  json* found = object_member(definitions, "policy");
  if (found == nullptr || !found->contains(kTopicOrder)) {
    report_error(sink,
                 "release-unreadable",
                 dataset_schema.path(),
                 fmt::format("{} holds no policy schema, and no policy.schema.json is beside it",
                             quoted(dataset_schema.path())),
                 "restore the schemas that were released with the dataset");
    return std::nullopt;
  }
  json root = std::move(*found);
  withdraw(root, "source");
  for (json* rule : rule_schemas(root, definitions)) withdraw(*rule, "confidence");
  json kept = json::object();
  for (auto& [name, definition] : definitions.items()) {
    if (!is_derived(name)) kept[name] = std::move(definition);
  }
  root["$schema"] = kDialect;
  root["definitions"] = std::move(kept);
  const json topics = root.value(kTopicOrder, json::array());
  root.erase(kTopicOrder);
  return read_json(dataset_schema.path(), ordered_text(root, topics), kShippedSchemaLimits, sink);
}

}  // namespace simrules
