#include "cli/manual/manual.h"

#include <fmt/format.h>

#include "cli/arguments/config.h"
#include "cli/arguments/help.h"

namespace simrules {
namespace {

ManualPart option_entry(const Option& option) {
  const std::string meaning = meaning_of(option) + (option.required ? " (required)" : "");
  if (is_argument(option)) return {PartKind::kEntry, meaning, "", option.name};
  return {PartKind::kEntry, meaning, option.name, value_name(option)};
}

void add_entries(const std::vector<Entry>& list, std::vector<ManualPart>& parts) {
  for (const Entry& each : list) parts.push_back({PartKind::kEntry, each.meaning, each.term});
}

void add_command(const Command& command, std::vector<ManualPart>& parts) {
  parts.push_back({PartKind::kCommand, command.name});
  parts.push_back({PartKind::kProse, command.summary});
  parts.push_back({PartKind::kProse, "`" + usage_line(command) + "`"});
  for (const Option& option : command.options) parts.push_back(option_entry(option));
  parts.push_back({PartKind::kShell, fmt::format("{}", fmt::join(command.examples, "\n"))});
}

/// Adds the options that all commands share which read a repository.
void add_shared_options(std::vector<ManualPart>& parts) {
  CommonOptions unused;
  const Command any{.name = "", .summary = "", .formats = {"text"}, .examples = {}, .options = {}};
  for (Option option : all_options(any, unused)) {
    // Each command has formats of its own.
    if (config_key(option) == "format") option.words.clear();
    parts.push_back(option_entry(option));
  }
}

/// Adds what a configuration file may set.
void add_config(const std::vector<Command>& commands, std::vector<ManualPart>& parts) {
  parts.push_back(
      {PartKind::kProse,
       fmt::format("`{}` beside `policies/` sets defaults for a repository; the command line "
                   "outweighs it. A section such as `[validate]` is a command; what stands before "
                   "the first one is for every command that has such an option. Whatever else "
                   "stands there is an error. These may be set:",
                   kConfigName)});
  for (const Command& command : commands) {
    const std::vector<std::string> keys = config_keys(command);
    if (keys.empty()) continue;
    parts.push_back({PartKind::kEntry,
                     fmt::format("{}", fmt::join(keys, ", ")),
                     fmt::format("[{}]", command.name)});
  }
}

}  // namespace

std::vector<ManualPart> manual(const std::vector<Command>& commands) {
  std::vector<ManualPart> parts = {
      {PartKind::kSection, "Name"},
      {PartKind::kProse, std::string("simrules - ") + kShortPurpose},
      {PartKind::kSection, "Synopsis"},
      {PartKind::kProse, "`simrules` COMMAND [OPTIONS] [ARGUMENTS]"},
      {PartKind::kProse, "`simrules` [COMMAND] `--help`"},
      {PartKind::kProse, "`simrules --version`"},
      {PartKind::kSection, "Description"},
      {PartKind::kProse, kPurpose},
      {PartKind::kProse, kAbout},
      {PartKind::kSection, "Commands"},
  };
  for (const Command& command : commands) add_command(command, parts);
  parts.push_back({PartKind::kSection, "Options"});
  parts.push_back(
      {PartKind::kProse, "Every command that reads a repository takes these, behind its name:"});
  add_shared_options(parts);
  parts.push_back({PartKind::kSection, "Configuration"});
  add_config(commands, parts);
  parts.push_back({PartKind::kSection, "Exit status"});
  add_entries(exit_codes(), parts);
  parts.push_back({PartKind::kSection, "Environment"});
  add_entries(environment_variables(), parts);
  parts.push_back({PartKind::kSection, "Files"});
  add_entries(repository_files(), parts);
  parts.push_back({PartKind::kSection, "Examples"});
  parts.push_back(
      {PartKind::kProse,
       "Check an edit, see what it means to subscribers, and ask what a brand allows:"});
  parts.push_back({PartKind::kShell,
                   "simrules validate policies/jp/au.yaml\n"
                   "simrules diff --against git:origin/main\n"
                   "simrules query --policy jp/au --topic transfer"});
  parts.push_back({PartKind::kSection, "See also"});
  parts.push_back({PartKind::kProse, "`git`(1), `jq`(1), `sha256sum`(1)"});
  return parts;
}

}  // namespace simrules
