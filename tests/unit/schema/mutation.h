#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/document.h"

namespace simrules {

/// One thing that a schema forbids: erasing what stands at `place` in the schema allows it.
/// Shape: `node` is the pointer of the schema that it belongs to; `keyword` is `if` for a word that
///        a condition asks for, whose `node` is the schema that holds the condition.
struct Constraint {
  std::string place;
  std::string node;
  std::string keyword;
};

/// Lists the constraints in a part of a schema, its definitions included but no `$ref` followed.
std::vector<Constraint> constraints_of(const nlohmann::json& schema, const std::string& node);

/// A value of a document.
struct Site {
  const nlohmann::json* document;
  std::string pointer;

  const nlohmann::json& value() const;
};

/// Calls back for each schema that applies to a value of a document or to a value inside it.
using Visitor = std::function<void(const std::string& node, const Site& site)>;
void visit(const nlohmann::json& schema,
           const std::string& node,
           const Site& site,
           const Visitor& visitor);

/// What a finding points at: a key, the key of the object that lacks one, or a value.
enum class Target { kKey, kObject, kValue };

/// The one finding that a mutation must lead to.
struct ExpectedFinding {
  std::string check;
  std::string pointer;
  Target target;
};

/// A change to a document that violates a constraint.
/// Shape: `patch` is of RFC 6902.
struct Mutation {
  nlohmann::json patch;
  ExpectedFinding finding;
};

/// Tells whether there are mutations for a keyword.
bool has_mutator(std::string_view keyword);

/// Lists ways to violate a constraint at a value that its node applies to; some of them violate
/// others too, or none.
std::vector<Mutation> mutations(const nlohmann::json& schema,
                                const Constraint& constraint,
                                const Site& site);

/// Writes a finding as `line:column check pointer`, and where one is expected.
std::string shown_finding(const Diagnostic& finding);
std::string shown_finding(const Document& document, const ExpectedFinding& finding);

}  // namespace simrules
