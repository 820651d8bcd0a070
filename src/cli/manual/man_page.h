#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.h"

namespace simrules {

/// Writes the manual page of the program, simrules(1), in the language of man(7).
/// Shape: ASCII alone; other letters are written as roff names them.
std::string man_page(const std::vector<Command>& commands);

}  // namespace simrules
