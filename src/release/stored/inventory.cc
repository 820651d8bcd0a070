#include "release/stored/inventory.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "release/reporting.h"
#include "release/stored/folder.h"

namespace simrules {
namespace {

/// Returns the entry of a name in a list that is sorted by name; nullptr where there is none.
const FolderEntry* find_entry(const std::vector<FolderEntry>& entries, const std::string& name) {
  const auto found = std::ranges::lower_bound(entries, name, {}, &FolderEntry::name);
  return found == entries.end() || found->name != name ? nullptr : &*found;
}

bool belongs(const Manifest& manifest, const std::string& name) {
  return name == kManifestName || name == kSumsName ||
         std::ranges::binary_search(manifest.files, name, {}, &FileEntry::path);
}

/// Lists the folders that the files of a release are in, each with a slash at its end.
std::set<std::string> folders_of(const Manifest& manifest) {
  std::set<std::string> folders;
  for (const FileEntry& file : manifest.files) {
    for (std::size_t i = file.path.find('/'); i != std::string::npos;
         i = file.path.find('/', i + 1))
      folders.insert(file.path.substr(0, i + 1));
  }
  return folders;
}

/// Lists what is in a release, sorted by the path within it: a folder that the manifest knows by what
/// is in it.
std::optional<std::vector<FolderEntry>> list_release(const std::string& folder,
                                                     const Manifest& manifest,
                                                     DiagnosticSink& sink) {
  std::vector<FolderEntry> found;
  std::set<std::string> folders = folders_of(manifest);
  folders.insert("");
  for (const std::string& inside : folders) {
    const std::string path = fmt::format("{}/{}", folder, inside);
    if (!inside.empty() && !is_folder(path.substr(0, path.size() - 1))) continue;
    auto entries = list_folder(path, sink);
    if (!entries) return std::nullopt;
    for (FolderEntry& entry : *entries) {
      entry.name.insert(0, inside);
      const bool is_known = entry.kind == EntryKind::kFolder && folders.contains(entry.name + '/');
      if (!is_known) found.push_back(std::move(entry));
    }
  }
  std::ranges::sort(found, {}, &FolderEntry::name);
  return found;
}

/// Compares what is there with what the manifest lists, without opening anything.
bool names_and_sizes_agree(const std::string& folder,
                           const Manifest& manifest,
                           const std::vector<FolderEntry>& entries,
                           DiagnosticSink& sink) {
  bool agree = true;
  for (const FolderEntry& entry : entries) {
    if (belongs(manifest, entry.name)) continue;
    const std::string path = folder + '/' + entry.name;
    agree = report_error(sink,
                         "release-file-extra",
                         path,
                         fmt::format("{} is not in the manifest", quoted(path)),
                         "remove it: nothing is added to a release");
  }
  for (const FileEntry& file : manifest.files) {
    const std::string path = folder + '/' + file.path;
    const FolderEntry* entry = find_entry(entries, file.path);
    if (entry == nullptr) {
      agree = report_error(sink,
                           "release-file-missing",
                           path,
                           fmt::format("{} is in the manifest but not there", quoted(path)),
                           kRestoreFiles);
    } else if (entry->kind != EntryKind::kFile || entry->bytes != file.bytes) {
      agree = report_error(
          sink,
          "release-digest-mismatch",
          path,
          fmt::format(
              "{} has {} bytes, the manifest says {}", quoted(path), entry->bytes, file.bytes),
          kRestoreFiles);
    }
  }
  return agree;
}

}  // namespace

bool holds_what_is_listed(const std::string& folder,
                          const Manifest& manifest,
                          DiagnosticSink& sink) {
  RenamingSink renaming(sink, "release-unreadable");
  const auto entries = list_release(folder, manifest, renaming);
  return entries && names_and_sizes_agree(folder, manifest, *entries, sink);
}

}  // namespace simrules
