#pragma once

#include <optional>
#include <string>
#include <vector>

namespace simrules {

/// What a program did.
/// Shape: `status` is its exit code, or 128 and the number of the signal that ended it.
struct ProgramResult {
  int status = 0;
  std::string output;
  std::string errors;
};

/// How the variables of a program differ from ours.
/// Shape: `set` are of the form `NAME=VALUE`, `unset` are names.
struct ProgramEnvironment {
  std::vector<std::string> set = {};
  std::vector<std::string> unset = {};
};

/// Runs an installed program without a shell and waits for its end.
/// Shape:  `arguments` start with the program's name; `input` is what it reads.
/// Errors: nothing is returned if it cannot be started, or if nobody can tell how it ended.
std::optional<ProgramResult> run_program(const std::vector<std::string>& arguments,
                                         const std::string& input = "",
                                         const ProgramEnvironment& environment = {});

}  // namespace simrules
