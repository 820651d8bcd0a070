#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// What the program is, in few words, in one sentence and in a paragraph.
inline constexpr const char* kShortPurpose =
    "check, compare and publish carrier rules as sourced data";
inline constexpr const char* kPurpose =
    "Carrier rules for transfer, roaming and tethering: checked, compared, published.";
inline constexpr const char* kAbout =
    "Each brand is one YAML file below `policies/`: what its subscribers may do, and the sources "
    "that say so. simrules finds what is wrong in them, tells what a change means to subscribers, "
    "refuses one that does not say why, and publishes releases that anybody can recompute. Results "
    "go to standard output, everything else to standard error. No command uses the network.";

/// One row of a list: a term and what it means.
struct Entry {
  std::string term;
  std::string meaning;
};

/// Lists what exit codes say.
const std::vector<Entry>& exit_codes();

/// Lists the variables of the environment that are read.
const std::vector<Entry>& environment_variables();

/// Lists the files of a repository that are read.
const std::vector<Entry>& repository_files();

/// Returns the line that shows how a command is called.
std::string usage_line(const Command& command);

/// Returns what an option does, with the words that it takes.
std::string meaning_of(const Option& option);

/// Returns the help of the program.
std::string main_help(const std::vector<Command>& commands);

/// Returns the few lines for somebody who typed the name of the program alone.
std::string short_help(const std::vector<Command>& commands);

/// Returns the help of a command, its examples first.
std::string command_help(const Command& command);

}  // namespace simrules
