#include "release/stored/index.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/disk/files.h"
#include "base/member.h"
#include "base/semver.h"
#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "release/contents/schemas.h"
#include "release/reporting.h"
#include "release/stored/folder.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of the index's shape in which a key is left out where nothing is known.
constexpr int kFormerIndexVersion = 1;
constexpr int kIndexVersion = 2;
constexpr const char* kFormerIndexSchemaPath = "../schemas/index.schema.json";

constexpr const char* kSchemaVersion = "schema_version";
constexpr const char* kChanges = "changes";
constexpr const char* kPolicies = "policies";
constexpr const char* kDataset = "dataset";

IndexEntry take_entry(const json& value) {
  IndexEntry entry{value.at("version").get<std::string>(),
                   value.at("released").get<std::string>(),
                   value.at("manifest_sha256").get<std::string>()};
  const json& version = member_of(value, kSchemaVersion);
  if (!version.is_null()) entry.schema_version = version.get<int>();
  const json& changes = member_of(value, kChanges);
  if (!changes.is_null()) entry.changes = impact_counts_of(changes);
  const json& policies = member_of(value, kPolicies);
  if (!policies.is_null()) entry.policies = policy_impacts_of(policies);
  entry.dataset = value.value(kDataset, entry.dataset);
  return entry;
}

json entry_json(const IndexEntry& entry, bool is_former) {
  json value = {{"version", entry.version},
                {"released", entry.released},
                {"manifest_sha256", entry.manifest_sha256}};
  if (entry.schema_version || !is_former)
    value[kSchemaVersion] = entry.schema_version ? json(*entry.schema_version) : json();
  if (entry.changes || !is_former)
    value[kChanges] = entry.changes ? impact_counts_json(*entry.changes) : json();
  if (!is_former) value[kPolicies] = entry.policies ? policy_impacts_json(*entry.policies) : json();
  if (entry.dataset != kDatasetName) value[kDataset] = entry.dataset;
  return value;
}

Index take_index(const json& value) {
  Index index{{}, take_about(value)};
  for (const json& entry : value.at("releases")) index.releases.push_back(take_entry(entry));
  return index;
}

/// Writes an index in our form or in that of the tools from before `kFirstToldVersion`.
std::string text_in_form(const Index& index, bool is_former) {
  json releases = json::array();
  for (const IndexEntry& entry : index.releases) releases.push_back(entry_json(entry, is_former));
  json text = {{"$schema", is_former ? kFormerIndexSchemaPath : kIndexSchemaName},
               {kSchemaVersion, is_former ? kFormerIndexVersion : kIndexVersion},
               {"releases", std::move(releases)}};
  put_about(index.about, text);
  if (!is_former) put_missing_about(text);
  return json_text(text);
}

/// An index has one of two forms, so that not even a blank in it can change unnoticed.
bool is_canonical(const Index& index, const Document& document, DiagnosticSink& sink) {
  const std::string_view text = document.source.text();
  if (text == text_in_form(index, false) || text == text_in_form(index, true)) return true;
  const std::string& path = document.source.path();
  return report_error(sink,
                      "index-unreadable",
                      path,
                      fmt::format("{} is not in the form that simrules writes", quoted(path)),
                      "restore the index as it was published");
}

bool follows(const IndexEntry& next, const IndexEntry& previous) {
  const std::optional<SemVer> version = parse_semver(next.version);
  const std::optional<SemVer> before = parse_semver(previous.version);
  return version && before && *before < *version && previous.released <= next.released;
}

bool is_ordered(const Index& index, const std::string& path, DiagnosticSink& sink) {
  bool ordered = true;
  for (std::size_t i = 1; i < index.releases.size(); ++i) {
    const IndexEntry& next = index.releases[i];
    const IndexEntry& previous = index.releases[i - 1];
    if (follows(next, previous)) continue;
    ordered = report_error(sink,
                           "release-order",
                           path,
                           fmt::format("{} of {} does not follow {} of {}",
                                       quoted(next.version),
                                       next.released,
                                       quoted(previous.version),
                                       previous.released),
                           "restore the index as it was published, oldest release first");
  }
  return ordered;
}

}  // namespace

const IndexEntry* Index::find(const std::string& version) const {
  const auto found = std::find_if(releases.begin(), releases.end(), [&](const IndexEntry& entry) {
    return entry.version == version;
  });
  return found == releases.end() ? nullptr : &*found;
}

int newest_shape(const Index& index) {
  return index.releases.empty() ? 0 : index.releases.back().schema_version.value_or(0);
}

std::vector<ReleaseFile> view_files(const std::vector<IndexView>& views, const Index& index) {
  std::vector<ReleaseFile> files;
  for (const IndexView& view : views) {
    if (newest_shape(index) < view.since) continue;
    if (!view.render_each) {
      files.push_back({view.name, view.render(index)});
      continue;
    }
    std::vector<ReleaseFile> each = view.render_each(index);
    std::ranges::move(each, std::back_inserter(files));
  }
  return files;
}

std::string index_text(const Index& index) {
  // That of the tool that made the newest release.
  return text_in_form(index, newest_shape(index) < kFirstToldVersion);
}

std::optional<Index> read_index(const std::string& reports,
                                const Schema& schema,
                                DiagnosticSink& sink) {
  const std::string path = reports + '/' + kIndexName;
  if (!path_exists(path)) {
    report_error(sink,
                 "index-missing",
                 path,
                 fmt::format("{} is not there, so no release is known", quoted(path)),
                 "restore it, or publish the first release with `simrules release --initial`");
    return std::nullopt;
  }
  RenamingSink renaming(sink, "index-unreadable");
  std::optional<std::string> text = read_file(path, path, kListLimits.file_bytes, renaming);
  return text ? parse_index(path, std::move(*text), schema, sink) : std::nullopt;
}

std::optional<Index> parse_index(const std::string& path,
                                 std::string text,
                                 const Schema& schema,
                                 DiagnosticSink& sink) {
  RenamingSink renaming(sink, "index-unreadable");
  std::optional<Document> document = read_json(path, std::move(text), kListLimits, renaming);
  if (!document || !SchemaChecker(schema).check(*document, renaming)) return std::nullopt;
  Index index = take_index(document->value);
  if (!is_ordered(index, path, sink) || !is_canonical(index, *document, sink)) {
    return std::nullopt;
  }
  return index;
}

std::optional<Index> read_index_if_any(const std::string& reports,
                                       const Schema& schema,
                                       DiagnosticSink& sink) {
  if (!path_exists(reports + '/' + kIndexName)) return Index{};
  return read_index(reports, schema, sink);
}

void warn_of_unlisted(const std::string& reports, const Index& index, DiagnosticSink& sink) {
  const auto entries = list_folder(reports, sink);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != EntryKind::kFolder || index.find(entry.name) != nullptr) continue;
    Diagnostic warning;
    warning.check = "release-not-indexed";
    warning.severity = Severity::kWarning;
    warning.place.path = reports + '/' + entry.name;
    warning.message = fmt::format("{} is no published release: the index does not list it",
                                  quoted(warning.place.path));
    warning.help = "remove it; a run that died may have left it behind";
    sink.report(std::move(warning));
  }
}

}  // namespace simrules
