#pragma once

namespace simrules {

/// Runs the command line; the only function that `main` calls.
int run_command_line(int argc, char** argv);

}  // namespace simrules
