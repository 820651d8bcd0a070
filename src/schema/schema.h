#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/document.h"
#include "schema/language/language.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// A draft-07 schema that passed our linter: only keywords that we check, local acyclic references,
/// safe patterns.
/// Shape: cheap to copy; a copy shares the schema.
class Schema {
 public:
  /// Lints a schema and keeps it.
  /// Errors: the `schema-*` ids of `schema_checks()`; nothing is returned then.
  static std::optional<Schema> load(Document document, DiagnosticSink& sink);

  /// Keeps a schema that `load` takes, without linting it again.
  static Schema from_checked(Document document);

  const nlohmann::json& value() const { return document_->value; }

  /// Returns the value as something that keeps it.
  std::shared_ptr<const nlohmann::json> shared_value() const {
    return {document_, &document_->value};
  }

  const std::string& path() const { return document_->source.path(); }
  const Document& document() const { return *document_; }

  /// Counts the keywords that a verdict depends on; there is at least one.
  std::size_t constraint_count() const;

 private:
  explicit Schema(std::shared_ptr<const Document> document) : document_(std::move(document)) {}

  std::shared_ptr<const Document> document_;
};

/// A question of people, the field of the rules of a topic that tells which of them answer it, and
/// the words of that field that do.
struct TopicQuestion {
  std::string topic;
  const FieldSpec* field = nullptr;
  Question question;

  const std::string& id() const { return question.id; }

  /// Returns its `label`, or the `question` as people ask it; the id where the language has none.
  std::string text(std::string_view use, std::string_view language) const {
    std::string own = field->question_text(question.id, use, language);
    return own.empty() ? question.id : own;
  }
};

/// The schema of policy files together with what its `x-` keywords say of each field, and the
/// languages that have words for them.
class PolicySchema {
 public:
  /// Lints a policy schema, checks its use of the `x-` keywords and reads them.
  /// Shape:  `vocabulary` is schemas/vocabulary.schema.json; without `languages` the words are those of
  ///         `languages_for`.
  /// Errors: the `schema-*` ids of `schema_checks()`; nothing is returned then.
  static std::optional<PolicySchema> load(Document document,
                                          const Schema& vocabulary,
                                          DiagnosticSink& sink,
                                          LanguagesPtr languages = nullptr);

  /// Reads the `x-` keywords of a policy schema that `load` has taken before, as a test makes it
  /// take the one that is compiled in.
  static PolicySchema from_checked(Schema schema, LanguagesPtr languages = nullptr);

  const Schema& schema() const { return schema_; }
  /// Returns what the file of the schema holds.
  std::string_view text() const { return schema_.document().source.text(); }
  const FieldSpec& root() const { return *root_; }

  /// Lists the sections of the topics in the schema's order: `transfer`, `roaming`, `tethering`.
  const std::vector<std::string>& topics() const { return topics_; }

  /// Lists the questions that the rules answer, in the order of the topics.
  const std::vector<TopicQuestion>& questions() const { return questions_; }

  /// Returns a question by its id, or nullptr.
  const TopicQuestion* find_question(std::string_view id) const;

  /// Returns the words of a language; the English ones for a language that there is none of.
  const Language& language(std::string_view tag) const { return languages_->find(tag); }

  /// Lists the languages that outputs are written in.
  const std::vector<std::string>& languages() const { return languages_->tags(); }

  /// Lists the files of these languages; none where the words stand in the schema.
  const std::vector<LanguageText>& language_files() const { return languages_->files(); }

  /// Counts the fields that the schema knows.
  std::size_t field_count() const { return field_count_; }

 private:
  PolicySchema(Schema schema, LanguagesPtr languages);

  Schema schema_;
  LanguagesPtr languages_;
  std::shared_ptr<const FieldSpec> root_;
  std::vector<std::string> topics_;
  std::vector<TopicQuestion> questions_;
  std::size_t field_count_ = 0;
};

/// Reads the fields of a schema from its `x-` keywords, each when somebody looks at it.
/// Shape: the schema has been linted; its references are acyclic; without `languages` the words are those
///        of `languages_for`.
std::unique_ptr<FieldSpec> read_field_specs(std::shared_ptr<const nlohmann::json> schema,
                                            LanguagesPtr languages = nullptr);

/// Reads the fields of a copy of a schema.
std::unique_ptr<FieldSpec> read_field_specs(const nlohmann::json& schema);

/// Counts the fields of a schema that has been linted, each wherever it is used.
std::size_t count_fields(const nlohmann::json& schema);

/// Returns the checks on schemas and those that a schema makes of documents.
const std::vector<CheckInfo>& schema_checks();

}  // namespace simrules
