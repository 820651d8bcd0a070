#include "release/stored/folder.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include "base/text.h"
#include "release/reporting.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

FolderEntry folder_entry(const fs::directory_entry& found, std::error_code& error) {
  FolderEntry entry;
  entry.name = found.path().filename().string();
  const fs::file_status status = found.symlink_status(error);
  if (fs::is_directory(status)) entry.kind = EntryKind::kFolder;
  if (!fs::is_regular_file(status)) return entry;
  entry.kind = EntryKind::kFile;
  entry.bytes = found.file_size(error);
  return entry;
}

}  // namespace

bool path_exists(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  return status.type() != fs::file_type::not_found;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  const fs::file_type type = fs::symlink_status(path, error).type();
  return type == fs::file_type::directory || type == fs::file_type::none;
}

std::optional<std::vector<FolderEntry>> list_folder(const std::string& path, DiagnosticSink& sink) {
  std::error_code error;
  std::vector<FolderEntry> entries;
  fs::directory_iterator next(path, error);
  while (!error && next != fs::directory_iterator()) {
    entries.push_back(folder_entry(*next, error));
    // Another run may have taken it away since it was listed.
    if (error == std::errc::no_such_file_or_directory) {
      entries.pop_back();
      error.clear();
    }
    if (!error) next.increment(error);
  }
  if (error) {
    report_error(sink,
                 "unreadable-file",
                 path,
                 fmt::format("{} cannot be listed: {}", quoted(path), error.message()),
                 "check that the path is spelt right and that you may read it");
    return std::nullopt;
  }
  std::sort(entries.begin(), entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
    return a.name < b.name;
  });
  return entries;
}

bool remove_folder(const std::string& path, DiagnosticSink& sink) {
  std::error_code error;
  fs::remove_all(path, error);
  return !error ||
         report_error(sink,
                      "unwritable-file",
                      path,
                      fmt::format("{} cannot be removed: {}", quoted(path), error.message()),
                      "remove it by hand: it is left over from a run that died");
}

std::optional<FileDescriptor> lock_folder(const std::string& path, DiagnosticSink& sink) {
  FileDescriptor folder = open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY);
  int result = -1;
  while (folder.valid() && (result = ::flock(folder.get(), LOCK_EX)) != 0 && errno == EINTR) {
  }
  if (result == 0) return folder;
  report_error(sink,
               "unwritable-file",
               path,
               fmt::format("{} cannot be locked: {}", quoted(path), error_text(errno)),
               "check that it is a folder on a disk that can lock");
  return std::nullopt;
}

}  // namespace simrules
