#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Begins a reference to a definition of the same schema.
inline constexpr std::string_view kLocalPrefix = "#/definitions/";

/// Begins the name of a definition that a dataset adds to those of the policy schema.
inline constexpr std::string_view kDerivedPrefix = "derived_";

/// The word of `type` that stands for nothing.
inline constexpr const char* kNull = "null";

/// Lists the types of everything but null: what a condition asks for where authors must write a key.
const nlohmann::json& stated_types();

/// Tells whether a value is a list that holds an item.
bool list_contains(const nlohmann::json& list, const nlohmann::json& item);

/// Returns a member that is an object, or nullptr.
nlohmann::json* object_member(nlohmann::json& node, const std::string& name);

/// Returns the name of the definition that a local reference leads to; empty for any other reference.
std::string local_name(const nlohmann::json& reference);

/// Follows references to definitions until the schema that is none; nullptr where one leads nowhere.
/// Shape: a schema of a release is not ours to trust, so that a cycle leads nowhere, too.
const nlohmann::json* resolve_local(const nlohmann::json* node, const nlohmann::json& definitions);
nlohmann::json* resolve_local(nlohmann::json* node, nlohmann::json& definitions);

/// Names the definitions that a schema refers to, those that they refer to included.
std::set<std::string> used_definitions(const nlohmann::json& root,
                                       const nlohmann::json& definitions);

/// Lists the schemas that declare something inside a schema: its fields, items and map values.
std::vector<nlohmann::json*> field_schemas(nlohmann::json& node);

/// Lists the parts of a schema that only constrain what is declared elsewhere, the parts of parts
/// included.
std::vector<nlohmann::json*> condition_branches(nlohmann::json& node);

/// Lists the schemas of the topics' rules in a policy schema, each once.
/// Source: a topic is a section whose name is its `x-topic` (schemas/README.md).
std::vector<nlohmann::json*> rule_schemas(nlohmann::json& policy, nlohmann::json& definitions);

/// Lists the schemas of the items of a policy that have dates of their own, each once.
std::vector<nlohmann::json*> dated_schemas(nlohmann::json& policy, nlohmann::json& definitions);

}  // namespace simrules
