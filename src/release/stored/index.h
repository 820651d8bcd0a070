#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "diff/change.h"
#include "release/contents/about.h"
#include "release/contents/dataset.h"
#include "release/stored/manifest.h"
#include "schema/schema.h"

namespace simrules {

inline constexpr const char* kIndexName = "index.json";
inline constexpr const char* kIndexSchemaName = "index.schema.json";

/// The version of the dataset's shape of the first releases whose index has every key, and more than
/// a feed beside it.
inline constexpr int kFirstToldVersion = 3;

/// A release that is published.
/// Shape: `schema_version` is that of its dataset and `changes` counts what changed since the release
///        before it, those of which there are none left out; both are empty for a release of a tool
///        from before 2.0.0, and the latter for a first release. `policies` says for each policy that
///        changed what it is all in all; empty for a first release, and for one whose dataset has a
///        shape from before `kFirstToldVersion`. `dataset` is the file to begin with: the list of the
///        policies where the dataset has no file of its own for its size.
struct IndexEntry {
  std::string version;
  std::string released;
  std::string manifest_sha256;
  std::optional<int> schema_version = {};
  std::optional<std::map<Impact, std::size_t>> changes = {};
  std::optional<std::map<std::string, Impact>> policies = {};
  std::string dataset = kDatasetName;

  bool operator==(const IndexEntry&) const = default;
};

/// The list of releases: what is not in it is not published.
/// Shape: oldest first, versions strictly ascending, dates never descending; `about` is what the newest
///        states of its dataset.
struct Index {
  std::vector<IndexEntry> releases;
  DatasetAbout about = {};

  /// Returns the entry of a version, or nullptr.
  const IndexEntry* find(const std::string& version) const;
};

/// A file beside the index that tells the list of releases in another way.
/// Shape: it is there from the first release on whose dataset has the shape `since`; where there are
///        several of a kind, as many as the index tells of, `render_each` writes them all instead.
struct IndexView {
  std::string name;
  std::function<std::string(const Index&)> render;
  int since = kFirstToldVersion;
  std::function<std::vector<ReleaseFile>(const Index&)> render_each = nullptr;
};

/// Returns the version of the dataset's shape of the newest release; 0 where none is known.
int newest_shape(const Index& index);

/// Writes the files that belong beside an index.
std::vector<ReleaseFile> view_files(const std::vector<IndexView>& views, const Index& index);

/// Writes an index.
/// Shape: schemas/index.schema.json.
std::string index_text(const Index& index);

/// Reads the index of a folder of releases.
/// Errors: `index-missing`, `index-unreadable`, `release-order`; nothing is returned then.
std::optional<Index> read_index(const std::string& reports,
                                const Schema& schema,
                                DiagnosticSink& sink);

/// Reads the text of an index.
/// Errors: `index-unreadable`, `release-order`; nothing is returned then.
std::optional<Index> parse_index(const std::string& path,
                                 std::string text,
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
