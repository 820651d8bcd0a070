#include "cli/manual/completion.h"

#include <algorithm>
#include <array>

namespace simrules {
namespace {

struct Shell {
  const char* name;
  std::string (*script)(const std::vector<Command>& commands);
};

constexpr std::array kShells = {
    Shell{"bash", bash_completion}, Shell{"zsh", zsh_completion}, Shell{"fish", fish_completion}};

}  // namespace

std::vector<std::string> shells() {
  std::vector<std::string> names;
  for (const Shell& shell : kShells) names.emplace_back(shell.name);
  return names;
}

std::string completion_script(const std::string& shell, const std::vector<Command>& commands) {
  const auto* row = std::find_if(
      kShells.begin(), kShells.end(), [&](const Shell& each) { return each.name == shell; });
  return row->script(commands);
}

std::vector<std::string> offered_words(const Option& option) {
  return option.suggestions == nullptr ? option.words : option.suggestions();
}

std::vector<Option> offered_options(const Command& command) {
  // Nothing is set through what is only offered.
  static bool unset = false;
  static CommonOptions unused;
  std::vector<Option> options = all_options(command, unused);
  options.push_back({.name = "--help", .help = "show this help", .target = &unset});
  return options;
}

const char* kind_word(ValueKind kind) {
  switch (kind) {
    case ValueKind::kFile:
      return "file";
    case ValueKind::kFolder:
      return "folder";
    case ValueKind::kPath:
      return "path";
    case ValueKind::kReport:
      return "report";
    case ValueKind::kPolicy:
      return "policy";
    case ValueKind::kText:
      break;
  }
  return "text";
}

}  // namespace simrules
