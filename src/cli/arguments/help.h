#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// What the program is, in few words, in one sentence and in a paragraph.
extern const char* const kShortPurpose;
extern const char* const kPurpose;
extern const char* const kAbout;

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
