#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "release/contents/about.h"
#include "schema/schema.h"

namespace simrules {

inline constexpr const char* kManifestName = "manifest.json";
inline constexpr const char* kSumsName = "SHA256SUMS";

/// The derivation of a release whose manifest names none.
inline constexpr int kFirstDerivation = 1;

/// A file of a release before it is written or after it was read.
/// Shape: `sha256` is empty where nobody has made the digest yet.
struct ReleaseFile {
  std::string name;
  std::string bytes;
  std::string sha256 = {};
};

/// What a manifest says of one file.
struct FileEntry {
  std::string path;
  std::size_t bytes = 0;
  std::string sha256;
};

/// A release as the next one names it.
struct ReleaseLink {
  std::string version;
  std::string manifest_sha256;

  bool operator==(const ReleaseLink&) const = default;
};

/// What a release consists of.
/// Shape: `derivation` says by which code its files were made (release/release.h); `files` are all of
///        them but the manifest and SHA256SUMS, sorted by path; `previous` is empty for the first
///        release; `left_out` are the files that it would have but for their size, sorted, and `about`
///        is what the dataset states of itself where it is one of them.
struct Manifest {
  std::string version;
  std::string released;
  std::string tool_version;
  int derivation = kFirstDerivation;
  int schema_version = 0;
  std::size_t policy_count = 0;
  std::string policies_sha256;
  std::vector<FileEntry> files;
  std::optional<ReleaseLink> previous;
  std::vector<std::string> left_out = {};
  DatasetAbout about = {};

  /// Returns the digest of a file; empty for one that is not listed.
  std::string sha256_of(std::string_view path) const;

  /// Tells whether a file is left out for its size.
  bool leaves_out(std::string_view path) const;
};

FileEntry entry_of(const ReleaseFile& file);

/// Writes a manifest.
/// Shape: schemas/manifest.schema.json.
std::string manifest_text(const Manifest& manifest);

/// Reads a manifest.
/// Errors: the ids of `read_json` and SchemaChecker, `release-unreadable` for files that are not
///         sorted, there twice, or left out and listed; nothing is returned then.
std::optional<Manifest> read_manifest(const std::string& path,
                                      const std::string& text,
                                      const Schema& schema,
                                      DiagnosticSink& sink);

/// Writes the digests of all files of a release, sorted by name.
/// Source: the text format of coreutils' sha256sum.
std::string sums_text(std::vector<FileEntry> files);

}  // namespace simrules
