#include "cli/manual/man_page.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/unicode.h"
#include "cli/arguments/config.h"
#include "cli/arguments/help.h"
#include "tool_version.h"

namespace simrules {
namespace {

struct RoffName {
  char letter;
  const char* name;
};
constexpr std::array kRoffNames = {RoffName{'\\', "\\e"},
                                   RoffName{'-', "\\-"},
                                   RoffName{'\'', "\\(aq"},
                                   RoffName{'`', "\\(ga"},
                                   RoffName{'~', "\\(ti"},
                                   RoffName{'^', "\\(ha"}};

/// Writes text so that roff shows it as it is.
std::string roff(std::string_view text) {
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    const auto [letter, size] = decode_utf8(text, at);
    const auto* row = std::find_if(kRoffNames.begin(), kRoffNames.end(), [&](const RoffName& each) {
      return each.letter == text[at];
    });
    if (row != kRoffNames.end()) {
      written += row->name;
    } else if (size > 1) {
      written += fmt::format("\\[u{:04X}]", static_cast<unsigned>(letter));
    } else {
      written += text[at];
    }
    at += size;
  }
  // A line must not begin as a request does.
  return written.starts_with('.') ? "\\&" + written : written;
}

/// Writes prose: what stands in backticks is bold.
std::string prose(std::string_view text) {
  std::string written;
  bool is_code = false;
  while (!text.empty()) {
    const std::size_t tick = std::min(text.find('`'), text.size());
    const std::string part = roff(text.substr(0, tick));
    written += is_code && !part.empty() ? "\\fB" + part + "\\fR" : part;
    text.remove_prefix(std::min(tick + 1, text.size()));
    is_code = !is_code;
  }
  return written;
}

std::string section(std::string_view title) { return fmt::format(".SH {}\n", title); }

std::string entry(const std::string& term, const std::string& meaning) {
  return fmt::format(".TP\n{}\n{}\n", term, prose(meaning));
}

std::string entries(const std::vector<Entry>& list) {
  std::string text;
  for (const Entry& each : list) {
    text += entry(fmt::format("\\fB{}\\fR", roff(each.term)), each.meaning);
  }
  return text;
}

std::string option_entry(const Option& option) {
  std::string term = is_argument(option) ? fmt::format("\\fI{}\\fR", roff(option.name))
                                         : fmt::format("\\fB{}\\fR", roff(option.name));
  if (!is_argument(option) && !is_flag(option)) {
    term += fmt::format(" \\fI{}\\fR", roff(value_name(option)));
  }
  return entry(term, meaning_of(option) + (option.required ? " (required)" : ""));
}

std::string examples(const std::vector<std::string>& lines) {
  std::string text = ".PP\n.EX\n";
  for (const std::string& line : lines) text += roff(line) + "\n";
  return text + ".EE\n";
}

std::string command_section(const Command& command) {
  std::string text = fmt::format(".SS {}\n{}\n.PP\n\\fB{}\\fR\n",
                                 roff(command.name),
                                 prose(command.summary),
                                 roff(usage_line(command)));
  for (const Option& option : command.options) text += option_entry(option);
  return text + examples(command.examples);
}

/// Lists the options that all commands share which read a repository.
std::string shared_options() {
  CommonOptions unused;
  const Command any{.name = "", .summary = "", .formats = {"text"}, .examples = {}, .options = {}};
  std::string text;
  for (Option option : all_options(any, unused)) {
    // Each command has formats of its own.
    if (config_key(option) == "format") option.words.clear();
    text += option_entry(option);
  }
  return text;
}

/// Lists what a configuration file may set.
std::string config_section(const std::vector<Command>& commands) {
  std::string text = prose(
      fmt::format("`{}` beside `policies/` sets defaults for a repository; the command line "
                  "outweighs it. A section such as `[validate]` is a command; what stands before "
                  "the first one is for every command that has such an option. Whatever else "
                  "stands there is an error. These may be set:",
                  kConfigName));
  text += "\n";
  for (const Command& command : commands) {
    const std::vector<std::string> keys = config_keys(command);
    if (keys.empty()) continue;
    text += entry(fmt::format("\\fB[{}]\\fR", roff(command.name)),
                  fmt::format("{}", fmt::join(keys, ", ")));
  }
  return text;
}

}  // namespace

std::string man_page(const std::vector<Command>& commands) {
  std::string text = fmt::format(
      ".TH SIMRULES 1 \"{}\" \"simrules {}\" \"User Commands\"\n", kToolDate, kToolVersion);
  text += section("NAME") + "simrules \\- " + roff(kShortPurpose) + "\n";
  text += section("SYNOPSIS") +
          "\\fBsimrules\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n.PP\n"
          "\\fBsimrules\\fR [\\fICOMMAND\\fR] \\fB\\-\\-help\\fR\n.PP\n"
          "\\fBsimrules \\-\\-version\\fR\n";
  text += section("DESCRIPTION") + prose(kPurpose) + "\n.PP\n" + prose(kAbout) + "\n";
  text += section("COMMANDS");
  for (const Command& command : commands) text += command_section(command);
  text += section("OPTIONS");
  text += prose("Every command that reads a repository takes these, behind its name:") + "\n";
  text += shared_options();
  text += section("CONFIGURATION") + config_section(commands);
  text += section("EXIT STATUS") + entries(exit_codes());
  text += section("ENVIRONMENT") + entries(environment_variables());
  text += section("FILES") + entries(repository_files());
  text += section("EXAMPLES");
  text += prose("Check an edit, see what it means to subscribers, and ask what a brand allows:");
  text += "\n" + examples({"simrules validate policies/jp/au.yaml",
                           "simrules diff --against git:origin/main",
                           "simrules query --policy jp/au --topic transfer"});
  text += section("SEE ALSO") + "\\fBgit\\fR(1), \\fBjq\\fR(1), \\fBsha256sum\\fR(1)\n";
  return text;
}

}  // namespace simrules
