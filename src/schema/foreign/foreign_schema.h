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

/// Judges documents by a schema; one for each thread.
class ForeignChecker {
 public:
  explicit ForeignChecker(const ForeignSchema& schema);
  ~ForeignChecker();
  ForeignChecker(ForeignChecker&&) noexcept;
  ForeignChecker& operator=(ForeignChecker&&) noexcept;

  /// Reports what is wrong with a document; true if nothing is.
  /// Shape:  in the words of our own explainer where that knows the schema.
  bool check(const Document& document, DiagnosticSink& sink);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace simrules
