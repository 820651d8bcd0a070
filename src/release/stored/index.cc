#include "release/stored/index.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/disk/files.h"
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

IndexEntry take_entry(const json& value) {
  IndexEntry entry{value.at("version").get<std::string>(),
                   value.at("released").get<std::string>(),
                   value.at("manifest_sha256").get<std::string>()};
  if (value.contains("schema_version"))
    entry.schema_version = value.at("schema_version").get<int>();
  if (value.contains("changes")) entry.changes = impact_counts_of(value.at("changes"));
  return entry;
}

json entry_json(const IndexEntry& entry) {
  json value = {{"version", entry.version},
                {"released", entry.released},
                {"manifest_sha256", entry.manifest_sha256}};
  if (entry.schema_version) value["schema_version"] = *entry.schema_version;
  if (entry.changes) value["changes"] = impact_counts_json(*entry.changes);
  return value;
}

Index take_index(const json& value) {
  Index index{{}, take_about(value)};
  for (const json& entry : value.at("releases")) index.releases.push_back(take_entry(entry));
  return index;
}

/// An index has one form, so that not even a blank in it can change unnoticed.
bool is_canonical(const Index& index, const Document& document, DiagnosticSink& sink) {
  if (index_text(index) == document.source.text()) return true;
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

bool is_announced(const Index& index) {
  return !index.releases.empty() && index.releases.back().schema_version;
}

std::string index_text(const Index& index) {
  json releases = json::array();
  for (const IndexEntry& entry : index.releases) releases.push_back(entry_json(entry));
  json text = {{"$schema", "../schemas/index.schema.json"},
               {"schema_version", kJsonSchemaVersion},
               {"releases", std::move(releases)}};
  put_about(index.about, text);
  return json_text(text);
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
  std::optional<std::string> text = read_file(path, path, kSchemaLimits.file_bytes, renaming);
  if (!text) return std::nullopt;
  std::optional<Document> document = read_json(path, std::move(*text), kSchemaLimits, renaming);
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
