#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "document/document.h"
#include "schema/lint/lint.h"
#include "schema/schema.h"

namespace simrules {

/// Checks how a policy schema uses the `x-` keywords: each field against the vocabulary schema, and
/// by code what a schema cannot say.
///
/// The vocabulary schema describes one object for each field, so that it needs no recursion:
///
///     "named": true         the field is a member of `properties`, not an item or a map value
///     "below_topic": true   it stands inside a section with `x-topic`
///     "leaf": true          a difference in it is reported as a whole
///     "types": ["string"]   what `type` says, or the types of the `enum`
///     "title", "description" and every `x-` keyword as written
///
/// A finding stands at the keyword that it concerns, or at the field's key where one is missing.
/// Errors: `schema-unknown-keyword`, `schema-missing-keyword`, `schema-wrong-keyword-value`,
///         `schema-unknown-sibling`, `schema-missing-context`, `schema-wrong-key`,
///         `schema-unknown-word`, `schema-field-in-condition`, `schema-shape-union`,
///         `schema-misplaced-keyword`. Returns whether nothing was found.
bool lint_vocabulary(const Document& document, const Schema& vocabulary, DiagnosticSink& sink);

/// A field as the policy schema reaches it.
/// Shape: `node` is resolved and `pointer` is its place; `parent` is nullptr for the root.
struct FieldUse {
  const nlohmann::json* node;
  std::string pointer;
  const nlohmann::json* parent;
  bool named;
  bool below_topic;
  bool leaf;
  bool inside_leaf;
};

/// Tells whether a schema is an amount with a unit: an object one of whose members has `x-units`.
bool is_quantity_schema(const nlohmann::json& root, const nlohmann::json& node);

/// Lists every field that a policy schema introduces by `properties`, `items`,
/// `additionalProperties` and local references, once for each way of use.
std::vector<FieldUse> list_fields(const nlohmann::json& root);

/// Checks by code what the vocabulary schema cannot say of the fields.
bool lint_fields(const Document& document,
                 const std::vector<FieldUse>& fields,
                 DiagnosticSink& sink);

/// Refuses a word that a field does not have.
void lint_word_list(SchemaLint& lint,
                    const std::string& pointer,
                    const std::string& word,
                    const std::vector<std::string>& words);

class Surroundings;

/// Checks the keywords by which a field hangs on others: their paths, in each place where the field
/// is used, and their words.
void lint_contexts(SchemaLint& lint,
                   const Surroundings& around,
                   const std::string& pointer,
                   const nlohmann::json& node);

/// Refuses conditions at a field that introduce fields, and choices between shapes of objects.
void lint_conditions(SchemaLint& lint, const std::string& pointer, const nlohmann::json& node);

}  // namespace simrules
