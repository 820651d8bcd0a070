#include "release/contents/bundle.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/every_key.h"
#include "release/contents/schema_tree.h"
#include "release/contents/schemas.h"
#include "release/reporting.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kDialect = "http://json-schema.org/draft-07/schema#";
constexpr const char* kLocalPrefix = "#/definitions/";
constexpr std::string_view kDerivedPrefix = "derived_";

constexpr const char* kTopicOrder = "x-topics";

/// Keywords that help those who write policies and say nothing about a dataset.
constexpr std::array kEditorKeywords = {
    "defaultSnippets", "doNotSuggest", "markdownDescription", "patternErrorMessage"};

/// A member that a dataset adds to what an author wrote, and the definition that describes it.
struct Derived {
  const char* name;
  const char* definition;
};
constexpr Derived kSource{"source", "derived_source"};
constexpr Derived kConfidence{"confidence", "derived_confidence"};

/// Tells whether a definition belongs to the envelope and not to the policy schema.
bool is_envelope_definition(std::string_view name) {
  return name == "policy" || name.substr(0, kDerivedPrefix.size()) == kDerivedPrefix;
}

/// Lists the nodes of the topics' rules.
/// Source: a topic is a section whose name is its `x-topic` (schemas/README.md).
std::vector<json*> rule_nodes(json& policy, json& definitions) {
  std::vector<json*> nodes;
  json* properties = object_member(policy, "properties");
  if (properties == nullptr) return nodes;
  for (auto& [name, section] : properties->items()) {
    if (!section.is_object() || section.value("x-topic", json()) != name) continue;
    json* rule = resolve_local(object_member(section, "items"), definitions);
    if (rule != nullptr && std::find(nodes.begin(), nodes.end(), rule) == nodes.end()) {
      nodes.push_back(rule);
    }
  }
  return nodes;
}

/// Declares a derived member, unless the schema has one of that name already.
bool declare(json& node, const Derived& derived) {
  json& properties = node["properties"];
  if (properties.contains(derived.name)) return false;
  properties[derived.name] = {{"$ref", std::string(kLocalPrefix) + derived.definition}};
  node["required"].push_back(derived.name);
  return true;
}

void withdraw(json& node, const Derived& derived) {
  if (json* properties = object_member(node, "properties")) properties->erase(derived.name);
  const auto required = node.find("required");
  if (required == node.end() || !required->is_array()) return;
  required->erase(std::remove(required->begin(), required->end(), derived.name), required->end());
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

bool report_taken(DiagnosticSink& sink, const std::string& path, std::string_view name) {
  return report_error(
      sink,
      "derived-name-taken",
      path,
      fmt::format("{} is the name of something that a dataset derives", quoted(name)),
      "give the field or definition of the policy schema another name");
}

/// Writes which version of the dataset's shape a release ships, where the envelope lists all.
json fixed_version(const Schema& envelope) {
  json version = envelope.value().at("properties").at("schema_version");
  version.erase("enum");
  version.erase("enumDescriptions");
  version["const"] = kDatasetSchemaVersion;
  return version;
}

/// Shape: below `properties` the keys are names of fields.
void drop_editor_keywords(json& node) {
  if (!node.is_structured()) return;
  if (node.is_object()) {
    for (const char* name : kEditorKeywords) node.erase(name);
  }
  for (auto& [name, child] : node.items()) {
    if (name != "properties") {
      drop_editor_keywords(child);
      continue;
    }
    for (json& field : child) drop_editor_keywords(field);
  }
}

/// Moves the policy schema's definitions beside the envelope's.
bool merge_definitions(const json& source,
                       json& target,
                       const std::string& path,
                       DiagnosticSink& sink) {
  for (const auto& [name, definition] : source.items()) {
    if (is_envelope_definition(name)) return report_taken(sink, path, name);
    target[name] = definition;
  }
  return true;
}

}  // namespace

std::optional<json> bundle_dataset_schema(const Schema& envelope,
                                          const PolicySchema& policy,
                                          DiagnosticSink& sink) {
  const std::string& path = policy.schema().path();
  json bundle = envelope.value();
  bundle["properties"]["schema_version"] = fixed_version(envelope);
  json root = policy.schema().value();
  json& definitions = bundle["definitions"];
  const json own = root.value("definitions", json::object());
  if (!merge_definitions(own, definitions, path, sink)) return std::nullopt;
  // What is about the file, not about the fields, stays behind.
  for (const char* name : {"$schema", "$id", "definitions"}) root.erase(name);
  if (!declare(root, kSource)) {
    report_taken(sink, path, kSource.name);
    return std::nullopt;
  }
  for (json* rule : rule_nodes(root, definitions)) {
    if (declare(*rule, kConfidence)) continue;
    report_taken(sink, path, kConfidence.name);
    return std::nullopt;
  }
  root[kTopicOrder] = policy.topics();
  definitions["policy"] = std::move(root);
  for (json& definition : definitions) drop_editor_keywords(definition);
  require_every_key(definitions);
  return bundle;
}

std::optional<Document> policy_schema_of(const Schema& dataset_schema, DiagnosticSink& sink) {
  json definitions = dataset_schema.value().value("definitions", json::object());
  relax_every_key(definitions);
  json* found = object_member(definitions, "policy");
  if (found == nullptr) {
    report_error(sink,
                 "release-unreadable",
                 dataset_schema.path(),
                 fmt::format("{} has no definition `policy`", quoted(dataset_schema.path())),
                 "restore the dataset schema that was released with the dataset");
    return std::nullopt;
  }
  json root = std::move(*found);
  withdraw(root, kSource);
  for (json* rule : rule_nodes(root, definitions)) withdraw(*rule, kConfidence);
  json kept = json::object();
  for (auto& [name, definition] : definitions.items()) {
    if (!is_envelope_definition(name)) kept[name] = std::move(definition);
  }
  root["$schema"] = kDialect;
  root["definitions"] = std::move(kept);
  const json topics = root.value(kTopicOrder, json::array());
  root.erase(kTopicOrder);
  return read_json(dataset_schema.path(), ordered_text(root, topics), kShippedSchemaLimits, sink);
}

}  // namespace simrules
