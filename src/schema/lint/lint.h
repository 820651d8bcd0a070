#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>

#include "base/diagnostic.h"
#include "document/document.h"

namespace simrules {

/// The schemas of a schema document by their place.
using SchemaPositions = std::unordered_map<std::string, const nlohmann::json*>;

/// A schema document that is being linted.
/// Shape: `ok` turns false with the first error; `safe_patterns` need no second look.
struct SchemaLint {
  const Document& document;
  DiagnosticSink& sink;
  SchemaPositions positions = {};
  std::set<std::string> safe_patterns = {};
  bool ok = true;

  /// Reports an error at the value at a pointer.
  void value_error(const char* check,
                   const std::string& pointer,
                   std::string message,
                   std::string help);

  /// Reports an error at the key of the value at a pointer.
  void key_error(const char* check,
                 const std::string& pointer,
                 std::string message,
                 std::string help);
};

/// Refuses a schema that our validator would ignore in part, get wrong or die of.
/// Errors: the `schema-*` ids of `schema_checks()`; false is returned then.
bool lint_schema(const Document& document, DiagnosticSink& sink);

/// Counts the keywords that a verdict depends on, outside of `definitions`.
std::size_t count_constraints(const nlohmann::json& schema);

/// Checks the keywords of one schema and their values, without the schemas inside it.
/// Errors: `schema-unknown-keyword`, `schema-unsupported-keyword`, `schema-wrong-dialect`,
///         `schema-misplaced-id`, `schema-wrong-keyword-value`, `schema-boolean`,
///         `schema-reference-sibling`, `schema-unsafe-pattern`, `schema-unknown-format`,
///         `schema-missing-keyword`.
void lint_keywords(SchemaLint& lint, const nlohmann::json& node, const std::string& pointer);

/// Checks where the references of all schemas lead to, how large the schema grows through them, and
/// that no `format` decides a condition.
/// Errors: `schema-remote-reference`, `schema-unresolved-reference`, `schema-cyclic-reference`,
///         `schema-too-complex`, `schema-misplaced-format`.
void lint_references(SchemaLint& lint);

}  // namespace simrules
