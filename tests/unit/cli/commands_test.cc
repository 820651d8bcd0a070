#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/arguments/command_line.h"
#include "cli/arguments/config_text.h"
#include "cli/arguments/usage_errors.h"
#include "cli/commands/table.h"

namespace simrules {
namespace {

/// Splits the command of an example into words as a shell does: enough for blanks in quotes, up to a
/// pipe or a redirection.
std::vector<std::string> words_of(const std::string& example) {
  const std::size_t start = example.find("simrules");
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char c : example.substr(start, example.find_first_of("|>)", start) - start)) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c != ' ' || is_quoted) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  words.erase(words.begin());
  return words;
}

TEST(Commands, ExamplesAreSplitAsAShellDoes) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(words_of("simrules new jp/a --name \"A B\" --kind mno | cat"),
            (Words{"new", "jp/a", "--name", "A B", "--kind", "mno"}));
  EXPECT_EQ(words_of("x <(simrules completion bash)"), (Words{"completion", "bash"}));
  EXPECT_EQ(words_of("simrules stale --as-of \"$(date -u +%F)\" --older-than 1d").front(), "stale");
}

TEST(Commands, EachExampleIsACommandLineThatItsCommandTakes) {
  for (const Command& command : all_commands()) {
    EXPECT_FALSE(command.examples.empty()) << command.name;
    for (const std::string& example : command.examples) {
      const std::vector<Command> commands = all_commands();
      const CommandLine line = take_apart(commands, words_of(example));
      ASSERT_NE(line.command, nullptr) << example;
      EXPECT_EQ(line.command->name, command.name) << example;
      CommonOptions common;
      const std::vector<Option> options = all_options(*line.command, common);
      EXPECT_EQ(wrong_usage(line, commands, options).value_or(""), "") << example;
      EXPECT_EQ(set_values(line, options).value_or(""), "") << example;
    }
  }
}

TEST(Commands, OptionsAreNamedOnceAndSayWhatTheyDo) {
  std::set<std::string> names;
  for (const Command& command : all_commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name;
    EXPECT_TRUE(command.summary.ends_with('.')) << command.name;
    // A page is for a browser alone.
    const bool is_page = command.formats == std::vector<std::string>{"html"};
    EXPECT_TRUE(command.formats.empty() || is_page || command.formats.front() == "text")
        << command.name;
    CommonOptions common;
    std::set<std::string> options;
    for (const Option& option : all_options(command, common)) {
      EXPECT_TRUE(options.insert(option.name).second) << command.name << ' ' << option.name;
      EXPECT_FALSE(option.help.empty()) << option.name;
      EXPECT_EQ(value_name(option).empty(), is_flag(option)) << command.name << ' ' << option.name;
    }
  }
}

TEST(Commands, AFileMaySetNothingThatWritesLeadsElsewhereOrExcuses) {
  // How old evidence may be decides on warnings alone.
  const std::set<std::string> harmless = {"--format",
                                          "--jobs",
                                          "--max-files",
                                          "--max-size",
                                          "release --json-limit",
                                          "--lang",
                                          "--evidence",
                                          "--older-than",
                                          "--stagger",
                                          "validate --fail-on",
                                          "diff --fail-on",
                                          "diff --against"};
  for (const Command& command : all_commands()) {
    CommonOptions common;
    for (const Option& option : all_options(command, common)) {
      if (!option.in_config) continue;
      EXPECT_TRUE(harmless.contains(option.name) ||
                  harmless.contains(command.name + " " + option.name))
          << command.name << ' ' << option.name;
    }
  }
}

TEST(ConfigText, KeepsSectionsLinesAndValues) {
  const ConfigText config = read_config(
      "jobs = 2 # few\n\n[query] # asks\n  lang=\"ja\"\r\n  evidence = true\n  list = [1]\n");
  EXPECT_EQ(config.wrong, "");
  ASSERT_EQ(config.settings.size(), 4U);
  EXPECT_EQ(config.settings[0].section, "");
  EXPECT_EQ(config.settings[0].value, "2");
  EXPECT_EQ(config.settings[0].kind, ConfigKind::kPlain);
  EXPECT_EQ(config.settings[1].section, "query");
  EXPECT_EQ(config.settings[1].line, 4U);
  EXPECT_EQ(config.settings[1].key, "lang");
  EXPECT_EQ(config.settings[1].value, "ja");
  EXPECT_EQ(config.settings[1].kind, ConfigKind::kWord);
  EXPECT_EQ(config.settings[2].value, "true");
  EXPECT_EQ(config.settings[3].kind, ConfigKind::kOther);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

TEST(ConfigText, RefusesWhateverIsNoTomlAtItsLine) {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"jobs", 1},
      {"jobs = 1\nlang = \"\xff\"", 2},
      {std::string("a = 1\n\0b = 2", 11), 2},
      {"a = \"x\n\"", 1},
      {"a = " + repeated("[", 30000), 1},
      {"a = " + repeated("{a=", 20000), 1},
      {repeated("a.", 30000) + "a = 1", 1},
      {"[" + repeated("a.", 30000) + "a]", 1},
      {repeated("a.a.a.a.a.a.a.a = [\n{", 250), 1},
      {"jobs = 99999999999999999999", 1},
      {"a = 1\na = 2", 2},
      {"[a]\n[a]", 2},
      {"a = 1\n[\n[b]", 2},
      {" [ \t", 1},
      {"[[#]]", 1},
      {"[.a]", 1},
      {"[\xef\xbb\xbf]", 1}};
  for (const auto& [text, line] : rows) {
    const ConfigText config = read_config(text);
    EXPECT_NE(config.wrong, "") << text.substr(0, 40);
    EXPECT_GE(config.wrong_line, line) << text.substr(0, 40);
    EXPECT_TRUE(config.settings.empty()) << text.substr(0, 40);
  }
}

TEST(ConfigText, TakesNoValueThatACommandLineCannotHold) {
  for (const char* value : {"\"\"",
                            "\"\\u0000\"",
                            "\"a\\nb\"",
                            "\"\"\"a\nb\"\"\"",
                            "1.5",
                            "[]",
                            "{}",
                            "2026-11-22",
                            "inf"}) {
    const ConfigText config = read_config(std::string("[diff]\nagainst = ") + value);
    ASSERT_EQ(config.settings.size(), 1U) << value << config.wrong;
    EXPECT_EQ(config.settings[0].kind, ConfigKind::kOther) << value;
  }
}

TEST(ConfigText, SurvivesTheDeepestTableThatItReads) {
  EXPECT_EQ(read_config(repeated("a.", 3999) + "a = 1").wrong, "");
}

}  // namespace
}  // namespace simrules
