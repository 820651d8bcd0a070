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

/// Runs an installed program without a shell and waits for its end.
/// Shape:  `arguments` start with the program's name; `input` is what it reads; `without` names the
///         variables of our environment that it does not get.
/// Errors: nothing is returned if it cannot be started.
std::optional<ProgramResult> run_program(const std::vector<std::string>& arguments,
                                         const std::string& input = "",
                                         const std::vector<std::string>& without = {});

}  // namespace simrules
