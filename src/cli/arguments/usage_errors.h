#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments/command.h"
#include "cli/arguments/command_line.h"

namespace simrules {

/// Says what is wrong with a command line and how to mend it, or nothing.
/// Shape: `options` are those of the line's command.
std::optional<std::string> wrong_usage(const CommandLine& line,
                                       const std::vector<Command>& commands,
                                       const std::vector<Option>& options);

/// Gives the options of a command the values of a line.
/// Errors: says what is wrong with one of them.
std::optional<std::string> set_values(const CommandLine& line, const std::vector<Option>& options);

}  // namespace simrules
