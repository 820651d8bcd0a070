#include "release/proof/verify.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "release/contents/stated.h"
#include "release/contents/words.h"
#include "release/proof/derivation.h"
#include "release/proof/rederived.h"
#include "release/reporting.h"
#include "release/stored/folder.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

/// What a verified release leaves for the next one to be compared with.
struct Verified {
  StoredRelease stored;
  std::optional<PreviousRelease> opened;
  bool fine = false;
};

/// A JSON file of a release and the schema beside it.
struct SchemaPair {
  std::string file;
  std::string schema;
};

/// Lists the JSON files of a release by name; the dataset and the files of single policies are not
/// among them.
std::vector<SchemaPair> schema_pairs(const StoredRelease& stored) {
  std::vector<SchemaPair> pairs = {{"changes.json", "changes.schema.json"},
                                   {kManifestName, "manifest.schema.json"}};
  for (const auto& file : stored.files) {
    if (language_tag_of(file.first)) pairs.push_back({file.first, kLanguageSchemaName});
  }
  for (const char* name : kSmallFiles) {
    if (stored.files.contains(name)) pairs.push_back({name, small_schema_name(name)});
  }
  if (stored.files.contains(kCheckedName)) pairs.push_back({kCheckedName, kCheckedSchemaName});
  return pairs;
}

bool conforms(const StoredRelease& stored, const SchemaPair& pair, DiagnosticSink& sink) {
  RenamingSink renaming(sink, "release-unreadable");
  std::optional<Document> document = part_of(stored, pair.file.c_str(), kDatasetLimits, renaming);
  std::optional<Document> text =
      part_of(stored, pair.schema.c_str(), kShippedSchemaLimits, renaming);
  if (!document || !text) return false;
  const std::optional<Schema> schema = Schema::load(std::move(*text), renaming);
  return schema && SchemaChecker(*schema).check(*document, renaming);
}

/// Reads the schema of the files of single policies, with what that of the dataset says of them.
std::optional<Schema> by_policy_schema(const StoredRelease& stored, DiagnosticSink& sink) {
  const auto text = part_of(stored, kByPolicySchemaName, kShippedSchemaLimits, sink);
  const auto dataset = part_of(stored, kDatasetSchemaName, kShippedSchemaLimits, sink);
  if (!text || !dataset) return std::nullopt;
  std::string whole;
  try {
    whole = compact_json_text(with_dataset_entry(text->value, dataset->value));
  } catch (const nlohmann::json::exception& error) {
    report_error(sink,
                 "release-unreadable",
                 text->source.path(),
                 fmt::format("the schema has another shape: {}", error.what()),
                 "restore the files of the release from where they were published");
    return std::nullopt;
  }
  auto document = read_json(text->source.path(), std::move(whole), kShippedSchemaLimits, sink);
  return document ? Schema::load(std::move(*document), sink) : std::nullopt;
}

/// Tells whether the files of single policies conform to their schema.
bool policies_conform(const StoredRelease& stored, DiagnosticSink& sink) {
  const auto is_one = [](const auto& file) { return is_by_policy(file.first); };
  if (std::ranges::none_of(stored.files, is_one)) return true;
  RenamingSink renaming(sink, "release-unreadable");
  const auto schema = by_policy_schema(stored, renaming);
  if (!schema) return false;
  bool fine = true;
  SchemaChecker checker(*schema);
  for (const auto& file : stored.files) {
    if (!is_one(file)) continue;
    const auto document = part_of(stored, file.first.c_str(), kDatasetLimits, renaming);
    fine = document && checker.check(*document, renaming) && fine;
  }
  return fine;
}

/// Tells whether what is beside the dataset conforms to its schemas.
bool conforms_to_shipped_schemas(const StoredRelease& stored, DiagnosticSink& sink) {
  bool fine = true;
  for (const SchemaPair& pair : schema_pairs(stored)) fine = conforms(stored, pair, sink) && fine;
  return fine;
}

bool chain_holds(const StoredRelease& stored,
                 const std::optional<ReleaseLink>& expected,
                 DiagnosticSink& sink) {
  if (stored.manifest.previous == expected) return true;
  const auto name = [](const std::optional<ReleaseLink>& link) {
    return link ? fmt::format("{} with manifest {}", quoted(link->version), link->manifest_sha256)
                : std::string("none");
  };
  return report_error(
      sink,
      "release-chain-broken",
      stored.folder + '/' + kManifestName,
      fmt::format("the manifest names as previous release {}, but it is {}",
                  name(stored.manifest.previous),
                  name(expected)),
      "restore the releases from where they were published; history is never rewritten");
}

