#include "release/proof/derivation.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/semver.h"
#include "base/text.h"
#include "release/contents/changes_json.h"
#include "release/contents/parts/left_out.h"
#include "release/contents/parts/small_files.h"
#include "release/proof/passive.h"
#include "release/reporting.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kRestoreRelease =
    "restore the files of the release from where they were published";

/// The last version of the tool whose releases name no derivation.
constexpr SemVer kLastWithoutDerivation{2, 1, 0};

/// The first version of the tool whose index says how many changes a release has.
constexpr SemVer kFirstToCount{2, 0, 0};

std::string manifest_path(const StoredRelease& stored) {
  return stored.folder + '/' + kManifestName;
}

bool report_lowered(const StoredRelease& stored, std::string why, DiagnosticSink& sink) {
  return report_error(
      sink,
      "release-derivation-lowered",
      manifest_path(stored),
      fmt::format("the manifest is of derivation {}, but {}", stored.manifest.derivation, why),
      kRestoreRelease);
}

bool is_of_release(const json& file, const Dataset& data) {
  return file.at("version") == data.version && file.at("released") == data.released;
}

bool is_entry_of(const json& entry, const Policy& policy) {
  const json& source = entry.at("source");
  return entry.at("id") == policy.id && source.at("path") == policy.path &&
         source.at("sha256") == policy.sha256.hex();
}

/// Tells whether a dataset that is not made again is of the release and the policies that it is beside.
bool is_dataset_of(const StoredRelease& stored, const Dataset& data) {
  if (stored.manifest.leaves_out(kDatasetName)) {
    return std::ranges::all_of(data.catalog.policies(), [&](const Policy& policy) {
      const auto file = stored.files.find(by_policy_name(policy.id));
      if (file == stored.files.end()) return false;
      const json value = json::parse(file->second);
      return is_of_release(value, data) && is_entry_of(value.at("policy"), policy);
    });
  }
  const json dataset = json::parse(stored.files.at(kDatasetName));
  return is_of_release(dataset, data) &&
         std::ranges::equal(dataset.at("policies"), data.catalog.policies(), is_entry_of);
}

/// Adds what a file says that changed to what the index says of its release.
void add_counts(const json& changes, bool tells_policies, IndexEntry& entry) {
  for (const auto& [impact, count] : impact_counts_of(changes.at("summary")))
    (*entry.changes)[impact] += count;
  if (tells_policies)
    entry.policies->merge(policy_impacts_of(changes.at("impacts").at("policies")));
}

/// Compares what a manifest tells of the data with the data.
bool tells_of(const StoredRelease& stored, const Dataset& dataset, DiagnosticSink& sink) {
  const Manifest& manifest = stored.manifest;
  if (manifest.version == dataset.version && manifest.released == dataset.released &&
      manifest.policy_count == dataset.catalog.policies().size() &&
      manifest.policies_sha256 == policies_digest(dataset.catalog) &&
      is_dataset_of(stored, dataset))
    return true;
  const std::string path = manifest_path(stored);
  return report_error(
      sink,
      "release-file-differs",
      path,
      fmt::format("{} tells of other policies than the dataset holds, or of another "
                  "version or day",
                  quoted(path)),
      kRestoreRelease);
}

}  // namespace

bool is_passive(const StoredRelease& stored, DiagnosticSink& sink) {
  bool passive = true;
  for (const FileEntry& file : stored.manifest.files) {
    const std::string found = active_content_of({file.path, stored.files.at(file.path)});
    if (found.empty()) continue;
    const std::string path = stored.folder + '/' + file.path;
    passive = report_error(sink,
                           "release-active-content",
                           path,
                           fmt::format("{} holds {}, which no release of derivation {} does",
                                       quoted(path),
                                       found,
                                       stored.manifest.derivation),
                           kRestoreRelease);
  }
  return passive;
}

bool is_known_derivation(const StoredRelease& stored, DiagnosticSink& sink) {
  if (stored.manifest.derivation <= kDerivation) return true;
  return report_error(sink,
                      "release-newer",
                      manifest_path(stored),
                      fmt::format("the release is of derivation {}, this tool makes {}",
                                  stored.manifest.derivation,
                                  kDerivation),
                      "use a newer version of simrules");
}

bool derivation_holds(const StoredRelease& stored, int before, DiagnosticSink& sink) {
  const Manifest& manifest = stored.manifest;
  if (manifest.derivation < before) {
    return report_lowered(stored, fmt::format("that of the release before it is {}", before), sink);
  }
  const auto maker = parse_semver(manifest.tool_version);
  if (manifest.derivation != kFirstDerivation || (maker && *maker <= kLastWithoutDerivation))
    return true;
  return report_lowered(
      stored, fmt::format("simrules {} makes higher ones", printable(manifest.tool_version)), sink);
}

std::optional<IndexEntry> prove_older(const StoredRelease& stored,
                                      const Dataset& dataset,
                                      DiagnosticSink& sink) {
  const bool agrees = tells_of(stored, dataset, sink);
  if (!is_passive(stored, sink) || !agrees) return std::nullopt;
  return told_entry(stored, sink);
}

std::optional<IndexEntry> told_entry(const StoredRelease& stored, DiagnosticSink& sink) {
  const Manifest& manifest = stored.manifest;
  IndexEntry entry{manifest.version, manifest.released, stored.manifest_sha256};
  if (const auto maker = parse_semver(manifest.tool_version); maker && *maker < kFirstToCount)
    return entry;
  entry.schema_version = manifest.schema_version;
  if (manifest.leaves_out(kDatasetName)) entry.dataset = kPoliciesName;
  if (!manifest.previous) return entry;
  const bool tells_policies = manifest.schema_version >= kFirstToldVersion;
  entry.changes.emplace();
  if (tells_policies) entry.policies.emplace();
  // The schema that shipped may let shapes pass that our code does not expect.
  try {
    for (const auto& [name, bytes] : stored.files)
      if (tells_changes(name)) add_counts(json::parse(bytes), tells_policies, entry);
  } catch (const json::exception& error) {
    report_error(
        sink,
        "release-unreadable",
        stored.folder + '/' + kChangesName,
        fmt::format("the changes of {} cannot be counted: {}", quoted(stored.folder), error.what()),
        kRestoreRelease);
    return std::nullopt;
  }
  return entry;
}

}  // namespace simrules
