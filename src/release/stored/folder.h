#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/disk/descriptor.h"

namespace simrules {

enum class EntryKind { kFile, kFolder, kOther };

/// Something in a folder.
/// Shape: a symbolic link is `kOther`; `bytes` is 0 for what is no file.
struct FolderEntry {
  std::string name;
  EntryKind kind = EntryKind::kOther;
  std::uintmax_t bytes = 0;
};

/// Tells whether there is anything at a path, a symbolic link included.
bool path_exists(const std::string& path);

/// Tells whether a path is a folder itself, not a link to one; what cannot be looked at may be one, and
/// opening it says why not.
bool is_folder(const std::string& path);

/// Lists what is in a folder, hidden names included, sorted.
/// Errors: `unreadable-file`; nothing is returned then.
std::optional<std::vector<FolderEntry>> list_folder(const std::string& path, DiagnosticSink& sink);

/// Removes a folder with everything in it; symbolic links are removed, not followed.
/// Errors: `unwritable-file`; false is returned then.
bool remove_folder(const std::string& path, DiagnosticSink& sink);

/// Waits until no other run writes to a folder and keeps others out; the lock ends with the
/// descriptor and with the process, however it dies.
/// Errors: `unwritable-file`; nothing is returned then.
std::optional<FileDescriptor> lock_folder(const std::string& path, DiagnosticSink& sink);

}  // namespace simrules
