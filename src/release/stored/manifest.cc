#include "release/stored/manifest.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/member.h"
#include "base/text.h"
#include "document/json_reader.h"
#include "release/contents/dataset.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/left_out.h"
#include "release/reporting.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr int kManifestVersion = 1;
constexpr const char* kLeftOut = "left_out";
constexpr const char* kAbout = "about";

std::string required_text(const json& value, const char* name) {
  return value.at(name).get<std::string>();
}

bool by_path(const FileEntry& a, const FileEntry& b) { return a.path < b.path; }

std::vector<FileEntry> take_files(const json& list) {
  std::vector<FileEntry> files;
  for (const json& file : list) {
    files.push_back({required_text(file, "path"),
                     file.at("bytes").get<std::size_t>(),
                     required_text(file, "sha256")});
  }
  return files;
}

std::vector<std::string> take_left_out(const json& list) {
  std::vector<std::string> paths;
  for (const json& file : list) paths.push_back(required_text(file, "path"));
  return paths;
}

/// Says of each file that is left out what its readers take instead.
json left_out_json(const std::vector<std::string>& paths) {
  json list = json::array();
  for (const std::string& path : paths)
    list.push_back({{"path", path}, {"instead", instead_of(path)}});
  return list;
}

json about_json(const DatasetAbout& about) {
  json stated = json::object();
  put_about(about, stated);
  put_page(about, stated);
  return stated;
}

Manifest take_manifest(const json& value) {
  Manifest manifest;
  manifest.version = required_text(value, "version");
  manifest.released = required_text(value, "released");
  manifest.tool_version = required_text(value, "tool_version");
  manifest.derivation = value.value("derivation", kFirstDerivation);
  manifest.schema_version = value.at("schema_version").get<int>();
  manifest.policy_count = value.at("policy_count").get<std::size_t>();
  manifest.policies_sha256 = required_text(value, "policies_sha256");
  manifest.files = take_files(value.at("files"));
  manifest.left_out = take_left_out(member_of(value, kLeftOut));
  manifest.about = take_about(member_of(value, kAbout));
  const json& previous = value.at("previous");
  if (!previous.is_null()) {
    manifest.previous = {required_text(previous, "version"),
                         required_text(previous, "manifest_sha256")};
  }
  return manifest;
}

}  // namespace

std::string Manifest::sha256_of(std::string_view path) const {
  const auto file = std::ranges::find(files, path, &FileEntry::path);
  return file == files.end() ? std::string() : file->sha256;
}

bool Manifest::leaves_out(std::string_view path) const {
  return std::ranges::find(left_out, path) != left_out.end();
}

FileEntry entry_of(const ReleaseFile& file) {
  return {file.name, file.bytes.size(), file.sha256.empty() ? sha256_hex(file.bytes) : file.sha256};
}

std::string manifest_text(const Manifest& manifest) {
  json files = json::array();
  for (const FileEntry& file : manifest.files) {
    files.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  json previous;
  if (manifest.previous) {
    previous = {{"version", manifest.previous->version},
                {"manifest_sha256", manifest.previous->manifest_sha256}};
  }
  json value = {{"$schema", "manifest.schema.json"},
                {"manifest_version", kManifestVersion},
                {"schema_version", manifest.schema_version},
                {"version", manifest.version},
                {"released", manifest.released},
                {"tool_version", manifest.tool_version},
                {"policy_count", manifest.policy_count},
                {"policies_sha256", manifest.policies_sha256},
                {"files", std::move(files)},
                {"previous", std::move(previous)}};
  if (manifest.derivation != kFirstDerivation) value["derivation"] = manifest.derivation;
  if (!manifest.left_out.empty()) value[kLeftOut] = left_out_json(manifest.left_out);
  if (manifest.leaves_out(kDatasetName)) value[kAbout] = about_json(manifest.about);
  return json_text(value);
}

std::optional<Manifest> read_manifest(const std::string& path,
                                      const std::string& text,
                                      const Schema& schema,
                                      DiagnosticSink& sink) {
  std::optional<Document> document = read_json(path, text, kListLimits, sink);
  if (!document || !has_known_version(*document, sink)) return std::nullopt;
  if (!SchemaChecker(schema).check(*document, sink)) return std::nullopt;
  Manifest manifest = take_manifest(document->value);
  const auto not_before = [](const FileEntry& a, const FileEntry& b) { return !by_path(a, b); };
  const auto misplaced =
      std::adjacent_find(manifest.files.begin(), manifest.files.end(), not_before);
  const auto listed = std::ranges::find_if(manifest.left_out, [&](const std::string& file) {
    return !manifest.sha256_of(file).empty();
  });
  const bool is_listed = listed != manifest.left_out.end();
  if (misplaced == manifest.files.end() && !is_listed) return manifest;
  report_error(sink,
               "release-unreadable",
               path,
               is_listed ? fmt::format("{} is left out and listed", quoted(*listed))
                         : fmt::format("{} is out of order or there twice",
                                       quoted(std::next(misplaced)->path)),
               "restore the manifest that was released");
  return std::nullopt;
}

std::string sums_text(std::vector<FileEntry> files) {
  std::sort(files.begin(), files.end(), by_path);
  std::string text;
  for (const FileEntry& file : files) text += fmt::format("{}  {}\n", file.sha256, file.path);
  return text;
}

}  // namespace simrules
