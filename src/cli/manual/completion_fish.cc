#include <fmt/format.h>

#include "cli/manual/completion.h"

namespace simrules {
namespace {

constexpr const char* kHead = R"(# fish completion for simrules, made by `simrules completion fish`

# Lists the ids of policies: their files below the nearest policies/.
function __simrules_policies
    set -l folder $PWD
    while not test -d $folder/policies
        test -n "$folder"; or return
        set folder (string replace -r '/[^/]*$' '' -- $folder)
    end
    for file in $folder/policies/*/*.yaml
        string replace -r '.*/policies/(.*)\.yaml$' '$1' -- $file
    end
end

# Lists FORMAT= for each format, and behind it the files that there are.
function __simrules_reports
    set -l token (string replace -r '^--output=' '' -- (commandline -ct))
    if string match -q '*=*' -- $token
        set -l parts (string split -m 1 = -- $token)
        for file in $parts[2]*
            test -d $file; and set file $file/
            echo $parts[1]=$file
        end
    else
        printf '%s=\n' $argv
    end
end

complete -c simrules -f
complete -c simrules -n __fish_use_subcommand -l help -s h -d 'show help'
complete -c simrules -n __fish_use_subcommand -l version -d 'show the version'
)";

std::string quoted_text(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "'";
}

/// Returns what offers the values of an option or an argument.
std::string offer(const Option& option) {
  const std::string words = fmt::format("{}", fmt::join(offered_words(option), " "));
  switch (option.kind) {
    case ValueKind::kReport:
      return fmt::format("-a '(__simrules_reports {})'", words);
    case ValueKind::kPolicy:
      return "-a '(__simrules_policies)'";
    case ValueKind::kFolder:
      return "-a '(__fish_complete_directories)'";
    case ValueKind::kFile:
    case ValueKind::kPath:
      return words.empty() ? "-F" : fmt::format("-F -a '{}'", words);
    case ValueKind::kText:
      break;
  }
  return words.empty() ? "" : fmt::format("-a '{}'", words);
}

}  // namespace

std::string fish_completion(const std::vector<Command>& commands) {
  std::string text = kHead;
  for (const Command& command : commands) {
    text += fmt::format("\ncomplete -c simrules -n __fish_use_subcommand -a {} -d {}\n",
                        command.name,
                        quoted_text(command.summary));
    const std::string start =
        fmt::format("complete -c simrules -n '__fish_seen_subcommand_from {}'", command.name);
    for (const Option& option : offered_options(command)) {
      const std::string values = offer(option);
      if (is_argument(option)) {
        if (!values.empty()) text += fmt::format("{} {}\n", start, values);
        continue;
      }
      text += fmt::format("{} -l {}{}{} -d {}\n",
                          start,
                          option.name.substr(2),
                          is_flag(option)            ? ""
                          : values.starts_with("-F") ? " -r"
                                                     : " -x",
                          values.empty() ? "" : " " + values,
                          quoted_text(option.help));
    }
  }
  return text;
}

}  // namespace simrules
