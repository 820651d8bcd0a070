#include "release/proof/views.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/text.h"
#include "document/json_reader.h"
#include "release/reporting.h"
#include "release/stored/folder.h"
#include "release/stored/manifest.h"

namespace simrules {
namespace {

bool report_view(DiagnosticSink& sink, const std::string& path, const char* what) {
  return report_error(sink,
                      "release-feed-differs",
                      path,
                      fmt::format("{} {}", quoted(path), what),
                      "restore it as it was published");
}

void warn_of_view(DiagnosticSink& sink, const std::string& path, const std::string& version) {
  Diagnostic warning;
  warning.check = "release-feed-behind";
  warning.severity = Severity::kWarning;
  warning.place.path = path;
  warning.message = fmt::format("{} does not tell of {} yet", quoted(path), quoted(version));
  warning.help = "run `simrules release` again: it writes what a run left undone that died";
  sink.report(std::move(warning));
}

/// What an index gives, and what it gave before its newest release.
struct Announcement {
  std::string version;
  std::vector<ReleaseFile> now;
  std::vector<ReleaseFile> earlier;
};

Announcement announcement_of(const std::vector<IndexView>& views, Index index) {
  Announcement announcement{
      index.releases.empty() ? "" : index.releases.back().version, view_files(views, index), {}};
  if (index.releases.empty()) return announcement;
  index.releases.pop_back();
  announcement.earlier = view_files(views, index);
  return announcement;
}

std::optional<std::string> find_bytes(const std::vector<ReleaseFile>& files,
                                      const std::string& name) {
  const auto found = std::ranges::find(files, name, &ReleaseFile::name);
  return found == files.end() ? std::nullopt : std::optional(found->bytes);
}

/// The files beside an index, by name, as far as they are there.
using Beside = std::map<std::string, std::optional<std::string>>;

bool verify_view(const std::string& path,
                 const std::string& name,
                 const std::optional<std::string>& bytes,
                 const Announcement& announcement,
                 DiagnosticSink& sink) {
  const std::optional<std::string> expected = find_bytes(announcement.now, name);
  if (bytes == expected) return true;
  if (!expected)
    return report_view(sink, path, "was not written by the tool of the newest release");
  if (bytes == find_bytes(announcement.earlier, name)) {
    warn_of_view(sink, path, announcement.version);
    return true;
  }
  return report_view(
      sink,
      path,
      bytes ? "is not what the index gives" : "is not there, but the index tells of it");
}

/// Reads what there is of the views of an index; false where a file cannot be read.
bool read_views(const std::string& reports, Beside& views, DiagnosticSink& sink) {
  RenamingSink renaming(sink, "release-feed-differs");
  bool fine = true;
  for (auto& [name, bytes] : views) {
    const std::string path = fmt::format("{}/{}", reports, name);
    if (!path_exists(path)) continue;
    bytes = read_file(path, path, kListLimits.file_bytes, renaming);
    fine = fine && bytes;
  }
  return fine;
}

/// Tells of files beside the releases that are neither of them nor about them.
void warn_of_others(const std::string& reports, const Beside& views, DiagnosticSink& sink) {
  constexpr std::array<std::string_view, 3> kOthers = {kIndexName, "README.md", "FIELDS.md"};
  const auto entries = list_folder(reports, sink);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    // Folders are told by their versions, and what git reads is no report.
    const bool is_known = entry.kind == EntryKind::kFolder || entry.name.starts_with(".git") ||
                          std::ranges::find(kOthers, entry.name) != kOthers.end() ||
                          views.contains(entry.name);
    if (is_known) continue;
    const std::string path = reports + '/' + entry.name;
    sink.report(
        {.check = "release-not-indexed",
         .severity = Severity::kWarning,
         .place = {.path = path},
         .message = fmt::format("{} is of no release, and nothing vouches for it", quoted(path)),
         .help = "remove it, or keep it elsewhere"});
  }
}

}  // namespace

bool verify_views(const std::string& folder,
                  const std::vector<IndexView>& views,
                  const ContractSchemas& schemas,
                  DiagnosticSink& sink) {
  if (path_exists(folder + '/' + kManifestName)) return true;
  const std::optional<Index> before = read_index(folder, schemas.index, sink);
  if (!before) return false;
  Beside beside;
  for (const IndexView& view : views) {
    if (!view.render_each) beside.emplace(view.name, std::nullopt);
  }
  for (const ReleaseFile& file : view_files(views, *before))
    beside.emplace(file.name, std::nullopt);
  bool fine = read_views(folder, beside, sink);
  // The index is read after the views: a release that is made meanwhile is in the index at least.
  const std::optional<Index> index = read_index(folder, schemas.index, sink);
  if (!index || !fine) return false;
  const Announcement announcement = announcement_of(views, *index);
  for (const auto& [name, bytes] : beside)
    fine = verify_view(fmt::format("{}/{}", folder, name), name, bytes, announcement, sink) && fine;
  warn_of_others(folder, beside, sink);
  return fine;
}

}  // namespace simrules
