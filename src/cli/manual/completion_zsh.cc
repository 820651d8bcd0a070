#include <fmt/format.h>

#include "cli/manual/completion.h"

namespace simrules {
namespace {

constexpr const char* kHead = R"(#compdef simrules
# zsh completion for simrules, made by `simrules completion zsh`

# Offers the ids of policies: their files below the nearest policies/.
_simrules_policies() {
  local folder=$PWD
  local -a ids
  until [[ -d $folder/policies ]]; do
    [[ -n $folder ]] || return 1
    folder=${folder%/*}
  done
  ids=($folder/policies/*/*.yaml(N:r))
  ids=(${ids#$folder/policies/})
  compadd -a ids
}

# Offers values of a kind, and words.
_simrules_offer() {
  local kind=$1
  shift
  local -a open=(${(M)@:#*:}) whole=(${@:#*:})
  case $kind in
    report)
      if compset -P 1 '*='; then
        _files
      else
        compadd -S '=' -- "$@"
      fi
      return
      ;;
    file | path) _files ;;
    folder) _files -/ ;;
    policy) _simrules_policies ;;
  esac
  compadd -S '' -a open
  compadd -a whole
}

)";

constexpr const char* kValues =
    R"(# Offers the value of an option, or an argument behind a command; fails where there is none.
_simrules_value() {
  case $1 in
)";

constexpr const char* kMiddle = R"(    *) return 1 ;;
  esac
  return 0
}

# Offers the options of a command.
_simrules_options() {
  local -a options
  case $1 in
)";

constexpr const char* kTail = R"(  esac
  _describe -o option options
}

_simrules() {
  local command=$words[2] previous=$words[CURRENT-1]
  if ((CURRENT == 2)); then
    _simrules_commands
  elif [[ $PREFIX == --*=* ]]; then
    previous=${PREFIX%%=*}
    compset -P 1 '*='
    _simrules_value "$command $previous"
  elif [[ $previous == --* ]] && _simrules_value "$command $previous"; then
    return
  elif [[ $PREFIX == -* ]]; then
    _simrules_options $command
  else
    _simrules_value $command
  fi
}

if [[ ${funcstack[1]} == _simrules ]]; then
  _simrules "$@"
else
  compdef _simrules simrules
fi
)";

/// Writes a word and what it means as zsh takes them, for single quotes within them too.
std::string described(const std::string& word, const std::string& meaning) {
  std::string text = " '";
  for (const char letter : word + ":" + meaning) {
    text += letter == '\'' ? "'\\''" : std::string(1, letter);
  }
  return text + "'";
}

std::string value_row(const std::string& place, const Option& option) {
  return fmt::format("    '{}') _simrules_offer {} {} ;;\n",
                     place,
                     kind_word(option.kind),
                     fmt::join(offered_words(option), " "));
}

}  // namespace

std::string zsh_completion(const std::vector<Command>& commands) {
  std::string values;
  std::string options;
  std::string names;
  for (const Command& command : commands) {
    names += described(command.name, command.summary);
    std::string own;
    for (const Option& option : offered_options(command)) {
      if (is_argument(option)) {
        values += value_row(command.name, option);
        continue;
      }
      own += described(option.name, option.help);
      if (!is_flag(option)) values += value_row(command.name + " " + option.name, option);
    }
    options += fmt::format("    {}) options=({} ) ;;\n", command.name, own);
  }
  const std::string main = fmt::format(
      "# Offers the commands.\n_simrules_commands() {{\n  local -a commands=({} )\n"
      "  _describe command commands\n  compadd -- --help --version\n}}\n\n",
      names);
  return kHead + main + kValues + values + kMiddle + options + kTail;
}

}  // namespace simrules
