#include "cli/manual/completion.h"

#include <algorithm>
#include <array>

namespace simrules {
namespace {

// Names of files are compared and never expanded: a file may be called `$(command)`.
constexpr const char* kBash =
    R"sh(# bash completion for simrules: `simrules complete` knows the words.
_simrules() {
  local line=${COMP_LINE:0:COMP_POINT} word rest kind='' breaks=${COMP_WORDBREAKS//[^=:]/}
  local -a typed
  read -ra typed <<<"$line"
  [[ $line == *[[:space:]] ]] && typed+=('')
  local last=${typed[-1]}
  COMPREPLY=()
  while IFS=$'\t' read -r word rest; do
    case $word in
      :files) kind=f ;;
      :folders) kind=d ;;
      *) COMPREPLY+=("$word") && continue ;;
    esac
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -P "$rest" "-$kind" -- "${last#"$rest"}")
  done < <("${1/#\~/$HOME}" complete "${typed[@]:1}" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[=:] ]]; then
    compopt -o nospace
  elif [[ $kind ]]; then
    compopt -o filenames
  fi
  # Where `=` and `:` end words for readline, it replaces only what follows the last of them.
  [[ $breaks ]] && COMPREPLY=("${COMPREPLY[@]#"${last%"${last##*[$breaks]}"}"}")
  return 0
}
complete -F _simrules simrules
)sh";

constexpr const char* kZsh = R"sh(#compdef simrules
# zsh completion for simrules: `simrules complete` knows the words.
_simrules() {
  local line word rest kind= before=
  local -a whole open
  for line in ${(f)"$(${~words[1]} complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)"}; do
    word=${line%%$'\t'*} rest=${line#*$'\t'}
    [[ $line == *$'\t'* ]] || rest=
    case $word in
      :files | :folders) kind=$word before=$rest ;;
      *[=:]) open+=("${word//:/\\:}:$rest") ;;
      *) whole+=("${word//:/\\:}:$rest") ;;
    esac
  done
  (($#whole)) && _describe word whole
  (($#open)) && _describe word open -S ''
  [[ -z $before ]] || compset -p $#before
  case $kind in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}
if [[ ${funcstack[1]} == _simrules ]]; then
  _simrules "$@"
else
  compdef _simrules simrules
fi
)sh";

constexpr const char* kFish =
    R"sh(# fish completion for simrules: `simrules complete` knows the words.
function __simrules_complete
    set -l typed (commandline -opc) (commandline -ct)
    set -l program (string replace -r '^~' "$HOME" -- $typed[1])
    for line in ($program complete $typed[2..] 2>/dev/null)
        set -l parts (string split -m 1 \t -- $line)
        set -l begun (string sub -s (math 1 + (string length -- "$parts[2]")) -- $typed[-1])
        switch $parts[1]
            case :files
                for file in (__fish_complete_path $begun)
                    printf '%s\n' "$parts[2]$file"
                end
            case :folders
                for folder in (__fish_complete_directories $begun)
                    printf '%s\n' "$parts[2]$folder"
                end
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c simrules -f -a '(__simrules_complete)'
)sh";

struct Shell {
  const char* name;
  const char* script;
};

constexpr std::array kShells = {Shell{"bash", kBash}, Shell{"zsh", kZsh}, Shell{"fish", kFish}};

}  // namespace

std::vector<std::string> shells() {
  std::vector<std::string> names;
  for (const Shell& shell : kShells) names.emplace_back(shell.name);
  return names;
}

std::string completion_script(const std::string& shell) {
  return std::ranges::find(kShells, shell, &Shell::name)->script;
}

}  // namespace simrules
