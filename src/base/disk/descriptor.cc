#include "base/disk/descriptor.h"

#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace simrules {

FileDescriptor::~FileDescriptor() {
  if (valid()) ::close(fd_);
}

int FileDescriptor::release() { return std::exchange(fd_, -1); }

bool FileDescriptor::close() { return ::close(release()) == 0; }

FileDescriptor open_at(int folder, const std::string& name, int flags, unsigned mode) {
  int fd = -1;
  do {
    fd = ::openat(folder, name.c_str(), flags | O_CLOEXEC, mode);
  } while (fd < 0 && errno == EINTR);
  return FileDescriptor(fd);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string error_text(int error) { return std::generic_category().message(error); }

}  // namespace simrules
