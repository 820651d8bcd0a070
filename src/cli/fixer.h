#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/arguments/command.h"
#include "cli/sources/loader.h"
#include "cli/sources/repository.h"
#include "cli/terminal.h"

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

/// Whether to fix what is found, or only to say how.
struct FixOptions {
  bool fix = false;
  bool dry_run = false;
};

/// Returns the options by which a command is asked for fixes; `help` says what they do.
std::vector<Option> fix_options(FixOptions& options, std::string help);

/// Refuses options that do not go together.
bool goes_together(const FixOptions& options, const Terminal& terminal);

/// Applies safe fixes until a check finds none any more and writes the files, each whole or not at
/// all, and in the layout of policies if it was in it before; `--dry-run` prints a patch that
/// `git apply` takes in the current folder instead.
/// Shape:  the texts of `files` become the fixed ones where they are written, so that a check of them
///         tells what is left.
/// Errors: `unwritable-file` and those of reading are printed; false is returned then.
bool apply_fixes(const FixOptions& options,
                 std::vector<InputFile>& files,
                 const CheckFiles& check,
                 const Repository& repository,
                 const Terminal& terminal);

}  // namespace simrules
