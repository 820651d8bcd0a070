#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/arguments/command.h"
#include "cli/arguments/command_line.h"
#include "release/contents/about.h"

namespace simrules {

/// The file in which a repository sets defaults; it lies beside policies/.
inline constexpr const char* kConfigName = ".simrules.toml";

/// A configuration file.
struct ConfigFile {
  std::string shown;
  std::string text;
};

/// Reads the file that `--config` names, or that of the repository if it has one.
/// Shape:  a file without text is one that is not there, or not wanted.
/// Errors: the ids of reading files; nothing is returned then.
std::optional<ConfigFile> load_config(const CommonOptions& common, DiagnosticSink& sink);

/// Returns what a file says of the dataset of the repository in its section `[dataset]`.
DatasetAbout dataset_about(const ConfigFile& file);

/// Sets what a file says of a command's options, but not those that the command line sets.
/// Errors: says what is wrong with any line of the file, also with those of other commands; some
///         options may be set then.
std::optional<std::string> apply_config(const ConfigFile& file,
                                        const CommandLine& line,
                                        const std::vector<Option>& options);

}  // namespace simrules