/// Names the files of a release that are not made again.
NotMadeAgain not_made_again(const Manifest& manifest) {
  NotMadeAgain release{manifest.version, manifest.derivation, {}};
  for (const FileEntry& file : manifest.files) release.files.push_back(file.path);
  return release;
}

/// Verifies a release whose previous one, if it has one, was opened; returns what the index says of it.
std::optional<IndexEntry> verify_content(const Verified& release,
                                         const std::optional<PreviousRelease>& previous,
                                         const Renderers& renderers,
                                         VerifySummary& summary,
                                         DiagnosticSink& sink) {
  if (!release.opened) return std::nullopt;
  const StoredRelease& stored = release.stored;
  const Dataset& dataset = release.opened->dataset;
  if (stored.manifest.derivation == kDerivation)
    return make_again(stored, dataset, previous, renderers, sink);
  summary.not_made_again.push_back(not_made_again(stored.manifest));
  return prove_older(stored, dataset, sink);
}

/// Compares what the index says of a release with what follows from the release.
bool is_told_right(const IndexEntry& entry,
                   const IndexEntry& expected,
                   const std::string& reports,
                   DiagnosticSink& sink) {
  if (expected == entry) return true;
  return report_error(sink,
                      "index-differs",
                      reports + '/' + kIndexName,
                      fmt::format("the index counts other changes of {} than there are, or has "
                                  "another schema version",
                                  quoted(entry.version)),
                      "restore the index as it was published");
}

/// Reads a release and verifies what needs no other release.
std::optional<Verified> open_verified(const std::string& folder,
                                      const std::string& manifest_sha256,
                                      const ContractSchemas& schemas,
                                      DiagnosticSink& sink) {
  std::optional<StoredRelease> stored = read_release(folder, manifest_sha256, schemas, sink);
  if (!stored) return std::nullopt;
  Verified release{std::move(*stored), std::nullopt, false};
  if (!is_known_derivation(release.stored, sink)) return release;
  // An older dataset is checked when it is read.
  const bool is_read = release.stored.manifest.schema_version < kFirstStatedVersion;
  if (is_read || conforms(release.stored, {kDatasetName, kDatasetSchemaName}, sink)) {
    release.opened = open_release(release.stored, schemas, sink);
  }
  release.fine = conforms_to_shipped_schemas(release.stored, sink) && release.opened;
  // What is wrong with the schema of the dataset, which they share, is told once.
  if (release.opened) release.fine = policies_conform(release.stored, sink) && release.fine;
  return release;
}

std::optional<VerifySummary> verify_all(const std::string& reports,
                                        const Renderers& renderers,
                                        const ContractSchemas& schemas,
                                        DiagnosticSink& sink) {
  const std::optional<Index> index = read_index(reports, schemas.index, sink);
  if (!index) return std::nullopt;
  VerifySummary summary;
  bool fine = true;
  // What cannot be opened is a finding already; then its successor has nothing to be compared with.
  bool base_known = true;
  std::optional<PreviousRelease> previous;
  std::optional<ReleaseLink> link;
  int derivation = kFirstDerivation;
  for (const IndexEntry& entry : index->releases) {
    const std::string folder = reports + '/' + entry.version;
    auto release = open_verified(folder, entry.manifest_sha256, schemas, sink);
    fine = fine && release && release->fine;
    if (release) {
      const bool agrees = agrees_with_index(release->stored.manifest, entry, reports, sink);
      fine = chain_holds(release->stored, link, sink) && fine;
      const bool is_proved = derivation_holds(release->stored, derivation, sink) && base_known;
      const auto expected =
          is_proved ? verify_content(*release, previous, renderers, summary, sink) : std::nullopt;
      fine = expected && agrees && is_told_right(entry, *expected, reports, sink) && fine;
      summary.files += release->stored.files.size();
      derivation = std::max(derivation, release->stored.manifest.derivation);
    }
    ++summary.releases;
    link = {entry.version, entry.manifest_sha256};
    base_known = release && release->opened;
    previous = base_known ? std::move(release->opened) : std::nullopt;
  }
  warn_of_unlisted(reports, *index, sink);
  if (summary.releases > 0) return fine ? std::optional(summary) : std::nullopt;
  report_error(sink,
               "index-missing",
               reports + '/' + kIndexName,
               fmt::format("{} lists no release, so there is nothing to verify", quoted(reports)),
               "name the folder of the releases, or publish the first one");
  return std::nullopt;
}

