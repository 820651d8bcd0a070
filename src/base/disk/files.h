#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Reads a whole regular file, without following a symbolic link.
/// Shape:  `shown` is the path that diagnostics name.
/// Errors: `unreadable-file`, `irregular-file`, `file-too-large`; nothing is returned then.
std::optional<std::string> read_file(const std::string& path,
                                     const std::string& shown,
                                     std::size_t max_bytes,
                                     DiagnosticSink& sink);

/// Reads what is open already to its end, under the same size limit: standard input is 0.
std::optional<std::string> read_descriptor(int descriptor,
                                           const std::string& shown,
                                           std::size_t max_bytes,
                                           DiagnosticSink& sink);

struct WalkLimits {
  std::size_t files = 200'000;
  std::size_t depth = 8;
};

/// What a folder holds, as far as it could be listed.
struct FileListing {
  std::vector<std::string> files;
  bool complete = true;
};

/// Lists the files below a folder whose names end in one of `suffixes`, whatever their case, as
/// paths relative to it, sorted.
/// Shape:  hidden files and folders are left out; symbolic links are reported and never followed.
/// Errors: `unreadable-file`, `irregular-file`, `too-many-files`, `folder-too-deep`; the listing
///         holds the other files then and is not complete.
FileListing list_files(const std::string& folder,
                       const std::string& shown,
                       const std::vector<std::string>& suffixes,
                       const WalkLimits& limits,
                       DiagnosticSink& sink);

/// Writes a new file and flushes its bytes to the disk, not its name: whoever writes several
/// flushes their folder once.
/// Errors: as `write_new_file`.
bool fill_new_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink);

/// Writes a new file and flushes it to the disk; an existing file is an error.
/// Errors: `unwritable-file`; false is returned then.
bool write_new_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink);

/// Creates a file in one step: readers see nothing or all of it; an existing file or link is an error.
/// Errors: `unwritable-file`; nothing is there then.
bool create_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink);

/// Replaces a file in one step: readers see the old bytes or the new ones.
/// Errors: `unwritable-file`; the old file stands then.
bool replace_file(const std::string& path, std::string_view bytes, DiagnosticSink& sink);

/// Creates a folder; an existing one is an error.
/// Errors: `unwritable-file`.
bool make_folder(const std::string& path, DiagnosticSink& sink);

/// Gives a staged folder its final name, never over an existing one, and flushes both to the disk.
/// Errors: `unwritable-file`.
bool place_folder(const std::string& staged, const std::string& target, DiagnosticSink& sink);

/// Returns the checks that reading and writing files can report.
const std::vector<CheckInfo>& file_checks();

}  // namespace simrules
