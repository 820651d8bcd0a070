#include "release/contents/dataset_schema.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/time/members.h"
#include "release/contents/derived_name.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/schema_tree.h"
#include "release/contents/schemas.h"
#include "release/contents/told/one_type.h"
#include "release/reporting.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPolicy = "policy";

/// What a rule has beside what its author wrote.
constexpr std::array kOfRules = {derived_name::kRef,
                                 derived_name::kTopic,
                                 derived_name::kConfidence,
                                 derived_name::kSentence,
                                 derived_name::kShort};

/// What a policy has beside it.
constexpr std::array kOfPolicies = {derived_name::kSource, derived_name::kAnswers};

/// Everything that the envelope describes of what a dataset derives; `terms` is the mould of those of
/// another time.
constexpr std::array kDerivedNames = {derived_name::kSource,
                                      derived_name::kRef,
                                      derived_name::kTopic,
                                      derived_name::kConfidence,
                                      derived_name::kSentence,
                                      derived_name::kShort,
                                      derived_name::kAnswers,
                                      derived_name::kAnswer,
                                      derived_name::kInForce,
                                      derived_name::kPast,
                                      derived_name::kUpcoming,
                                      derived_name::kTerms};

/// What only authors need to write terms of another time.
constexpr std::array kOfAuthors = {member_name::kPreviously,
                                   member_name::kSeen,
                                   member_name::kWithout,
                                   member_name::kAdded,
                                   member_name::kRemoved};

/// Tells whether a definition belongs to the envelope and not to the policy schema.
bool is_envelope_definition(std::string_view name) {
  return name == kPolicy || name.starts_with(kDerivedPrefix);
}

std::string definition_of(std::string_view derived) {
  return fmt::format("{}{}", kDerivedPrefix, derived);
}

bool report_taken(DiagnosticSink& sink, const std::string& path, std::string_view name) {
  return report_error(
      sink,
      "derived-name-taken",
      path,
      fmt::format("{} is the name of something that a dataset derives", quoted(name)),
      "give the field or definition of the policy schema another name");
}

/// Declares the members that a dataset adds to what an author wrote.
class Declaration {
 public:
  Declaration(const PolicySchema& policy, json& definitions, DiagnosticSink& sink)
      : path_(policy.schema().path()), definitions_(definitions), sink_(sink) {}

  /// Declares a derived member, unless the schema has one of that name already.
  bool declare(json& node, const char* name) {
    return declare(node, name, {{"$ref", fmt::format("{}{}", kLocalPrefix, definition_of(name))}});
  }

  /// Declares when a thing is there, and what its terms are before and after.
  bool declare_times(json& thing) {
    if (!declare(thing, derived_name::kInForce)) return false;
    json& properties = thing["properties"];
    if (!properties.contains(member_name::kPreviously)) return true;
    const std::string terms = declare_terms(thing);
    for (const char* name : kOfAuthors) properties.erase(name);
    rename_announcement(thing);
    for (const char* name : {derived_name::kPast, derived_name::kUpcoming}) {
      json list = definitions_.at(definition_of(name));
      list["items"]["$ref"] = terms;
      if (!declare(thing, name, std::move(list))) return false;
    }
    return true;
  }

 private:
  bool declare(json& node, const char* name, json field) {
    json& properties = node["properties"];
    if (properties.contains(name)) return report_taken(sink_, path_, name);
    properties[name] = std::move(field);
    node["required"].push_back(name);
    return true;
  }

  /// Makes whole terms of what differed from the terms after them; returns the reference to them.
  std::string declare_terms(const json& thing) {
    const json* list =
        resolve_local(&thing.at("properties").at(member_name::kPreviously), definitions_);
    const json& entry = *resolve_local(&list->at("items"), definitions_);
    json terms = definitions_.at(definition_of(derived_name::kTerms));
    terms["title"] = fmt::format("{} terms", thing.at("title").get<std::string>());
    for (const auto& [name, field] : entry.at("properties").items()) {
      const bool is_terms =
          name != member_name::kSince && std::ranges::find(kOfAuthors, name) == kOfAuthors.end();
      if (is_terms && !terms["properties"].contains(name)) terms["properties"][name] = field;
    }
    for (const json& name : thing.at("required")) {
      const bool is_inherited = terms["properties"].contains(name.get<std::string>()) &&
                                name != member_name::kRevision &&
                                !list_contains(terms["required"], name);
      if (is_inherited) terms["required"].push_back(name);
    }
    std::string name = terms["title"].get<std::string>();
    std::ranges::transform(name, name.begin(), [](char c) { return c == ' ' ? '_' : to_lower(c); });
    definitions_[name] = std::move(terms);
    return fmt::format("{}{}", kLocalPrefix, name);
  }

