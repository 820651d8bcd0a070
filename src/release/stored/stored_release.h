#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "release/contents/dataset.h"
#include "release/stored/index.h"
#include "release/stored/manifest.h"

namespace simrules {

/// A release as it lies in its folder.
/// Shape: `files` are all of its files by name, the manifest and SHA256SUMS included, and none is
///        missing, extra or changed.
struct StoredRelease {
  std::string folder;
  Manifest manifest;
  std::string manifest_sha256;
  std::map<std::string, std::string> files;
};

/// A release that another one is compared with.
/// Shape: `redirects` is its list of former ids; null for a release from before there was one.
///        `derivation` is that of its manifest.
struct PreviousRelease {
  Dataset dataset;
  ReleaseLink link;
  int derivation = kFirstDerivation;
  nlohmann::json redirects = {};
};

/// Reads the files of a release and checks names and sizes, then digests, before it looks into any of
/// them.
/// Shape:  `manifest_sha256` is what is known of the manifest from elsewhere; empty where nothing is.
/// Errors: `release-missing`, `release-unreadable`, `release-file-missing`, `release-file-extra`,
///         `release-digest-mismatch`; nothing is returned then.
std::optional<StoredRelease> read_release(const std::string& folder,
                                          const std::string& manifest_sha256,
                                          const ContractSchemas& schemas,
                                          DiagnosticSink& sink);

/// Reads a JSON file of a release, which every release has.
/// Errors: `release-file-missing`, those of `read_json`; nothing is returned then.
std::optional<Document> part_of(const StoredRelease& release,
                                const char* name,
                                const DocumentLimits& limits,
                                DiagnosticSink& sink);

/// Names the paths of the policies of a release that need not be read, which has the schema.
using LeaveOut =
    std::function<std::set<std::string>(const StoredRelease& release, const PolicySchema& schema)>;

/// Reads the dataset of a release.
/// Shape:  `like` is a dataset that may have shipped with the same schema, or nullptr; what is
///         left out is not read.
/// Errors: `release-unreadable`, `release-newer`, `release-duplicate-id`; nothing is returned then.
std::optional<PreviousRelease> open_release(const StoredRelease& release,
                                            const ContractSchemas& schemas,
                                            DiagnosticSink& sink,
                                            const Dataset* like = nullptr,
                                            const LeaveOut& leave_out = {});

/// Tells whether a folder holds the data of a release.
bool holds_dataset(const std::string& folder);

/// Reads the data of a release by its dataset file, which need not be there for its size: from that file, or from what is beside it.
/// Errors: those of `read_file`, `read_json`, `read_legacy_dataset`, `read_manifest` and
///         `open_release`; nothing is returned then.
std::optional<Dataset> load_dataset(const std::string& path,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink,
                                    const LeaveOut& leave_out = {});

/// Reads a published release, whose manifest's digest is in the index.
/// Errors: those of `read_release` and `open_release`; `index-differs`.
std::optional<PreviousRelease> load_release(const std::string& reports,
                                            const IndexEntry& entry,
                                            const ContractSchemas& schemas,
                                            DiagnosticSink& sink);

/// Reads the newest release.
/// Errors: `index-missing`, `index-unreadable` and those of `load_release`; nothing is returned then:
///         a damaged release is never taken for none.
std::optional<PreviousRelease> load_newest(const std::string& reports,
                                           const ContractSchemas& schemas,
                                           DiagnosticSink& sink);

/// Tells whether no release is published, as must be so before the first one.
/// Errors: `index-unreadable`, `release-not-first`; false is returned then.
bool is_unpublished(const std::string& reports,
                    const ContractSchemas& schemas,
                    DiagnosticSink& sink);

/// Reports an entry of the index that says something else than the manifest; returns whether it
/// agrees.
/// Errors: `index-differs`.
bool agrees_with_index(const Manifest& manifest,
                       const IndexEntry& entry,
                       const std::string& reports,
                       DiagnosticSink& sink);

}  // namespace simrules
