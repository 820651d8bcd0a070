#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// Lists the shells that completions can be made for.
std::vector<std::string> shells();

/// Returns the script that teaches a shell to complete the command line.
/// Shape: `shell` is one of `shells()`.
std::string completion_script(const std::string& shell, const std::vector<Command>& commands);

/// Lists the words that a shell offers for a value, beside files.
std::vector<std::string> offered_words(const Option& option);

/// Returns how the scripts call a kind of value.
const char* kind_word(ValueKind kind);

/// Lists the options of a command and `--help`, as a shell offers them.
std::vector<Option> offered_options(const Command& command);

// One file for each shell.
std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands);
std::string fish_completion(const std::vector<Command>& commands);

}  // namespace simrules
