#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/loader.h"

namespace simrules {

/// A file before and after its fixes.
struct FixedFile {
  InputFile file;
  std::string before;
  std::string after;
};

/// What fixes made of the files of a run.
struct FixResult {
  std::vector<FixedFile> files;
  std::size_t fixes = 0;
};

/// Checks files and returns the findings that were kept.
using CheckFiles = std::function<std::vector<Diagnostic>(const std::vector<InputFile>&)>;

/// Applies safe fixes until a check finds none any more; writes nothing.
/// Shape: the texts of `files` become the fixed ones, so that a check of them tells what is left.
FixResult fix_files(std::vector<InputFile>& files, const CheckFiles& check, DiagnosticSink& sink);

/// Writes the fixed files, each whole or not at all.
/// Errors: `unwritable-file`; false is returned then.
bool write_fixed(const FixResult& result, DiagnosticSink& sink);

/// Writes what fixes change as one patch that `git apply` takes in the current folder.
std::string patch_of(const FixResult& result);

}  // namespace simrules
