#include "release/proof/views.h"

#include <algorithm>
#include <array>
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

/// Returns what a view said before the newest release; nothing where there was none.
std::optional<std::string> earlier_bytes(const IndexView& view, Index index) {
  index.releases.pop_back();
  if (!is_announced(index)) return std::nullopt;
  return view.render(index);
}

bool verify_view(const std::string& reports,
                 const IndexView& view,
                 const ContractSchemas& schemas,
                 DiagnosticSink& sink) {
  const std::string path = reports + '/' + view.name;
  RenamingSink renaming(sink, "release-feed-differs");
  std::optional<std::string> bytes;
  if (path_exists(path)) {
    bytes = read_file(path, path, kSchemaLimits.file_bytes, renaming);
    if (!bytes) return false;
  }
  // The index is read after the view: a release that is made meanwhile is in the index at least.
  const std::optional<Index> index = read_index(reports, schemas.index, sink);
  if (!index) return false;
  if (bytes && *bytes == view.render(*index)) return true;
  if (bytes && view.formerly && *bytes == view.formerly(*index)) return true;
  if (!is_announced(*index)) {
    return !bytes || report_view(sink, path, "was not written by the tool of the newest release");
  }
  if (bytes == earlier_bytes(view, *index)) {
    warn_of_view(sink, path, index->releases.back().version);
    return true;
  }
  return report_view(
      sink,
      path,
      bytes ? "is not what the index gives" : "is not there, but the index tells of it");
}

/// Tells of files beside the releases that are neither of them nor about them.
void warn_of_others(const std::string& reports,
                    const std::vector<IndexView>& views,
                    DiagnosticSink& sink) {
  constexpr std::array<std::string_view, 3> kOthers = {kIndexName, "README.md", "FIELDS.md"};
  const auto entries = list_folder(reports, sink);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    // Folders are told by their versions, and what git reads is no report.
    const bool is_known =
        entry.kind == EntryKind::kFolder || entry.name.starts_with(".git") ||
        std::ranges::find(kOthers, entry.name) != kOthers.end() ||
        std::ranges::any_of(views, [&](const IndexView& view) { return view.name == entry.name; });
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
  bool fine = true;
  for (const IndexView& view : views) fine = verify_view(folder, view, schemas, sink) && fine;
  warn_of_others(folder, views, sink);
  return fine;
}

}  // namespace simrules
