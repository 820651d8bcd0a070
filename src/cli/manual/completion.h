#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// Lists the shells that completions can be made for.
std::vector<std::string> shells();

/// Returns the script that teaches a shell to ask `simrules complete`.
/// Shape: `shell` is one of `shells()`.
std::string completion_script(const std::string& shell);

/// Returns what may stand in place of the last word of a command line that is being typed.
/// Shape: a line for each candidate, a tab and what it means. A line `:files` or `:folders` asks the
///        shell for its own, which begin behind what follows the tab. `words` are without the
///        program's name, and not empty.
std::string candidates(const std::vector<Command>& commands, const std::vector<std::string>& words);

}  // namespace simrules
