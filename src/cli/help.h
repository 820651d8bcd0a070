#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace simrules {

/// What the program is, in one sentence.
extern const char* const kPurpose;

/// One row of a list: a term and what it means.
struct Entry {
  std::string term;
  std::string meaning;
};

/// Lists what exit codes say.
const std::vector<Entry>& exit_codes();

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
