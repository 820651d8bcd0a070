#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "schema/schema.h"

namespace simrules {

/// How much a schema of others may hold: the largest that people publish are some megabytes.
inline constexpr DocumentLimits kForeignSchemaLimits{.file_bytes = 16'777'216,
                                                     .line_bytes = 16'777'216,
                                                     .scalar_bytes = 1'048'576,
                                                     .key_bytes = 4096,
                                                     .depth = 256,
                                                     .nodes = 2'000'000,
                                                     .list_items = 200'000};

/// A schema of draft-07 that is not ours, all of it but references to other documents.
class ForeignSchema {
 public:
  /// Checks that a document is such a schema.
  /// Errors: `schema-...`; nothing is returned then.
  static std::optional<ForeignSchema> load(Document document, DiagnosticSink& sink);

  /// Counts the keywords that check something.
  std::size_t constraint_count() const { return constraints_; }

  /// Lists the formats that are passed over, sorted.
  const std::vector<std::string>& unchecked_formats() const { return formats_; }

 private:
  friend class ForeignChecker;

  std::shared_ptr<const Document> document_;
  std::optional<Schema> strict_;
  std::size_t constraints_ = 0;
  std::vector<std::string> formats_;
};

/// Checks that a document is a schema that `ForeignSchema::load` takes, and warns of what our own may
/// not have: what editors and other validators read differently, or take long for.
/// Errors: `schema-...`; false is returned if it is no such schema.
bool lint_foreign_schema(const Document& document, DiagnosticSink& sink);

/// Judges documents by a schema; one for each thread. The verdict is valijson's where that is known to
/// be right about the schema, and ours elsewhere.
class ForeignChecker {
 public:
  explicit ForeignChecker(const ForeignSchema& schema);
  ~ForeignChecker();
  ForeignChecker(ForeignChecker&&) noexcept;
  ForeignChecker& operator=(ForeignChecker&&) noexcept;

  /// Reports what is wrong with a document; true if nothing is.
  /// Shape:  in the words of our own explainer where that knows the schema.
  /// Errors: throws std::logic_error when our evaluator contradicts valijson: a bug of ours.
  bool check(const Document& document, DiagnosticSink& sink);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace simrules
