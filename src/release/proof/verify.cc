#include "release/proof/verify.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "release/contents/parts/left_out.h"
#include "release/proof/conformity.h"
#include "release/proof/derivation.h"
#include "release/proof/rederived.h"
#include "release/reporting.h"
#include "release/stored/folder.h"

namespace simrules {
namespace {

/// What a verified release leaves for the next one to be compared with.
struct Verified {
  StoredRelease stored;
  std::optional<PreviousRelease> opened;
  bool fine = false;
};

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
                                      const Jobs& jobs,
                                      DiagnosticSink& sink) {
  std::optional<StoredRelease> stored = read_release(folder, manifest_sha256, schemas, sink);
  if (!stored) return std::nullopt;
  Verified release{std::move(*stored), std::nullopt, false};
  if (!is_known_derivation(release.stored, sink)) return release;
  const Conformity conformity = conformity_of(release.stored, jobs);
  if (conformity.of_dataset(sink)) release.opened = open_release(release.stored, schemas, sink);
  release.fine = conformity.of_others(sink) && release.opened;
  // What is wrong with the schema of the dataset, which they share, is told once.
  if (release.opened) release.fine = conformity.of_policies(sink) && release.fine;
  return release;
}

/// Reads an older release, whose files its digests prove; the base of the newest is opened, too.
std::optional<Verified> open_older(const std::string& folder,
                                   const std::string& manifest_sha256,
                                   bool is_base,
                                   const ContractSchemas& schemas,
                                   DiagnosticSink& sink) {
  std::optional<StoredRelease> stored = read_release(folder, manifest_sha256, schemas, sink);
  if (!stored) return std::nullopt;
  Verified release{std::move(*stored), std::nullopt, false};
  if (is_base) release.opened = open_release(release.stored, schemas, sink);
  release.fine = is_known_derivation(release.stored, sink) && release.opened.has_value() == is_base;
  return release;
}

/// A walk along a history, the oldest release first.
/// Shape: `previous` and `link` are of the release before; what cannot be opened is a finding already,
///        and then its successor has nothing to be compared with: the base is not known.
struct Walk {
  const std::string& reports;
  const Renderers& renderers;
  const ContractSchemas& schemas;
  DiagnosticSink& sink;
  VerifySummary summary = {};
  bool fine = true;
  bool base_known = true;
  std::optional<PreviousRelease> previous = {};
  std::optional<ReleaseLink> link = {};
  int derivation = kFirstDerivation;
};

/// Returns what the index must say of a release, if that can be proved.
std::optional<IndexEntry> expected_entry(const Verified& release, bool is_made_again, Walk& walk) {
  if (is_made_again) {
    if (!walk.base_known) return std::nullopt;
    return verify_content(release, walk.previous, walk.renderers, walk.summary, walk.sink);
  }
  const Manifest& manifest = release.stored.manifest;
  if (manifest.derivation == kDerivation) {
    walk.summary.by_digest.push_back(manifest.version);
  } else {
    walk.summary.not_made_again.push_back(not_made_again(manifest));
    if (!is_passive(release.stored, walk.sink)) return std::nullopt;
  }
  return told_entry(release.stored, walk.sink);
}

/// Verifies what was read of the next release.
void verify_next(const IndexEntry& entry,
                 std::optional<Verified> release,
                 bool is_made_again,
                 Walk& walk) {
  bool& fine = walk.fine;
  fine = fine && release && release->fine;
  if (release) {
    const Manifest& manifest = release->stored.manifest;
    const bool agrees = agrees_with_index(manifest, entry, walk.reports, walk.sink);
    fine = chain_holds(release->stored, walk.link, walk.sink) && fine;
    const auto expected = derivation_holds(release->stored, walk.derivation, walk.sink)
                              ? expected_entry(*release, is_made_again, walk)
                              : std::nullopt;
    fine = expected && agrees && is_told_right(entry, *expected, walk.reports, walk.sink) && fine;
    walk.summary.files += release->stored.files.size();
    walk.derivation = std::max(walk.derivation, manifest.derivation);
  }
  ++walk.summary.releases;
  walk.link = {entry.version, entry.manifest_sha256};
  walk.base_known = release && release->opened;
  walk.previous = walk.base_known ? std::move(release->opened) : std::nullopt;
}

std::optional<VerifySummary> verify_all(const std::string& reports,
                                        const Renderers& renderers,
                                        const ContractSchemas& schemas,
                                        Extent extent,
                                        DiagnosticSink& sink) {
  const std::optional<Index> index = read_index(reports, schemas.index, sink);
  if (!index) return std::nullopt;
  Walk walk{reports, renderers, schemas, sink};
  Progress* progress = renderers.jobs.progress;
  for (std::size_t left = index->releases.size(); const IndexEntry& entry : index->releases) {
    if (progress != nullptr)
      progress->tell("releases verified", walk.summary.releases, index->releases.size());
    const std::string folder = reports + '/' + entry.version;
    const bool is_made_again = --left == 0 || extent == Extent::kAll;
    auto release = is_made_again
                       ? open_verified(folder, entry.manifest_sha256, schemas, renderers.jobs, sink)
                       : open_older(folder, entry.manifest_sha256, left == 1, schemas, sink);
    verify_next(entry, std::move(release), is_made_again, walk);
  }
  if (progress != nullptr) progress->end();
  warn_of_unlisted(reports, *index, sink);
  if (walk.summary.releases > 0) return walk.fine ? std::optional(walk.summary) : std::nullopt;
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
  const auto release = open_verified(folder, "", schemas, renderers.jobs, sink);
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
                                    DiagnosticSink& sink,
                                    Extent extent) {
  return is_release(folder) ? verify_one(folder, renderers, schemas, sink)
                            : verify_all(folder, renderers, schemas, extent, sink);
}

}  // namespace simrules
