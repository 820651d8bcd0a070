#pragma once

#include <memory>

#include "document/document.h"
#include "schema/schema.h"

namespace simrules {

/// Validates documents against one schema. Make one per thread: the verdict comes from valijson,
/// whose validator must not be shared; the wording of each finding is ours (schema_explain.h).
class SchemaChecker {
 public:
  explicit SchemaChecker(const Schema& schema);
  ~SchemaChecker();
  SchemaChecker(SchemaChecker&&) noexcept;
  SchemaChecker& operator=(SchemaChecker&&) noexcept;

  /// Reports every violation of the schema and returns whether there was none.
  /// Errors: the document ids of `schema_checks()`.
  ///         Throws std::logic_error when verdict and explanation disagree: a bug of ours.
  bool check(const Document& document, DiagnosticSink& sink);

  /// Compares verdict and explanation also of what conforms, which `check` does not explain because
  /// that costs as much again: for tests.
  /// Errors: throws std::logic_error when the two disagree.
  void cross_check(const Document& document);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace simrules
