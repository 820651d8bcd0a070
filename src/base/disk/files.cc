#include "base/disk/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk/descriptor.h"
#include "base/report_error.h"
#include "base/text.h"

namespace simrules {
namespace {

void report_unreadable(DiagnosticSink& sink, const std::string& shown, int error) {
  report_error(sink,
               "unreadable-file",
               shown,
               fmt::format("{} cannot be read: {}", quoted(shown), error_text(error)),
               "check that the path is spelt right and that you may read it");
}

void report_irregular(DiagnosticSink& sink, const std::string& shown, std::string_view kind) {
  report_error(sink,
               "irregular-file",
               shown,
               fmt::format("{} is {}, only regular files are read", quoted(shown), kind),
               kind == "a folder" ? "name a file in it" : "put a copy of the file itself there");
}

void report_too_large(DiagnosticSink& sink, const std::string& shown, std::size_t max_bytes) {
  report_error(
      sink,
      "file-too-large",
      shown,
      fmt::format("{} has more than {} bytes, the limit of a file", quoted(shown), max_bytes),
      "split it into smaller files");
}

const char* kind_of(mode_t mode) {
  struct Row {
    mode_t type;
    const char* name;
  };
  constexpr std::array<Row, 6> kKinds{{{S_IFDIR, "a folder"},
                                       {S_IFLNK, "a symbolic link"},
                                       {S_IFIFO, "a pipe"},
                                       {S_IFSOCK, "a socket"},
                                       {S_IFCHR, "a device"},
                                       {S_IFBLK, "a device"}}};
  const auto found = std::find_if(
      kKinds.begin(), kKinds.end(), [&](const Row& row) { return row.type == (mode & S_IFMT); });
  return found == kKinds.end() ? "no regular file" : found->name;
}

/// Says why opening failed: O_NOFOLLOW turns a link into ELOOP, a socket gives ENXIO.
void report_open_error(DiagnosticSink& sink, const std::string& shown, int error) {
  if (error == ELOOP) return report_irregular(sink, shown, "a symbolic link");
  if (error == ENXIO) return report_irregular(sink, shown, "a socket or a device");
  report_unreadable(sink, shown, error);
}

/// Reads to the end; one byte beyond the limit is enough to know that there is too much.
std::optional<std::string> read_all(int fd,
                                    const std::string& shown,
                                    std::size_t max_bytes,
                                    std::size_t expected_bytes,
                                    DiagnosticSink& sink) {
  std::string bytes;
  std::size_t size = 0;
  bytes.resize(std::max<std::size_t>(expected_bytes + 1, 4096));
  while (true) {
    if (size == bytes.size()) bytes.resize(2 * size);
    const ssize_t got = ::read(fd, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      report_unreadable(sink, shown, errno);
      return std::nullopt;
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > max_bytes) {
      report_too_large(sink, shown, max_bytes);
      return std::nullopt;
    }
  }
  bytes.resize(size);
  return bytes;
}

struct Walk {
  const std::string& shown_root;
  const std::vector<std::string>& suffixes;
  const WalkLimits& limits;
  DiagnosticSink& sink;
  std::vector<std::string> files;
  bool failed = false;
  bool full = false;

  std::string shown(const std::string& relative) const {
    if (relative.empty()) return shown_root;
    return shown_root.ends_with('/') ? shown_root + relative : shown_root + '/' + relative;
  }

  bool wanted(std::string_view name) const {
    const std::string lower = in_small_letters(name);
    return std::any_of(
        suffixes.begin(), suffixes.end(), [&](const auto& s) { return lower.ends_with(s); });
  }
};

/// Lists the names of a folder, sorted so that findings come in the same order everywhere; `errno`
/// says why when it cannot be listed to its end.
std::optional<std::vector<std::string>> visible_names(DIR* folder) {
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    errno = 0;
  }
  if (errno != 0) return std::nullopt;
  std::sort(names.begin(), names.end());
  return names;
}

void walk_folder(Walk& walk, FileDescriptor folder, const std::string& relative, std::size_t depth);

void walk_entry(Walk& walk,
                int folder,
                const std::string& name,
                const std::string& relative,
                std::size_t depth) {
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    report_unreadable(walk.sink, walk.shown(relative), errno);
    walk.failed = true;
  } else if (S_ISDIR(status.st_mode)) {
    walk_folder(
        walk, open_at(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), relative, depth + 1);
  } else if (S_ISLNK(status.st_mode) || (walk.wanted(name) && !S_ISREG(status.st_mode))) {
    report_irregular(walk.sink, walk.shown(relative), kind_of(status.st_mode));
    walk.failed = true;
  } else if (walk.wanted(name)) {
    walk.full = walk.files.size() == walk.limits.files;
    if (!walk.full) walk.files.push_back(relative);
  }
}

