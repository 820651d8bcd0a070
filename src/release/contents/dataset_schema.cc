#include "release/contents/dataset_schema.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/schema_tree.h"
#include "release/contents/schemas.h"
#include "release/reporting.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPolicy = "policy";

/// Keywords that editors read, and that say nothing about a dataset.
constexpr std::array<std::string_view, 4> kEditorKeywords = {
    "defaultSnippets", "doNotSuggest", "markdownDescription", "patternErrorMessage"};

/// What the words of a field mean. Beside a dataset it is in the policy schema, but for what a
/// dataset derives.
constexpr std::string_view kMeanings = "enumDescriptions";

/// A member that a dataset adds to what an author wrote, and the definition that describes it.
struct Derived {
  const char* name;
  const char* definition;
};
constexpr Derived kSource{"source", "derived_source"};
constexpr Derived kConfidence{"confidence", "derived_confidence"};

/// Tells whether a definition belongs to the envelope and not to the policy schema.
bool is_envelope_definition(std::string_view name) {
  return name == kPolicy || name.starts_with(kDerivedPrefix);
}

/// Declares a derived member, unless the schema has one of that name already.
bool declare(json& node, const Derived& derived) {
  json& properties = node["properties"];
  if (properties.contains(derived.name)) return false;
  properties[derived.name] = {{"$ref", std::string(kLocalPrefix) + derived.definition}};
  node["required"].push_back(derived.name);
  return true;
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
json fixed_version(json version) {
  version.erase("enum");
  version.erase("enumDescriptions");
  version["const"] = kDatasetSchemaVersion;
  return version;
}

bool is_tool_keyword(std::string_view name) {
  return name.starts_with("x-") ||
         std::ranges::find(kEditorKeywords, name) != kEditorKeywords.end();
}

/// Shape: below `properties` the keys are names of fields.
void drop_keywords(json& node, bool (*is_dropped)(std::string_view name)) {
  if (node.is_array()) {
    for (json& item : node) drop_keywords(item, is_dropped);
  }
  if (!node.is_object()) return;
  for (auto member = node.begin(); member != node.end();) {
    member = is_dropped(member.key()) ? node.erase(member) : std::next(member);
  }
  for (auto& [name, child] : node.items()) {
    if (name != "properties" && name != "definitions") {
      drop_keywords(child, is_dropped);
      continue;
    }
    for (json& field : child) drop_keywords(field, is_dropped);
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

std::optional<json> describe_dataset(json envelope,
                                     const PolicySchema& policy,
                                     DiagnosticSink& sink) {
  const std::string& path = policy.schema().path();
  drop_keywords(envelope, is_tool_keyword);
  json& version = envelope["properties"]["schema_version"];
  version = fixed_version(std::move(version));
  json root = policy.schema().value();
  json& definitions = envelope["definitions"];
  const json own = root.value("definitions", json::object());
  if (!merge_definitions(own, definitions, path, sink)) return std::nullopt;
  // What is about the file, not about the fields, stays behind.
  for (const char* name : {"$schema", "$id", "definitions"}) root.erase(name);
  if (!declare(root, kSource)) {
    report_taken(sink, path, kSource.name);
    return std::nullopt;
  }
  for (json* rule : rule_schemas(root, definitions)) {
    if (declare(*rule, kConfidence)) continue;
    report_taken(sink, path, kConfidence.name);
    return std::nullopt;
  }
  definitions[kPolicy] = std::move(root);
  require_explicit_nulls(definitions);
  return envelope;
}

json dataset_schema_of(json description) {
  drop_keywords(description, is_tool_keyword);
  for (auto& [name, definition] : description["definitions"].items()) {
    if (!name.starts_with(kDerivedPrefix))
      drop_keywords(definition, [](std::string_view keyword) { return keyword == kMeanings; });
  }
  return description;
}

json envelope_of(json dataset_schema) {
  json definitions = json::object();
  for (auto& [name, definition] : dataset_schema["definitions"].items()) {
    if (name.starts_with(kDerivedPrefix)) definitions[name] = std::move(definition);
  }
  dataset_schema["definitions"] = std::move(definitions);
  return dataset_schema;
}

}  // namespace simrules
