#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "cli/exit_code.h"
#include "cli/run.h"
#include "cli/terminal.h"

int main(int argc, char** argv) {
  // A closed pipe and a full quota are reported as failed writes, not as a death in the middle of
  // one.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return simrules::run_command_line(argc, argv);
  } catch (const std::bad_alloc&) {
    simrules::note_no_memory();
    return simrules::kExitUsage;
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "simrules: internal error, please report: %s\n", bug.what());
    return simrules::kExitInternal;
  }
}
