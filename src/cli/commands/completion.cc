#include "cli/manual/completion.h"

#include <memory>
#include <string>

#include "cli/commands/table.h"

namespace simrules {

Command completion_command() {
  const auto shell = std::make_shared<std::string>();
  return {
      .name = "completion",
      .summary = "Print the completions for a shell.",
      .examples = {"source <(simrules completion bash)",
                   "simrules completion zsh >\"${fpath[1]}/_simrules\"",
                   "simrules completion fish >~/.config/fish/completions/simrules.fish"},
      .options = {{.name = "SHELL",
                   .help = "the shell",
                   .target = shell.get(),
                   .words = shells(),
                   .required = true}},
      .run =
          [shell](const CommonOptions&) {
            Terminal().print(completion_script(*shell));
            return kExitOk;
          },
  };
}

}  // namespace simrules