std::optional<VerifySummary> verify_one(const std::string& folder,
                                        const Renderers& renderers,
                                        const ContractSchemas& schemas,
                                        DiagnosticSink& sink) {
  const auto release = open_verified(folder, "", schemas, sink);
  if (!release || !release->fine) return std::nullopt;
  const StoredRelease& stored = release->stored;
  VerifySummary summary{1, stored.files.size()};
  const std::optional<ReleaseLink>& link = stored.manifest.previous;
  std::optional<PreviousRelease> previous;
  int derivation = kFirstDerivation;
  if (link) {
    const std::string neighbour = folder + "/../" + link->version;
    // A release that was downloaded alone has no neighbours; its own digests must do.
    if (!path_exists(neighbour)) {
      summary.missing = link->version;
    } else {
      const auto before = read_release(neighbour, link->manifest_sha256, schemas, sink);
      if (before) previous = open_release(*before, schemas, sink);
      if (!previous) return std::nullopt;
      derivation = before->manifest.derivation;
    }
  }
  if (!derivation_holds(stored, derivation, sink)) return std::nullopt;
  // Without its base a release cannot be made again, and is proved as an older one is.
  if (!summary.missing.empty()) {
    summary.not_made_again.push_back(not_made_again(stored.manifest));
    return prove_older(stored, release->opened->dataset, sink) ? std::optional(summary)
                                                               : std::nullopt;
  }
  if (!verify_content(*release, previous, renderers, summary, sink)) return std::nullopt;
  return summary;
}

/// Follows the links from a release back to the one whose manifest has a digest.
std::optional<std::string> find_behind(const std::string& folder,
                                       const std::string& manifest_sha256,
                                       const ContractSchemas& schemas,
                                       DiagnosticSink& sink) {
  auto release = read_release(folder, "", schemas, sink);
  while (release) {
    const Manifest& manifest = release->manifest;
    if (release->manifest_sha256 == manifest_sha256) return manifest.version;
    const std::optional<ReleaseLink> link = manifest.previous;
    if (!link) break;
    if (link->manifest_sha256 == manifest_sha256) return link->version;
    const std::string neighbour = folder + "/../" + link->version;
    if (!path_exists(neighbour)) break;
    release = read_release(neighbour, link->manifest_sha256, schemas, sink);
  }
  return std::nullopt;
}

std::optional<std::string> find_listed(const std::string& reports,
                                       const std::string& manifest_sha256,
                                       const ContractSchemas& schemas,
                                       DiagnosticSink& sink) {
  const std::optional<Index> index = read_index(reports, schemas.index, sink);
  if (!index) return std::nullopt;
  for (const IndexEntry& entry : index->releases) {
    if (entry.manifest_sha256 == manifest_sha256) return entry.version;
  }
  return std::nullopt;
}

bool is_release(const std::string& folder) { return path_exists(folder + '/' + kManifestName); }

}  // namespace

std::optional<std::string> find_ancestor(const std::string& folder,
                                         const std::string& manifest_sha256,
                                         const ContractSchemas& schemas,
                                         DiagnosticSink& sink) {
  const auto find = is_release(folder) ? find_behind : find_listed;
  auto version = find(folder, manifest_sha256, schemas, sink);
  if (version) return version;
  report_error(sink,
               "release-not-ancestor",
               folder,
               fmt::format("no release here has a manifest with the digest {}", manifest_sha256),
               "what you hold is not in this history, or its release is not in this folder: get "
               "the releases from where they were published");
  return std::nullopt;
}

std::optional<VerifySummary> verify(const std::string& folder,
                                    const Renderers& renderers,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink) {
  return is_release(folder) ? verify_one(folder, renderers, schemas, sink)
                            : verify_all(folder, renderers, schemas, sink);
}

}  // namespace simrules
