#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/arguments/command_line.h"
#include "cli/arguments/config_text.h"
#include "cli/arguments/usage_errors.h"
#include "cli/commands/table.h"

namespace simrules {
namespace {

/// Splits a shell line into words: enough for examples, up to a pipe or a redirection.
std::vector<std::string> words_of(std::string line) {
  const std::size_t start = line.find("simrules");
  line = line.substr(start, line.find_first_of("|>)", start) - start);
  std::erase(line, '"');
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    if (!words.empty() && words.back().starts_with("$(")) {
      words.back() += word;
    } else {
      words.push_back(word);
    }
  }
  words.erase(words.begin());
  return words;
}

TEST(Commands, EachExampleIsACommandLineThatItsCommandTakes) {
  for (const Command& command : all_commands()) {
    EXPECT_FALSE(command.examples.empty()) << command.name;
    for (const std::string& example : command.examples) {
      // A name with a blank in quotes is more than this reads.
      if (example.find("\"Foo Mobile\"") != std::string::npos) continue;
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
    EXPECT_TRUE(command.formats.empty() || command.formats.front() == "text") << command.name;
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

TEST(ConfigText, ReadsEveryTextInOneWayOrRefusesIt) {
  const std::vector<std::string> parts = {
      "jobs",    "lang",  "=", " = ", "\"ja\"", "\"\"",    "2",    "true", "[", "]",
      "[query]", "[[x]]", "#", " ",   "\n",     "\n\n",    "\r\n", "\t",   ",", "'",
      "--",      "++",    ";", ".",   "\\",     "default", "%",    "{"};
  const std::vector<std::string> lines = {
      "jobs = 2\n", "lang=\"ja\" # why\n", "a = true\n", "[b] # c\n", "[query]\n"};
  unsigned state = 1;
  const auto next = [&](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % below;
  };
  std::size_t read = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t length = next(6); length > 0; --length) text += lines[next(lines.size())];
    for (std::size_t length = next(4); length > 0; --length) {
      text.insert(next(text.size() + 1), parts[next(parts.size())]);
    }
    const ConfigText config = read_config(text);
    if (!config.wrong.empty()) continue;
    for (const ConfigSetting& setting : config.settings) {
      ++read;
      EXPECT_NE(text.find(setting.is_quoted ? "\"" + setting.value + "\"" : setting.value),
                std::string::npos)
          << text;
    }
  }
  EXPECT_GT(read, 1000U);
}

TEST(ConfigText, KeepsSectionsLinesAndValues) {
  const ConfigText config = read_config("jobs = 2 # few\n\n[query] # asks\n  lang=\"ja\"\r\n");
  EXPECT_EQ(config.wrong, "");
  ASSERT_EQ(config.settings.size(), 2U);
  EXPECT_EQ(config.settings[0].section, "");
  EXPECT_EQ(config.settings[0].value, "2");
  EXPECT_FALSE(config.settings[0].is_quoted);
  EXPECT_EQ(config.settings[1].section, "query");
  EXPECT_EQ(config.settings[1].line, 4U);
  EXPECT_EQ(config.settings[1].key, "lang");
  EXPECT_EQ(config.settings[1].value, "ja");
  EXPECT_TRUE(config.settings[1].is_quoted);
}

}  // namespace
}  // namespace simrules