  /// What is to come without a day makes room for what has one.
  static void rename_announcement(json& thing) {
    json& properties = thing["properties"];
    const auto written = properties.find(member_name::kUpcoming);
    if (written == properties.end()) return;
    json field = std::move(*written);
    properties.erase(member_name::kUpcoming);
    properties[derived_name::kAnnouncement] = std::move(field);
    const auto order = thing.find("x-order");
    if (order == thing.end()) return;
    std::ranges::replace(*order, json(member_name::kUpcoming), json(derived_name::kAnnouncement));
  }

  const std::string& path_;
  json& definitions_;
  DiagnosticSink& sink_;
};

/// Takes out the definitions that only authors need.
void drop_unused(json& definitions, const json& root) {
  const std::set<std::string> used = used_definitions(root, definitions);
  for (auto definition = definitions.begin(); definition != definitions.end();) {
    const bool is_kept =
        is_envelope_definition(definition.key()) || used.contains(definition.key());
    definition = is_kept ? std::next(definition) : definitions.erase(definition);
  }
}

/// Tells whether an envelope has what a dataset is described with.
bool is_envelope(const Schema& schema, DiagnosticSink& sink) {
  std::vector<std::string> places = {"/properties/schema_version"};
  for (const char* name : kDerivedNames) {
    places.push_back(fmt::format("/definitions/{}", definition_of(name)));
  }
  for (const std::string& place : places) {
    const json* part = find_value(schema.value(), place);
    if (part != nullptr && part->is_object()) continue;
    return report_error(sink,
                        "dataset-schema-incomplete",
                        schema.path(),
                        fmt::format("the schema of a dataset has no schema at {}", quoted(place)),
                        "restore the file, or take it away: then the one in the program holds");
  }
  return true;
}

/// Writes which version of the dataset's shape a release ships, where the envelope lists all.
json fixed_version(json version) {
  version.erase("enum");
  version.erase("enumDescriptions");
  version["const"] = kDatasetSchemaVersion;
  return version;
}

/// Says which topic the rules of a schema are of, where they are all of one: a list of rules of all
/// topics is told apart by it.
void name_topic(json& rule, json& root, json& definitions) {
  json topics = json::array();
  for (auto& [name, list] : root["properties"].items()) {
    json* items = object_member(list, "items");
    if (items != nullptr && resolve_local(items, definitions) == &rule) topics.push_back(name);
  }
  json topic = definitions.at(definition_of(derived_name::kTopic));
  topic["enum"] = std::move(topics);
  rule["properties"][derived_name::kTopic] = std::move(topic);
}

/// Says which questions are answered: each is, whatever a policy says.
void name_questions(json& answers, const PolicySchema& policy) {
  const json answer = std::move(answers["additionalProperties"]);
  answers["additionalProperties"] = false;
  for (const TopicQuestion& question : policy.questions()) {
    answers["properties"][question.id()] = answer;
    answers["required"].push_back(question.id());
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

std::optional<DatasetDescription> describe_dataset(const Schema& schema,
                                                   const PolicySchema& policy,
                                                   DiagnosticSink& sink) {
  const std::string& path = policy.schema().path();
  if (!is_envelope(schema, sink)) return std::nullopt;
  json envelope = schema.value();
  json& version = envelope["properties"]["schema_version"];
  version = fixed_version(std::move(version));
  json root = policy.schema().value();
  json& definitions = envelope["definitions"];
  const json own = root.value("definitions", json::object());
  if (!merge_definitions(own, definitions, path, sink)) return std::nullopt;
  // What is about the file, not about the fields, stays behind.
  for (const char* name : {"$schema", "$id", "definitions"}) root.erase(name);
  name_questions(definitions[definition_of(derived_name::kAnswers)], policy);
  Declaration declaration(policy, definitions, sink);
  for (const char* name : kOfPolicies) {
    if (!declaration.declare(root, name)) return std::nullopt;
  }
  for (json* rule : rule_schemas(root, definitions)) {
    for (const char* name : kOfRules) {
      if (!declaration.declare(*rule, name)) return std::nullopt;
    }
    name_topic(*rule, root, definitions);
  }
  for (json* thing : dated_schemas(root, definitions)) {
    if (!declaration.declare_times(*thing)) return std::nullopt;
  }
  drop_unused(definitions, root);
  definitions[kPolicy] = std::move(root);
  require_explicit_nulls(definitions);
  DatasetDescription description{std::move(envelope), {}};
  description.told = description.written;
  const auto taken = tell_in_one_type(description.told["definitions"]);
  if (taken) {
    report_taken(sink, path, *taken);
    return std::nullopt;
  }
  return description;
}

}  // namespace simrules
