#include "release/bundle.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/json_reader.h"
#include "release/reporting.h"
#include "release/schemas.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kDialect = "http://json-schema.org/draft-07/schema#";
constexpr std::string_view kLocalPrefix = "#/definitions/";
constexpr std::string_view kDerivedPrefix = "derived_";

constexpr const char* kTopicOrder = "x-topics";

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

/// Returns a member that is an object, or nullptr.
json* object_member(json& node, const std::string& name) {
  if (!node.is_object()) return nullptr;
  const auto found = node.find(name);
  return found != node.end() && found->is_object() ? &*found : nullptr;
}

/// Follows local references to the node that declares the members.
json* resolve(json* node, json& definitions) {
  constexpr int kMostHops = 32;
  for (int hop = 0; node != nullptr && hop < kMostHops; ++hop) {
    const auto reference = node->find("$ref");
    if (reference == node->end()) return node;
    const std::string target = reference->is_string() ? reference->get<std::string>() : "";
    if (target.rfind(kLocalPrefix, 0) != 0) return nullptr;
    node = object_member(definitions, target.substr(kLocalPrefix.size()));
  }
  return nullptr;
}

/// Lists the nodes of the topics' rules.
/// Source: a topic is a section whose name is its `x-topic` (schemas/README.md).
std::vector<json*> rule_nodes(json& policy, json& definitions) {
  std::vector<json*> nodes;
  json* properties = object_member(policy, "properties");
  if (properties == nullptr) return nodes;
  for (auto& [name, section] : properties->items()) {
    if (!section.is_object() || section.value("x-topic", json()) != name) continue;
    json* rule = resolve(object_member(section, "items"), definitions);
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
  json root = policy.schema().value();
  json& definitions = bundle["definitions"];
  const json own = root.value("definitions", json::object());
  if (!merge_definitions(own, definitions, path, sink)) return std::nullopt;
  // What is about the file, not about the fields, stays behind.
  for (const char* name : {"$schema", "$id", "definitions", "defaultSnippets"}) root.erase(name);
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
  return bundle;
}

std::optional<Document> policy_schema_of(const Schema& dataset_schema, DiagnosticSink& sink) {
  json definitions = dataset_schema.value().value("definitions", json::object());
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
