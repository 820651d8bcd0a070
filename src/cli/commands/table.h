#pragma once

#include <cstddef>
#include <vector>

#include "cli/arguments/command.h"
#include "cli/terminal.h"

namespace simrules {

/// Lists the commands in the order in which people are told of them.
std::vector<Command> all_commands();

/// Makes the terminal that `--color` asks for.
Terminal make_terminal(const CommonOptions& common);

/// Lists the reports that `--format` and `--output` ask for; `text` on standard output if neither
/// is given.
std::vector<OutputRequest> output_requests(const CommonOptions& common);

/// Takes out the report on standard output, where a command writes something else.
void leave_standard_output(std::vector<OutputRequest>& requests);

/// Returns how a run goes about its files: `--jobs` at once, or one per processor, within `--max-files`
/// and `--max-size`.
Jobs job_count(const CommonOptions& common);

}  // namespace simrules
