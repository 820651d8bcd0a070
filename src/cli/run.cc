#include "cli/run.h"

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cli/arguments/command_line.h"
#include "cli/arguments/config.h"
#include "cli/arguments/help.h"
#include "cli/arguments/usage_errors.h"
#include "cli/commands/table.h"
#include "cli/manual/completion.h"
#include "cli/manual/version_text.h"
#include "cli/progress.h"
#include "cli/terminal.h"

namespace simrules {
namespace {

ExitCode refuse_usage(const Terminal& terminal, const std::string& message) {
  terminal.note(fmt::format("simrules: {}\n", message));
  return kExitUsage;
}

/// Sets what the repository's configuration says; returns how the run ends if that is wrong.
std::optional<ExitCode> configure(const CommandLine& line,
                                  const CommonOptions& common,
                                  const std::vector<Option>& options,
                                  const Terminal& terminal) {
  if (line.command->formats.empty()) return std::nullopt;
  if (common.no_config && !common.config.empty()) {
    return refuse_usage(terminal, "`--config` and `--no-config` exclude each other");
  }
  DiagnosticList findings;
  const auto file = load_config(common, findings);
  if (!file) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  if (const auto wrong = apply_config(*file, line, options)) return refuse_usage(terminal, *wrong);
  return std::nullopt;
}

ExitCode parse_and_run(std::vector<std::string> words) {
  const Terminal terminal;
  const std::vector<Command> commands = all_commands();
  if (words.empty()) {
    terminal.note(short_help(commands));
    return kExitUsage;
  }
  // Asked by shells, for a line that is not finished and that CLI11 could not take apart.
  if (words.front() == "complete") {
    words.erase(words.begin());
    if (!words.empty()) terminal.print(candidates(commands, words));
    return kExitOk;
  }
  // Many people ask so first.
  if (words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  const CommandLine line = take_apart(commands, words);
  if (line.wants_version) {
    terminal.print(version_text());
    return kExitOk;
  }
  if (line.wants_help && line.before.empty()) {
    terminal.print(line.command == nullptr ? main_help(commands) : command_help(*line.command));
    return kExitOk;
  }
  CommonOptions common;
  std::vector<Option> options;
  if (line.command != nullptr) options = all_options(*line.command, common);
  if (const auto wrong = wrong_usage(line, commands, options))
    return refuse_usage(terminal, *wrong);
  if (const auto wrong = set_values(line, options)) return refuse_usage(terminal, *wrong);
  if (const auto wrong = configure(line, common, options, terminal)) return *wrong;
  TerminalProgress progress;
  if (!common.quiet && TerminalProgress::is_seen()) common.progress = &progress;
  return line.command->run(common);
}

}  // namespace

int run_command_line(int argc, char** argv) {
  try {
    return parse_and_run({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const OutputFailed& failure) {
    // Whoever closes a pipe early, as `head` does, has seen enough.
    if (failure.error != EPIPE) {
      Terminal(ColorMode::kAuto)
          .note(fmt::format("simrules: standard output cannot be written: {}\n",
                            std::generic_category().message(failure.error)));
    }
    return kExitUsage;
  }
}

}  // namespace simrules
