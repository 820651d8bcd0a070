#include "cli/arguments/help.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "cli/arguments/config.h"
#include "render/text/terminal.h"

namespace simrules {
namespace {

constexpr std::size_t kWidth = 100;

/// Lists entries, what they mean in a column of its own.
std::string list_of(const std::vector<Entry>& entries) {
  constexpr std::size_t kWidestTerm = 30;
  std::size_t widest = 0;
  for (const Entry& entry : entries) {
    if (entry.term.size() <= kWidestTerm) widest = std::max(widest, entry.term.size());
  }
  std::string text;
  for (const Entry& entry : entries) {
    std::string term = entry.term;
    if (term.size() > widest) {
      text += fmt::format("  {}\n", term);
      term.clear();
    }
    for (const std::string& line : wrap(entry.meaning, kWidth - widest - 4)) {
      text += fmt::format("  {:<{}}  {}\n", term, widest, line);
      term.clear();
    }
  }
  return text;
}

/// Puts a title above what there is; nothing above nothing.
std::string section(const char* title, const std::string& text) {
  return text.empty() ? "" : fmt::format("\n{}:\n{}", title, text);
}

std::string command_list(const std::vector<Command>& commands) {
  std::vector<Entry> entries;
  entries.reserve(commands.size());
  for (const Command& command : commands) entries.push_back({command.name, command.summary});
  return list_of(entries);
}

std::string examples_of(const Command& command) {
  std::string text;
  for (const std::string& example : command.examples) text += fmt::format("  {}\n", example);
  return text;
}

/// Says which options a configuration file may set, if there are any.
std::string config_line(const Command& command) {
  const std::vector<std::string> keys = config_keys(command);
  if (keys.empty()) return {};
  return fmt::format("[{}] in {} may set: {}\n", command.name, kConfigName, fmt::join(keys, ", "));
}

}  // namespace

const std::vector<Entry>& exit_codes() {
  static const std::vector<Entry> kTable = {
      {std::to_string(kExitOk), "fine"},
      {std::to_string(kExitFindings), "findings, or refusal by a gate"},
      {std::to_string(kExitUsage), "wrong usage, unreadable or missing input, or nothing to check"},
      {std::to_string(kExitInternal), "a bug of ours; please report it"},
  };
  return kTable;
}

const std::vector<Entry>& environment_variables() {
  static const std::vector<Entry> kTable = {
      {"NO_COLOR", "never colour, unless `--color` says otherwise"},
      {"CLICOLOR_FORCE, FORCE_COLOR", "colour also what goes to no terminal; `NO_COLOR` outweighs"},
      {"TERM", "a terminal of the type `dumb` shows no colour"},
      {"SOURCE_DATE_EPOCH", "today, in seconds since 1970, where the date is a default"},
  };
  return kTable;
}

const std::vector<Entry>& repository_files() {
  static const std::vector<Entry> kTable = {
      {"policies/", "the policies; the folder that holds it is the repository"},
      {"schemas/", "the schemas of the repository; those in the program stand in for them"},
      {"reports/", "the releases and their index"},
      {"gate-levels.yaml", "what single findings of the gate count as, each with a reason"},
      {kConfigName, "defaults for options"},
  };
  return kTable;
}

std::string usage_line(const Command& command) {
  std::string line = fmt::format("simrules {}", command.name);
  for (const Option& option : command.options) {
    if (!is_argument(option) && option.required) {
      line += fmt::format(" {} {}", option.name, value_name(option));
    }
  }
  line += " [OPTIONS]";
  for (const Option& option : command.options) {
    if (!is_argument(option)) continue;
    const std::string name = option.name + (is_repeatable(option) ? "..." : "");
    line += option.required ? " " + name : " [" + name + "]";
  }
  return line;
}

std::string meaning_of(const Option& option) {
  const bool shown_as_value = value_name(option).find('|') != std::string::npos;
  if (option.words.empty() || shown_as_value || option.kind == ValueKind::kReport) {
    return option.help;
  }
  return fmt::format("{}: {}", option.help, fmt::join(option.words, ", "));
}

std::string main_help(const std::vector<Command>& commands) {
  return fmt::format(
      "{}\n\nUsage: simrules COMMAND [OPTIONS]\n{}{}{}{}{}\n"
      "`simrules COMMAND --help` shows examples and all options of a command; `simrules man` "
      "prints "
      "the manual.\n",
      kPurpose,
      section("Commands", command_list(commands)),
      section(
          "Options",
          list_of({{"-h, --help", "show this help"},
                   {"--version", "show the version, and the versions of schemas that are known"}})),
      section("Exit codes", list_of(exit_codes())),
      section("Environment", list_of(environment_variables())),
      section("Files", list_of(repository_files())));
}

std::string short_help(const std::vector<Command>& commands) {
  return fmt::format(
      "{}\n{}\n`simrules COMMAND --help` shows examples; `simrules --help` tells more.\n",
      kPurpose,
      section("Commands", command_list(commands)));
}

std::string command_help(const Command& command) {
  CommonOptions unused;
  std::vector<Entry> arguments;
  std::vector<Entry> own;
  std::vector<Entry> shared;
  const std::vector<Option> options = all_options(command, unused);
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Option& option = options[i];
    if (is_argument(option)) {
      arguments.push_back({option.name, meaning_of(option)});
      continue;
    }
    std::vector<Entry>& list = i < command.options.size() ? own : shared;
    list.push_back({is_flag(option) ? option.name : option.name + " " + value_name(option),
                    meaning_of(option) + (option.required ? " (required)" : "")});
  }
  shared.push_back({"-h, --help", "show this help"});
  return fmt::format("{}\n{}\nUsage: {}\n{}{}{}\n{}",
                     command.summary,
                     section("Examples", examples_of(command)),
                     usage_line(command),
                     section("Arguments", list_of(arguments)),
                     section("Options", list_of(own)),
                     section("Options of every command", list_of(shared)),
                     config_line(command) + "`simrules --help` tells the exit codes.\n");
}

}  // namespace simrules
