#include "release/stored/stored_release.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/disk/files.h"
#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/legacy/dataset.h"
#include "release/contents/parts/small_files.h"
#include "release/contents/stated.h"
#include "release/contents/words.h"
#include "release/reporting.h"
#include "release/stored/folder.h"
#include "release/stored/inventory.h"

namespace simrules {
namespace {

bool report_missing(const std::string& path, DiagnosticSink& sink) {
  return report_error(sink,
                      "release-file-missing",
                      path,
                      fmt::format("{} is not there, but every release has one", quoted(path)),
                      kRestoreFiles);
}

std::optional<std::string> read_part(const std::string& folder,
                                     const char* name,
                                     std::size_t max_bytes,
                                     DiagnosticSink& sink) {
  const std::string path = folder + '/' + name;
  if (path_exists(path)) return read_file(path, path, max_bytes, sink);
  report_missing(path, sink);
  return std::nullopt;
}

bool report_digest(DiagnosticSink& sink, const std::string& path, const char* other) {
  return report_error(
      sink,
      "release-digest-mismatch",
      path,
      fmt::format("{} is not the file whose digest is in the {}", quoted(path), other),
      kRestoreFiles);
}

/// Reads the files of a release that are wanted, and checks their digests.
template <typename IsWanted>
bool read_listed_files(StoredRelease& release, const IsWanted& is_wanted, DiagnosticSink& sink) {
  bool intact = true;
  RenamingSink renaming(sink, "release-unreadable");
  for (const FileEntry& file : release.manifest.files) {
    if (!is_wanted(file.path)) continue;
    const std::string path = release.folder + '/' + file.path;
    std::optional<std::string> bytes = read_file(path, path, file.bytes, renaming);
    const bool is_listed = bytes && sha256_hex(*bytes) == file.sha256;
    if (bytes && !is_listed) report_digest(sink, path, "manifest");
    intact = intact && is_listed;
    if (bytes) release.files[file.path] = std::move(*bytes);
  }
  return intact;
}

bool sums_agree(const StoredRelease& release, DiagnosticSink& sink) {
  std::vector<FileEntry> files = release.manifest.files;
  files.push_back(entry_of({kManifestName, release.files.at(kManifestName)}));
  const std::string path = release.folder + '/' + kSumsName;
  return release.files.at(kSumsName) == sums_text(std::move(files)) ||
         report_error(
             sink,
             "release-digest-mismatch",
             path,
             fmt::format("{} does not list the digests of the release's files", quoted(path)),
             kRestoreFiles);
}

std::optional<Dataset> open_legacy(const StoredRelease& release,
                                   const ContractSchemas& schemas,
                                   DiagnosticSink& sink) {
  auto dataset = part_of(release, kDatasetName, kDatasetLimits, sink);
  auto shape = part_of(release, kDatasetSchemaName, kShippedSchemaLimits, sink);
  if (!dataset || !shape) return std::nullopt;
  return read_legacy_dataset(std::move(*dataset), std::move(*shape), schemas, sink);
}

std::optional<Dataset> open_stated(const StoredRelease& release,
                                   const Dataset* like,
                                   const ContractSchemas& schemas,
                                   const LeaveOut& leave_out,
                                   DiagnosticSink& sink) {
  const Manifest& manifest = release.manifest;
  std::vector<LanguageFile> languages;
  for (const auto& [name, bytes] : release.files) {
    const auto tag = language_tag_of(name);
    if (tag) languages.push_back({*tag, release.folder + '/' + name, bytes});
  }
  auto text = part_of(release, kPolicySchemaName, kShippedSchemaLimits, sink);
  const auto stated = release.files.find(kStatedName);
  if (stated == release.files.end()) {
    report_missing(release.folder + '/' + kStatedName, sink);
    return std::nullopt;
  }
  if (!text) return std::nullopt;
  std::string schema_text(text->source.text());
  auto schema = shipped_policy_schema(std::move(*text), languages, like, schemas, sink);
  if (!schema) return std::nullopt;
  const auto left_out = leave_out ? leave_out(release, *schema) : std::set<std::string>();
  auto catalog =
      read_stated(release.folder + '/' + kStatedName, stated->second, *schema, sink, left_out);
  if (!catalog) return std::nullopt;
  if (catalog->policies().size() + left_out.size() != manifest.policy_count) {
    report_error(sink,
                 "release-file-differs",
                 release.folder + '/' + kStatedName,
                 fmt::format("{} holds {} policies, the manifest says {}",
                             quoted(kStatedName),
                             catalog->policies().size(),
                             manifest.policy_count),
                 kRestoreFiles);
    return std::nullopt;
  }
  const char* digested = manifest.leaves_out(kDatasetName) ? kStatedName : kDatasetName;
  return Dataset{manifest.version,
                 manifest.released,
                 kDatasetSchemaVersion,
                 manifest.sha256_of(digested),
                 std::move(*catalog),
                 std::move(*schema),
                 std::move(schema_text)};
}

/// Reads what the data of a release is read from, and no other file of it.
std::optional<StoredRelease> read_data_files(const std::string& folder,
                                             const ContractSchemas& schemas,
                                             DiagnosticSink& sink) {
  const std::string path = folder + '/' + kManifestName;
  RenamingSink renaming(sink, "release-unreadable");
  const auto text = read_part(folder, kManifestName, kListLimits.file_bytes, renaming);
  auto manifest = text ? read_manifest(path, *text, schemas.manifest, renaming) : std::nullopt;
  if (!manifest) return std::nullopt;
  const std::string dataset = folder + '/' + kDatasetName;
  if (!manifest->leaves_out(kDatasetName) && !path_exists(dataset)) {
    report_missing(dataset, sink);
    return std::nullopt;
  }
  StoredRelease release{folder, std::move(*manifest), sha256_hex(*text), {}};
  const auto is_data = [](const std::string& name) {
    return name == kStatedName || name == kPolicySchemaName || name == kCheckedName ||
           language_tag_of(name);
  };
  if (!read_listed_files(release, is_data, sink)) return std::nullopt;
  return release;
}

std::optional<Document> load_json(const std::string& path,
                                  const DocumentLimits& limits,
                                  DiagnosticSink& sink) {
  auto text = read_file(path, path, limits.file_bytes, sink);
  return text ? read_json(path, std::move(*text), limits, sink) : std::nullopt;
}

}  // namespace

bool holds_dataset(const std::string& folder) {
  return path_exists(folder + '/' + kDatasetName) || path_exists(folder + '/' + kStatedName);
}

std::optional<Dataset> load_dataset(const std::string& path,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink,
                                    const LeaveOut& leave_out) {
  const std::string folder = path.find('/') == std::string::npos ? "." : folder_of(path);
  if (path_exists(folder + '/' + kStatedName)) {
    const auto release = read_data_files(folder, schemas, sink);
    if (!release) return std::nullopt;
    auto opened = open_release(*release, schemas, sink, nullptr, leave_out);
    return opened ? std::optional(std::move(opened->dataset)) : std::nullopt;
  }
  auto dataset = load_json(path, kDatasetLimits, sink);
  if (!dataset) return std::nullopt;
  const std::string beside = folder == "." ? kDatasetSchemaName : folder + '/' + kDatasetSchemaName;
  auto shape = load_json(beside, kShippedSchemaLimits, sink);
  if (!shape) return std::nullopt;
  return read_legacy_dataset(std::move(*dataset), std::move(*shape), schemas, sink);
}

std::optional<StoredRelease> read_release(const std::string& folder,
                                          const std::string& manifest_sha256,
                                          const ContractSchemas& schemas,
                                          DiagnosticSink& sink) {
  RenamingSink renaming(sink, "release-unreadable");
  if (!path_exists(folder)) {
    report_error(sink,
                 "release-missing",
                 folder,
                 fmt::format("{} is in the index but not there", quoted(folder)),
                 kRestoreFiles);
    return std::nullopt;
  }
  // What an index lists lies beside it; a link could show something else at any time.
  if (!manifest_sha256.empty() && !is_folder(folder)) {
    report_error(sink,
                 "release-unreadable",
                 folder,
                 fmt::format("{} is no folder, and a link to one is not followed", quoted(folder)),
                 kRestoreFiles);
    return std::nullopt;
  }
  std::optional<std::string> manifest =
      read_part(folder, kManifestName, kListLimits.file_bytes, renaming);
  std::optional<std::string> sums = read_part(folder, kSumsName, kListLimits.file_bytes, renaming);
  if (!manifest || !sums) return std::nullopt;
  const std::string path = folder + '/' + kManifestName;
  StoredRelease release{folder, {}, sha256_hex(*manifest), {}};
  if (!manifest_sha256.empty() && release.manifest_sha256 != manifest_sha256) {
    report_digest(sink, path, "index");
    return std::nullopt;
  }
  std::optional<Manifest> parsed = read_manifest(path, *manifest, schemas.manifest, renaming);
  if (!parsed) return std::nullopt;
  release.manifest = std::move(*parsed);
  release.files[kManifestName] = std::move(*manifest);
  release.files[kSumsName] = std::move(*sums);
  if (!holds_what_is_listed(folder, release.manifest, sink)) return std::nullopt;
  const bool intact = read_listed_files(
      release, [](const auto&) { return true; }, sink);
  if (!sums_agree(release, sink) || !intact) return std::nullopt;
  return release;
}

std::optional<Document> part_of(const StoredRelease& release,
                                const char* name,
                                const DocumentLimits& limits,
                                DiagnosticSink& sink) {
  const std::string path = release.folder + '/' + name;
  const auto file = release.files.find(name);
  if (file != release.files.end()) return read_json(path, file->second, limits, sink);
  report_missing(path, sink);
  return std::nullopt;
}

std::optional<PreviousRelease> open_release(const StoredRelease& release,
                                            const ContractSchemas& schemas,
                                            DiagnosticSink& sink,
                                            const Dataset* like,
                                            const LeaveOut& leave_out) {
  RenamingSink renaming(sink, "release-unreadable");
  const bool is_stated = release.manifest.schema_version >= kFirstStatedVersion;
  auto read = is_stated ? open_stated(release, like, schemas, leave_out, renaming)
                        : open_legacy(release, schemas, renaming);
  if (!read) return std::nullopt;
  if (read->schema_version != release.manifest.schema_version) {
    report_error(sink,
                 "release-unreadable",
                 release.folder + '/' + kManifestName,
                 fmt::format("the manifest says schema version {}, the dataset {}",
                             release.manifest.schema_version,
                             read->schema_version),
                 kRestoreFiles);
    return std::nullopt;
  }
  PreviousRelease opened{std::move(*read),
                         {release.manifest.version, release.manifest_sha256},
                         release.manifest.derivation};
  if (!release.files.contains(kRedirectsName)) return opened;
  const auto redirects = part_of(release, kRedirectsName, kDatasetLimits, renaming);
  if (!redirects) return std::nullopt;
  opened.redirects = redirects->value;
  return opened;
}

bool agrees_with_index(const Manifest& manifest,
                       const IndexEntry& entry,
                       const std::string& reports,
                       DiagnosticSink& sink) {
  if (manifest.version == entry.version && manifest.released == entry.released) return true;
  return report_error(sink,
                      "index-differs",
                      reports + '/' + kIndexName,
                      fmt::format("the index says {} of {}, the manifest of that release {} of {}",
                                  quoted(entry.version),
                                  entry.released,
                                  quoted(manifest.version),
                                  manifest.released),
                      "restore the index as it was published");
}

std::optional<PreviousRelease> load_release(const std::string& reports,
                                            const IndexEntry& entry,
                                            const ContractSchemas& schemas,
                                            DiagnosticSink& sink) {
  const std::string folder = reports + '/' + entry.version;
  const auto release = read_release(folder, entry.manifest_sha256, schemas, sink);
  if (!release || !agrees_with_index(release->manifest, entry, reports, sink)) return std::nullopt;
  return open_release(*release, schemas, sink);
}

std::optional<PreviousRelease> load_newest(const std::string& reports,
                                           const ContractSchemas& schemas,
                                           DiagnosticSink& sink) {
  const auto index = read_index(reports, schemas.index, sink);
  if (!index) return std::nullopt;
  if (!index->releases.empty()) return load_release(reports, index->releases.back(), schemas, sink);
  const std::string path = reports + '/' + kIndexName;
  report_error(sink,
               "index-missing",
               path,
               fmt::format("{} lists no release", quoted(path)),
               "publish the first release with `simrules release --initial`");
  return std::nullopt;
}

bool is_unpublished(const std::string& reports,
                    const ContractSchemas& schemas,
                    DiagnosticSink& sink) {
  const auto index = read_index_if_any(reports, schemas.index, sink);
  if (!index || index->releases.empty()) return index.has_value();
  const std::string path = reports + '/' + kIndexName;
  return report_error(sink,
                      "release-not-first",
                      path,
                      fmt::format("{} lists releases already, the newest is {}",
                                  quoted(path),
                                  quoted(index->releases.back().version)),
                      "leave `--initial` out");
}

}  // namespace simrules
