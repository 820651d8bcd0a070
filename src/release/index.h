#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "schema/schema.h"

namespace simrules {

inline constexpr const char* kIndexName = "index.json";

/// A release that is published.
struct IndexEntry {
  std::string version;
  std::string released;
  std::string manifest_sha256;
};

/// The list of releases: what is not in it is not published.
/// Shape: oldest first, versions strictly ascending, dates never descending.
struct Index {
  std::vector<IndexEntry> releases;

  /// Returns the entry of a version, or nullptr.
  const IndexEntry* find(const std::string& version) const;
};

/// Writes an index.
/// Shape: schemas/index.schema.json.
std::string index_text(const Index& index);

/// Reads the index of a folder of releases.
/// Errors: `index-missing`, `index-unreadable`, `release-order`; nothing is returned then.
std::optional<Index> read_index(const std::string& reports,
                                const Schema& schema,
                                DiagnosticSink& sink);

/// Reads the index of a folder that may have none yet: that is an empty one.
/// Errors: those of `read_index` but `index-missing`.
std::optional<Index> read_index_if_any(const std::string& reports,
                                       const Schema& schema,
                                       DiagnosticSink& sink);

/// Warns of folders beside the releases that the index does not list.
/// Errors: `release-not-indexed`, a warning; `unreadable-file`.
void warn_of_unlisted(const std::string& reports, const Index& index, DiagnosticSink& sink);

}  // namespace simrules
