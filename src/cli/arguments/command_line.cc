#include "cli/arguments/command_line.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <CLI/CLI.hpp>

namespace simrules {
namespace {

/// Declares the options of a command; its arguments are what CLI11 leaves, because it would take
/// `[a,b]` for a list and the name of a command for that command.
void declare(CLI::App& app, const Command& command) {
  CommonOptions unused;
  for (const Option& option : all_options(command, unused)) {
    if (is_argument(option)) continue;
    if (is_flag(option)) {
      app.add_flag(option.name);
    } else {
      app.add_option(option.name, CLI::callback_t())
          ->type_size(1)
          ->expected(1)
          ->allow_extra_args(false)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }
  app.allow_extras();
}

void collect(const CLI::App& app, CommandLine& line) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() > 0) line.values[option->get_name()] = option->results();
  }
  for (std::string& word : app.remaining()) {
    const bool is_option = word.size() > 1 && word.front() == '-';
    (is_option ? line.unknown : line.arguments).push_back(std::move(word));
  }
}

/// Finds an option with nothing behind its `=`, for which CLI11 would take the next word.
std::string without_value(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word.starts_with("--") && word.find('=') == word.size() - 1) {
      return word.substr(0, word.size() - 1);
    }
  }
  return {};
}

}  // namespace

CommandLine take_apart(const std::vector<Command>& commands, std::vector<std::string> words) {
  CommandLine line;
  CLI::App app;
  app.set_version_flag("--version", "");
  app.require_subcommand(0, 1);
  app.allow_extras();
  for (const Command& command : commands) declare(*app.add_subcommand(command.name), command);
  const auto mark = std::ranges::find(words, "--");
  const std::vector<std::string> verbatim(mark == words.end() ? mark : std::next(mark),
                                          words.end());
  words.erase(mark, words.end());
  line.unfinished = without_value(words);
  const std::string last = words.empty() ? "" : words.back();
  std::ranges::reverse(words);
  try {
    app.parse(std::move(words));
  } catch (const CLI::CallForVersion&) {
    line.wants_version = true;
  } catch (const CLI::CallForHelp&) {
    line.wants_help = true;
  } catch (const CLI::ArgumentMismatch&) {
    if (line.unfinished.empty()) line.unfinished = last;
  } catch (const CLI::ParseError& error) {
    line.broken = error.what();
  }
  line.before = app.remaining();
  for (const CLI::App* chosen : app.get_subcommands()) {
    line.command = &*std::ranges::find(commands, chosen->get_name(), &Command::name);
    collect(*chosen, line);
  }
  line.arguments.insert(line.arguments.end(), verbatim.begin(), verbatim.end());
  return line;
}

std::string parser_version() { return CLI11_VERSION; }

}  // namespace simrules
