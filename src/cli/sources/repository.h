#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "release/contents/schemas.h"
#include "schema/foreign/foreign_schema.h"
#include "schema/language/collection.h"
#include "schema/schema.h"

namespace simrules {

/// Returns where a schema lies in a repository.
std::string schema_path(const std::string& name);

/// Where the repository is and how its files are named to the user.
/// Shape: `root` is an absolute path; empty if the working directory is in no repository.
class Repository {
 public:
  /// Finds the folder that holds `policies/`, from the working directory upward, else from `path`,
  /// as in `data/policies`; `given` overrides.
  static Repository find(const std::string& given, const std::string& path = "");

  bool found() const { return !root_.empty(); }
  const std::string& root() const { return root_; }

  /// Returns the absolute path of a file of the repository.
  std::string path(const std::string& relative) const;

  /// Returns a path as the user would type it from the working directory.
  std::string shown(const std::string& relative) const;

  /// Loads a schema by its name: the repository's if it has one, else the copy in the binary.
  /// Errors: the `schema-*` and file ids; nothing is returned then.
  std::optional<Schema> schema(const std::string& name, DiagnosticSink& sink) const;
  /// Tells whether the repository has a schema of its own: `policy`.
  bool has_schema(const std::string& name) const;

  /// Returns the text of a schema: the repository's if it has one, else the copy in the binary.
  std::optional<std::string> schema_text(const std::string& name, DiagnosticSink& sink) const;

  /// The same as a document.
  std::optional<Document> schema_document(const std::string& name, DiagnosticSink& sink) const;

  /// Loads the policy schema of the repository.
  /// Shape:  like every schema it is loaded once, so that its errors are reported once; one that says
  ///         what the one in the binary says is not linted again.
  /// Errors: the `schema-*` and file ids; nothing is returned then.
  std::optional<PolicySchema> policy_schema(DiagnosticSink& sink) const;

  /// Loads the languages that outputs are written in: those of the repository's schemas/languages/,
  /// and those in the binary that it does not have.
  /// Errors: `language-*`, `json-syntax` and file ids; nothing is returned then.
  LanguagesPtr languages(DiagnosticSink& sink) const;

  /// Returns the text of a language: the repository's if it has one, else the copy in the binary.
  std::optional<std::string> language_text(const std::string& tag, DiagnosticSink& sink) const;

  /// Lists the tags of these languages, English first.
  std::vector<std::string> language_tags() const;

  /// Loads the schema of the gate's levels file.
  std::optional<Schema> levels_schema(DiagnosticSink& sink) const { return schema("levels", sink); }

  /// Loads the schema of language files.
  std::optional<Schema> language_schema(DiagnosticSink& sink) const {
    return schema("language", sink);
  }

  /// Loads the schema of our keywords.
  std::optional<Schema> vocabulary(DiagnosticSink& sink) const {
    return schema("vocabulary", sink);
  }

  /// Loads the schemas of what a release holds.
  std::optional<ContractSchemas> contract_schemas(DiagnosticSink& sink) const;

 private:
  bool is_built_in(const std::string& name) const;
  std::string shown_schema(const std::string& name) const;
  std::optional<Schema> load_schema(const std::string& name, DiagnosticSink& sink) const;
  std::optional<PolicySchema> load_policy_schema(DiagnosticSink& sink) const;
  LanguagesPtr load_languages(DiagnosticSink& sink) const;

  std::string root_;
  mutable std::map<std::string, std::optional<Schema>> schemas_;
  mutable std::optional<std::optional<PolicySchema>> policy_schema_;
  mutable std::optional<LanguagesPtr> languages_;
};

/// Lists the languages that the repository of the working directory can be told in, English first.
std::vector<std::string> language_tags();

/// Reads the language files of a folder, sorted by tag; none where there is no such folder.
/// Errors: the file ids; nothing is returned then.
std::optional<std::vector<LanguageFile>> read_language_files(const std::string& folder,
                                                             DiagnosticSink& sink);

/// Reads and lints a schema file.
std::optional<Schema> load_schema_file(const std::string& path, DiagnosticSink& sink);

/// Reads a schema that is not ours, also from a pipe: `/dev/stdin`.
/// Errors: `json-syntax` and the file ids; nothing is returned then.
std::optional<Document> read_foreign_schema(const std::string& path, DiagnosticSink& sink);

}  // namespace simrules
