#pragma once

#include <string>

namespace simrules {

/// Owns a file descriptor and closes it.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(other.release()) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor();

  int get() const { return fd_; }
  bool valid() const { return fd_ >= 0; }

  /// Hands the descriptor over to the caller.
  int release();

  /// Closes now and tells whether the system had nothing to complain about; `errno` says what
  /// otherwise.
  bool close();

 private:
  int fd_ = -1;
};

/// Opens below a folder descriptor (or AT_FDCWD), again when a signal interrupts; `flags` gain
/// O_CLOEXEC.
FileDescriptor open_at(int folder, const std::string& name, int flags, unsigned mode = 0);

/// Returns the folder part of a path: `.` if it has none.
std::string folder_of(const std::string& path);

/// Says in words what an `errno` means.
std::string error_text(int error);

}  // namespace simrules
