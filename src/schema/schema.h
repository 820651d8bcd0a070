#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/document.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// A draft-07 schema that passed our linter: only keywords that we check, local acyclic references,
/// safe patterns. Shape: cheap to copy; a copy shares the schema.
class Schema {
 public:
  /// Lints a schema and keeps it.
  /// Errors: the `schema-*` ids of `schema_checks()`; nothing is returned then.
  static std::optional<Schema> load(Document document, DiagnosticSink& sink);

  /// Keeps a schema that `load` takes, without linting it again.
  static Schema from_checked(Document document);

  const nlohmann::json& value() const { return document_->value; }
  const std::string& path() const { return document_->source.path(); }
  const Document& document() const { return *document_; }

  /// Counts the keywords that a verdict depends on; there is at least one.
  std::size_t constraint_count() const;

 private:
  explicit Schema(std::shared_ptr<const Document> document) : document_(std::move(document)) {}

  std::shared_ptr<const Document> document_;
};

/// The templates of whole sentences in one language, by section and use (`x-sentences`).
using SentenceTemplates = std::map<std::string, std::map<std::string, std::string>>;

/// The schema of policy files together with what its `x-` keywords say of each field.
class PolicySchema {
 public:
  /// Lints a policy schema, checks its use of the `x-` keywords and reads them.
  /// Shape:  `vocabulary` is schemas/vocabulary.schema.json.
  /// Errors: the `schema-*` ids of `schema_checks()`; nothing is returned then.
  static std::optional<PolicySchema> load(Document document,
                                          const Schema& vocabulary,
                                          DiagnosticSink& sink);

  /// Reads the `x-` keywords of a policy schema that `load` has taken before, as a test makes it
  /// take the one that is compiled in.
  static PolicySchema from_checked(Schema schema);

  const Schema& schema() const { return schema_; }
  const FieldSpec& root() const { return *root_; }

  /// Lists the sections of the topics in the schema's order: `transfer`, `roaming`, `tethering`.
  const std::vector<std::string>& topics() const { return topics_; }

  /// Returns the sentence templates of a language, else the English ones.
  /// Shape: empty for a schema of a release from before there were sentences.
  const SentenceTemplates& sentences(std::string_view language) const;

  /// Lists the languages that the schema has sentence templates in; English alone where it has none.
  std::vector<std::string> languages() const;

  /// Counts the fields that the schema knows.
  std::size_t field_count() const { return field_count_; }

 private:
  PolicySchema(Schema schema, std::shared_ptr<const FieldSpec> root);

  Schema schema_;
  std::shared_ptr<const FieldSpec> root_;
  std::vector<std::string> topics_;
  std::map<std::string, SentenceTemplates, std::less<>> sentences_;
  std::size_t field_count_ = 0;
};

/// Reads the fields of a schema from its `x-` keywords.
/// Shape: the schema has been linted; recursion is bounded because its references are acyclic.
std::unique_ptr<FieldSpec> read_field_specs(const nlohmann::json& schema);

/// Returns the checks on schemas and those that a schema makes of documents.
const std::vector<CheckInfo>& schema_checks();

}  // namespace simrules
