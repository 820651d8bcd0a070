#include <memory>

#include "cli/commands/table.h"
#include "cli/manual/manual.h"

namespace simrules {

Command man_command() {
  const auto is_markdown = std::make_shared<bool>(false);
  return {
      .name = "man",
      .summary = "Print the manual page.",
      .examples = {"simrules man | man -l -", "simrules man --markdown >COMMANDS.md"},
      .options = {{.name = "--markdown",
                   .help = "print it as Markdown, as COMMANDS.md has it",
                   .target = is_markdown.get()}},
      .run =
          [is_markdown](const CommonOptions&) {
            const std::vector<ManualPart> parts = manual(all_commands());
            Terminal().print(*is_markdown ? manual_as_markdown(parts) : manual_as_roff(parts));
            return kExitOk;
          },
  };
}

}  // namespace simrules