void walk_folder(Walk& walk,
                 FileDescriptor folder,
                 const std::string& relative,
                 std::size_t depth) {
  if (!folder.valid()) {
    report_open_error(walk.sink, walk.shown(relative), errno);
    walk.failed = true;
    return;
  }
  if (depth > walk.limits.depth) {
    report_error(walk.sink,
                 "folder-too-deep",
                 walk.shown(relative),
                 fmt::format("{} lies {} folders deep, the limit is {}",
                             quoted(walk.shown(relative)),
                             depth,
                             walk.limits.depth),
                 "move its files up, or name the folder that is meant");
    walk.failed = true;
    return;
  }
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), &::closedir);
  if (!stream) {
    report_unreadable(walk.sink, walk.shown(relative), errno);
    walk.failed = true;
    return;
  }
  const int fd = folder.release();
  const auto names = visible_names(stream.get());
  if (!names) {
    // The names that were read would look like the whole folder.
    report_unreadable(walk.sink, walk.shown(relative), errno);
    walk.failed = true;
    return;
  }
  for (const std::string& name : *names) {
    if (walk.full) return;
    walk_entry(
        walk, fd, name, relative.empty() ? name : fmt::format("{}/{}", relative, name), depth);
  }
}

}  // namespace

std::optional<std::string> read_file(const std::string& path,
                                     const std::string& shown,
                                     std::size_t max_bytes,
                                     DiagnosticSink& sink) {
  // Without O_NONBLOCK, opening a pipe would wait for a writer.
  const FileDescriptor fd = open_at(AT_FDCWD, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  struct stat status {};
  if (!fd.valid() || ::fstat(fd.get(), &status) != 0) {
    report_open_error(sink, shown, errno);
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    report_irregular(sink, shown, kind_of(status.st_mode));
    return std::nullopt;
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_bytes) {
    report_too_large(sink, shown, max_bytes);
    return std::nullopt;
  }
  return read_all(fd.get(), shown, max_bytes, size, sink);
}

std::optional<std::string> read_descriptor(int descriptor,
                                           const std::string& shown,
                                           std::size_t max_bytes,
                                           DiagnosticSink& sink) {
  return read_all(descriptor, shown, max_bytes, 0, sink);
}

FileListing list_files(const std::string& folder,
                       const std::string& shown,
                       const std::vector<std::string>& suffixes,
                       const WalkLimits& limits,
                       DiagnosticSink& sink) {
  Walk walk{.shown_root = shown, .suffixes = suffixes, .limits = limits, .sink = sink, .files = {}};
  FileDescriptor opened = open_at(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  // To the system a link that is not followed is no folder.
  struct stat status {};
  const bool is_link = !opened.valid() && errno == ENOTDIR &&
                       ::lstat(folder.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
  if (is_link) errno = ELOOP;
  walk_folder(walk, std::move(opened), "", 0);
  if (walk.full) {
    report_error(
        sink,
        "too-many-files",
        shown,
        fmt::format("{} holds more than {} files, the limit of a run", quoted(shown), limits.files),
        "check that this is the folder that is meant; `--max-files` takes more");
  }
  // Beyond the limit the rest is not known, so nothing is worth checking.
  if (walk.full) walk.files.clear();
  std::sort(walk.files.begin(), walk.files.end());
  return {std::move(walk.files), !walk.failed && !walk.full};
}

const std::vector<CheckInfo>& file_checks() {
  static const std::vector<CheckInfo> kChecks{
      {"unreadable-file",
       Severity::kError,
       "A file or folder cannot be opened or read.",
       "A file that is skipped silently would pass every check unread.",
       "simrules validate policies/jp/no-such-file.yaml",
       "simrules validate policies/jp/au.yaml",
       ExampleKind::kCommand},
      {"irregular-file",
       Severity::kError,
       "A path is a symbolic link, a folder, a pipe or a device.",
       "A link could show a file from outside the repository, a pipe could wait for ever.",
       "ln -sf /etc/passwd policies/jp/au.yaml\nsimrules validate",
       "rm policies/jp/au.yaml\nsimrules validate",
       ExampleKind::kCommand},
      {"file-too-large",
       Severity::kError,
       "A file has more bytes than the limit.",
       "A policy file has a few kilobytes; a much larger one is a mistake or an attack.",
       "id: jp/au\n{{8000 * # a comment\n}}",
       "id: jp/au\n# a comment\n",
       ExampleKind::kYaml},
      {"too-many-files",
       Severity::kError,
       "A folder holds more files than the limit of a run.",
       "This is mostly the wrong folder, and nobody wants to wait for it.",
       "mkdir many\ntouch many/{1..20}.yaml\nsimrules validate --max-files 10 many",
       "simrules validate policies",
       ExampleKind::kCommand},
      {"folder-too-deep",
       Severity::kError,
       "A folder lies deeper than the limit.",
       "Policies lie in one folder for each country; anything deeper is mostly the wrong folder.",
       "mkdir --parents policies/a/b/c/d/e/f/g/h/i\nsimrules validate",
       "rmdir --parents policies/a/b/c/d/e/f/g/h/i\nsimrules validate",
       ExampleKind::kCommand},
      {"unwritable-file",
       Severity::kError,
       "A file or folder cannot be created, written or renamed.",
       "What is not on the disk completely is not published.",
       "touch next\nsimrules release --preview next/release",
       "rm next\nmkdir next\nsimrules release --preview next/release",
       ExampleKind::kCommand},
  };
  return kChecks;
}

}  // namespace simrules
