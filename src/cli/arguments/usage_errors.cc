#include "cli/arguments/usage_errors.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {
namespace {

std::string see_help(const CommandLine& line) {
  return line.command == nullptr ? "see `simrules --help`"
                                 : fmt::format("see `simrules {} --help`", line.command->name);
}

const Option* find_option(const std::vector<Option>& options, const std::string& name) {
  const auto found = std::ranges::find(options, name, &Option::name);
  return found == options.end() ? nullptr : &*found;
}

/// Lists the names that begin with dashes, as they are typed.
std::vector<std::string> option_names(const std::vector<Option>& options) {
  std::vector<std::string> names = {"--help"};
  for (const Option& option : options) {
    if (!is_argument(option)) names.push_back(option.name);
  }
  return names;
}

std::string unknown_command(const std::string& word, const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name);
  const auto twin = nearest(word, names);
  return fmt::format("there is no command {}\nhelp: {}",
                     quoted(word),
                     twin ? fmt::format("did you mean {}?", quoted(*twin))
                          : "the commands are " + quoted_list(names, "and"));
}

/// Explains an option where a command was expected.
std::string misplaced_option(const std::string& name, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    CommonOptions unused;
    if (find_option(all_options(command, unused), name) != nullptr) {
      return fmt::format(
          "{} stands before the command\nhelp: write `simrules {} {}`; options follow the command",
          quoted(name),
          command.name,
          name);
    }
  }
  const std::vector<std::string> names = {"--help", "--version"};
  const auto twin = nearest(name, names);
  return fmt::format("there is no option {}\nhelp: {}see `simrules --help`",
                     quoted(name),
                     twin ? fmt::format("did you mean {}? ", quoted(*twin)) : "");
}

std::string unknown_option(const std::string& word,
                           const CommandLine& line,
                           const std::vector<Option>& options) {
  const std::string name = word.substr(0, word.find('='));
  const auto twin = nearest(name, option_names(options));
  return fmt::format("{} has no option {}\nhelp: {}{}",
                     quoted(line.command->name),
                     quoted(name),
                     twin ? fmt::format("did you mean {}? ", quoted(*twin)) : "",
                     see_help(line));
}

/// Explains what has no place: an argument too many, or one too few.
std::optional<std::string> wrong_arguments(const CommandLine& line,
                                           const std::vector<Option>& options) {
  std::size_t places = 0;
  for (const Option& option : options) {
    if (is_argument(option)) places += is_repeatable(option) ? line.arguments.size() : 1;
    const bool is_given =
        is_argument(option) ? places <= line.arguments.size() : line.values.contains(option.name);
    if (option.required && !is_given) {
      return fmt::format("{} needs {}{}: {}\nhelp: {}",
                         quoted(line.command->name),
                         option.name,
                         is_argument(option) ? "" : " " + value_name(option),
                         option.help,
                         see_help(line));
    }
  }
  if (line.arguments.size() <= places) return std::nullopt;
  // Other tools compare two arguments.
  const bool is_pair = places == 1 && line.arguments.size() == 2 &&
                       find_option(options, "--against") != nullptr &&
                       !line.values.contains("--against");
  if (is_pair) {
    return fmt::format(
        "{} takes one argument, the head\nhelp: name the base with `--against`: "
        "`simrules {} --against {} {}`",
        quoted(line.command->name),
        line.command->name,
        printable(line.arguments[0]),
        printable(line.arguments[1]));
  }
  return fmt::format("{} takes {}, so {} is one too many\nhelp: {}",
                     quoted(line.command->name),
                     places == 0   ? "no argument"
                     : places == 1 ? "one argument"
                                   : fmt::format("{} arguments", places),
                     quoted(line.arguments[places]),
                     see_help(line));
}

/// Tells whether a value is the next option, which CLI11 takes for it.
bool is_option_name(const std::string& value, const std::vector<Option>& options) {
  const std::string name = value.substr(0, value.find('='));
  const std::vector<std::string> names = option_names(options);
  return std::ranges::find(names, name) != names.end();
}

/// Explains an option whose value is missing or empty, or which is given too often.
std::optional<std::string> wrong_count(const CommandLine& line,
                                       const std::vector<Option>& options) {
  for (const Option& option : options) {
    const auto given = line.values.find(option.name);
    const std::vector<std::string> values =
        given == line.values.end() ? std::vector<std::string>() : given->second;
    if (is_flag(option)) continue;
    const bool is_unfinished = line.unfinished == option.name ||
                               std::ranges::any_of(values, [&](const std::string& value) {
                                 return value.empty() || is_option_name(value, options);
                               });
    if (is_unfinished) {
      return fmt::format("{} needs a value: {}\nhelp: {}",
                         quoted(option.name),
                         value_name(option),
                         see_help(line));
    }
    if (values.size() > 1 && !is_repeatable(option)) {
      return fmt::format(
          "{} is given more than once\nhelp: {}", quoted(option.name), see_help(line));
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> wrong_usage(const CommandLine& line,
                                       const std::vector<Command>& commands,
                                       const std::vector<Option>& options) {
  if (line.command == nullptr || !line.before.empty()) {
    const std::vector<std::string>& words = line.before.empty() ? line.arguments : line.before;
    const std::string word = words.empty() ? "" : words.front();
    return word.starts_with('-') ? misplaced_option(word.substr(0, word.find('=')), commands)
                                 : unknown_command(word, commands);
  }
  if (!line.unknown.empty()) return unknown_option(line.unknown.front(), line, options);
  if (!line.broken.empty()) {
    return fmt::format("{}\nhelp: {}", printable(line.broken, 400), see_help(line));
  }
  if (auto wrong = wrong_count(line, options)) return wrong;
  return wrong_arguments(line, options);
}

std::optional<std::string> set_values(const CommandLine& line, const std::vector<Option>& options) {
  auto argument = line.arguments.begin();
  for (const Option& option : options) {
    std::vector<std::string> values;
    if (is_argument(option)) {
      const auto end = is_repeatable(option) || argument == line.arguments.end()
                           ? line.arguments.end()
                           : argument + 1;
      values.assign(argument, end);
      argument = end;
    } else if (const auto given = line.values.find(option.name); given != line.values.end()) {
      values = given->second;
    }
    for (const std::string& value : values) {
      if (auto wrong = set_value(option, value)) return wrong;
    }
  }
  return std::nullopt;
}

}  // namespace simrules
