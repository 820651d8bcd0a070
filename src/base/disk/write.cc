#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk/descriptor.h"
#include "base/disk/files.h"
#include "base/report_error.h"
#include "base/text.h"

namespace simrules {
namespace {

constexpr unsigned kFileMode = 0644;
constexpr unsigned kFolderMode = 0755;

/// Reports what could not be done to a path, for the reason in `errno`; returns false for its
/// callers.
bool fail(DiagnosticSink& sink, const std::string& path, const char* action, int error) {
  Diagnostic diagnostic;
  diagnostic.check = "unwritable-file";
  diagnostic.place.path = path;
  diagnostic.message = fmt::format("{} cannot be {}: {}", quoted(path), action, error_text(error));
  diagnostic.help = error == EEXIST ? "remove it first, or choose another name"
                                    : "check the folder's permissions and the room on its disk";
  sink.report(std::move(diagnostic));
  return false;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    // A disk that takes nothing and says nothing would be asked for ever.
    if (written == 0) errno = ENOSPC;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Flushes a folder's list of names.
bool flush_folder(const std::string& path) {
  const FileDescriptor folder = open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY);
  return folder.valid() && ::fsync(folder.get()) == 0;
}

/// Fills a file that was just created; takes it away again when that fails.
bool fill(FileDescriptor fd, const std::string& path, std::string_view bytes) {
  if (write_all(fd.get(), bytes) && ::fsync(fd.get()) == 0 && fd.close()) return true;
  const int error = errno;
  ::unlink(path.c_str());
  errno = error;
  return false;
}

/// Tells whether a path may be replaced, and the mode of the file there, if there is one.
bool is_replaceable(const std::string& path, std::optional<mode_t>& mode) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return true;
  mode = status.st_mode & 07777U;
  return S_ISREG(status.st_mode);
}

/// Refuses to put a file in the place of a link, a pipe or a device; returns false for its callers.
bool refuse(DiagnosticSink& sink, const std::string& path) {
  return report_error(sink,
                      "unwritable-file",
                      path,
                      fmt::format("{} is no regular file, so it is not replaced", quoted(path)),
                      "name a file, or leave the path out to write to standard output");
}

FileDescriptor create(const std::string& path) {
  return open_at(AT_FDCWD, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, kFileMode);
}

/// Writes the bytes of a file beside it, under a name that `staged` is set to.
/// Errors: false, for the reason in `errno`.
bool stage(const std::string& path,
           std::string_view bytes,
           std::optional<mode_t> mode,
           std::string& staged) {
  constexpr int kAttempts = 100;
  const std::string name = path.substr(path.find_last_of('/') + 1);
  errno = EEXIST;
  // Another writer, or one that died, may hold the first names.
  for (int i = 0; i < kAttempts && errno == EEXIST; ++i) {
    staged = fmt::format("{}/.staging-{}-{}", folder_of(path), name, i);
    FileDescriptor attempt = create(staged);
    if (!attempt.valid()) continue;
    if (mode) ::fchmod(attempt.get(), *mode);
    return fill(std::move(attempt), staged, bytes);
  }
  return false;
}

/// Takes a staged file away that could not get its name, for the reason in `errno`.
bool fail_staged(DiagnosticSink& sink,
                 const std::string& path,
                 const char* action,
                 const std::string& staged) {
  const int error = errno;
  ::unlink(staged.c_str());
  return fail(sink, path, action, error);
}

}  // namespace

bool fill_new_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink) {
  FileDescriptor fd = create(path);
  if (!fd.valid()) return fail(sink, path, "created", errno);
  return fill(std::move(fd), path, bytes) || fail(sink, path, "written", errno);
}

bool write_new_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink) {
  if (!fill_new_file(path, bytes, sink)) return false;
  return flush_folder(folder_of(path)) || fail(sink, path, "flushed to the disk", errno);
}

bool create_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink) {
  std::string staged;
  if (!stage(path, bytes, std::nullopt, staged)) return fail(sink, path, "written", errno);
  if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0) {
    return fail_staged(sink, path, "created", staged);
  }
  return flush_folder(folder_of(path)) || fail(sink, path, "flushed to the disk", errno);
}

bool replace_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink) {
  std::string staged;
  std::optional<mode_t> mode;
  if (!is_replaceable(path, mode)) return refuse(sink, path);
  if (!stage(path, bytes, mode, staged)) return fail(sink, path, "written", errno);
  if (::rename(staged.c_str(), path.c_str()) != 0) {
    return fail_staged(sink, path, "replaced", staged);
  }
  return flush_folder(folder_of(path)) || fail(sink, path, "flushed to the disk", errno);
}

bool make_folder(const std::string& path, DiagnosticSink& sink) {
  if (::mkdir(path.c_str(), kFolderMode) != 0) return fail(sink, path, "created", errno);
  return flush_folder(folder_of(path)) || fail(sink, path, "flushed to the disk", errno);
}

bool place_folder(const std::string& staged, const std::string& target, DiagnosticSink& sink) {
  if (!flush_folder(staged)) return fail(sink, staged, "flushed to the disk", errno);
  if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) != 0) {
    return fail(sink, target, "created", errno);
  }
  const bool flushed = flush_folder(folder_of(target)) &&
                       (folder_of(staged) == folder_of(target) || flush_folder(folder_of(staged)));
  return flushed || fail(sink, target, "flushed to the disk", errno);
}

}  // namespace simrules
