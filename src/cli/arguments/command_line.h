#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// A command line, taken apart but not judged.
/// Shape: `before` are words where a command was expected; `unknown` are options that the command has
///        not; `values` are by the name of the option, in their order, `true` for a flag; `arguments` are
///        what is left; `unfinished` is an option whose value is missing; `broken` says why the line
///        could not be taken apart at all. Both are empty where all is well.
struct CommandLine {
  const Command* command = nullptr;
  std::vector<std::string> before;
  std::vector<std::string> unknown;
  std::map<std::string, std::vector<std::string>> values;
  std::vector<std::string> arguments;
  std::string unfinished;
  std::string broken;
  bool wants_help = false;
  bool wants_version = false;
};

/// Takes a command line apart with CLI11; `words` are without the program's name.
CommandLine take_apart(const std::vector<Command>& commands, std::vector<std::string> words);

/// Returns the version of CLI11.
std::string parser_version();

}  // namespace simrules
