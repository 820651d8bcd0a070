#include "cli/commands/table.h"
#include "cli/manual/man_page.h"

namespace simrules {

Command man_command() {
  return {
      .name = "man",
      .summary = "Print the manual page.",
      .examples = {"simrules man | man -l -"},
      .run =
          [](const CommonOptions&) {
            Terminal().print(man_page(all_commands()));
            return kExitOk;
          },
  };
}

}  // namespace simrules
