#include <fmt/format.h>

#include "cli/manual/completion.h"

namespace simrules {
namespace {

constexpr const char* kHead = R"(# bash completion for simrules, made by `simrules completion bash`

# Lists the ids of policies: their files below the nearest policies/.
_simrules_policies() {
  local folder=$PWD file
  until [[ -d $folder/policies ]]; do
    [[ -n $folder ]] || return
    folder=${folder%/*}
  done
  for file in "$folder"/policies/*/*.yaml; do
    [[ -e $file ]] || continue
    file=${file#"$folder"/policies/}
    printf '%s\n' "${file%.yaml}"
  done
}

# Says what the value of an option may be, or an argument behind a command: words and kind.
_simrules_values() {
  words='' kind=text
  case "$1" in
)";

constexpr const char* kMiddle = R"(  esac
}

# Lists the options of a command.
_simrules_options() {
  case "$1" in
)";

// Names of files are compared and never expanded: a file may be called `$(command)`.
constexpr const char* kTail = R"(  esac
}

_simrules() {
  local line=${COMP_LINE:0:COMP_POINT} cur prev command words kind word shown i
  local -a typed candidates=()
  read -ra typed <<<"$line"
  [[ $line == *[[:space:]] ]] && typed+=('')
  cur=${typed[-1]} prev=${typed[-2]-} command=${typed[1]-}
  shown=$cur
  COMPREPLY=()
  if ((${#typed[@]} <= 2)); then
    _simrules_values ''
  elif [[ $cur == --*=* ]]; then
    prev=${cur%%=*} cur=${cur#*=}
    _simrules_values "$command $prev"
  elif [[ $prev == --* ]] && _simrules_takes_value "$command $prev"; then
    _simrules_values "$command $prev"
  elif [[ $cur == -* ]]; then
    words=$(_simrules_options "$command") kind=text
  else
    _simrules_values "$command"
  fi

  if [[ $kind == report && $cur == *=* ]]; then
    mapfile -t candidates < <(compgen -f -- "${cur#*=}")
    candidates=("${candidates[@]/#/${cur%%=*}=}")
  else
    for word in $words; do
      [[ $kind == report ]] && word+='='
      [[ $word == "$cur"* ]] && candidates+=("$word")
    done
    case $kind in
      file | path) mapfile -t -O "${#candidates[@]}" candidates < <(compgen -f -- "$cur") ;;
      folder) mapfile -t -O "${#candidates[@]}" candidates < <(compgen -d -- "$cur") ;;
      policy)
        while IFS= read -r word; do
          [[ $word == "$cur"* ]] && candidates+=("$word")
        done < <(_simrules_policies)
        ;;
    esac
  fi
  ((${#candidates[@]})) || return 0
  if [[ ${#candidates[@]} == 1 && $candidates == *[=:] ]]; then
    compopt -o nospace 2>/dev/null
  elif [[ $kind != text ]]; then
    compopt -o filenames 2>/dev/null
  fi

  # Where `=` and `:` end words for readline, it replaces only what follows the last of them.
  [[ $shown == "$cur" ]] || candidates=("${candidates[@]/#/${shown%%=*}=}")
  for ((i = ${#shown}; i > 0; --i)); do
    [[ ${shown:i-1:1} == [=:] && $COMP_WORDBREAKS == *"${shown:i-1:1}"* ]] && break
  done
  for word in "${candidates[@]}"; do COMPREPLY+=("${word:i}"); done
}

complete -F _simrules simrules
)";

std::string value_row(const std::string& place, const Option& option) {
  return fmt::format("    '{}') words='{}' kind={} ;;\n",
                     place,
                     fmt::join(offered_words(option), " "),
                     kind_word(option.kind));
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
  std::string values;
  std::string options;
  std::string valued;
  std::string names;
  for (const Command& command : commands) {
    names += command.name + " ";
    std::string own;
    for (const Option& option : offered_options(command)) {
      if (is_argument(option)) {
        values += value_row(command.name, option);
        continue;
      }
      own += (own.empty() ? "" : " ") + option.name;
      if (is_flag(option)) continue;
      values += value_row(command.name + " " + option.name, option);
      valued += fmt::format("    '{} {}') return 0 ;;\n", command.name, option.name);
    }
    options += fmt::format("    {}) echo '{}' ;;\n", command.name, own);
  }
  values += fmt::format("    '') words='{}--help --version' ;;\n", names);
  return kHead + values + kMiddle + options +
         "  esac\n}\n\n# Tells whether an option of a command takes a value.\n"
         "_simrules_takes_value() {\n  case \"$1\" in\n" +
         valued + "    *) return 1 ;;\n" + kTail;
}

}  // namespace simrules
