#include "cli/arguments/config.h"

#include <algorithm>
#include <filesystem>
#include <regex>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/text.h"
#include "cli/arguments/config_text.h"
#include "cli/commands/table.h"
#include "cli/sources/repository.h"
#include "model/policy_id.h"

namespace simrules {
namespace {

constexpr std::size_t kConfigBytes = 65536;

const Option* find_key(const std::vector<Option>& options, const std::string& key) {
  const auto found = std::ranges::find_if(options, [&](const Option& option) {
    return !is_argument(option) && config_key(option) == key;
  });
  return found == options.end() ? nullptr : &*found;
}

std::string nearest_key(const std::string& word, const std::vector<std::string>& known) {
  if (const auto twin = nearest(word, known)) {
    return fmt::format("\nhelp: did you mean {}?", quoted(*twin));
  }
  return known.empty() ? "" : fmt::format("\nhelp: there are {}", quoted_list(known, "and"));
}

/// Lists the keys that commands let a file set.
std::vector<std::string> known_keys(const std::vector<std::vector<Option>>& commands) {
  std::vector<std::string> keys;
  for (const std::vector<Option>& options : commands) {
    for (const Option& option : options) {
      if (option.in_config && std::ranges::find(keys, config_key(option)) == keys.end()) {
        keys.push_back(config_key(option));
      }
    }
  }
  return keys;
}

/// Gives one option a value as the file writes it; says what is wrong with that.
std::optional<std::string> set(const Option& option, const ConfigSetting& setting) {
  const bool is_word = std::holds_alternative<std::string*>(option.target);
  if (is_word != (setting.kind == ConfigKind::kWord)) {
    return fmt::format("the value of {} is written {} double quotes",
                       quoted(setting.key),
                       is_word ? "in" : "without");
  }
  return set_value(option, setting.value);
}

/// Says what is wrong with a setting for some commands, each with its options, or nothing.
/// Shape: `whose` is the name of the one command, empty for all of them.
std::optional<std::string> wrong_setting(const ConfigSetting& setting,
                                         const std::vector<std::vector<Option>>& commands,
                                         const std::string& whose) {
  bool is_known = false;
  bool is_allowed = false;
  for (const std::vector<Option>& options : commands) {
    const Option* option = find_key(options, setting.key);
    if (option == nullptr) continue;
    is_known = true;
    if (!option->in_config) continue;
    is_allowed = true;
    if (auto wrong = set(*option, setting)) return wrong;
  }
  if (is_allowed) return std::nullopt;
  if (is_known) {
    return fmt::format("{} may not be set in a file\nhelp: write `--{}` on the command line",
                       quoted(setting.key),
                       setting.key);
  }
  return fmt::format("{} option {}{}",
                     whose.empty() ? "no command has an" : quoted(whose) + " has no",
                     quoted(setting.key),
                     nearest_key(setting.key, known_keys(commands)));
}

/// A key of `[dataset]`: what it sets, and what its value has to be like.
struct AboutKey {
  const char* key;
  std::string DatasetAbout::*member;
  const char* pattern;
  const char* expected;
};
constexpr const char* kAboutSection = "dataset";
constexpr AboutKey kAboutKeys[] = {
    {"name", &DatasetAbout::name, "[^\\x00-\\x1F]{1,80}", "a name of up to 80 characters"},
    {"license",
     &DatasetAbout::licence,
     "[A-Za-z0-9.+-]{1,64}",
     "a name of SPDX such as `CC-BY-4.0`"},
    {"homepage", &DatasetAbout::homepage, "https://[^ ]{3,400}", "an https address"},
    {"id-authority",
     &DatasetAbout::authority,
     "[a-z0-9.-]{1,80},[0-9]{4}",
     "a domain of yours and a year in which it was, such as `example.com,2026`"},
    {"address",
     &DatasetAbout::address,
     "https://[^ \"<>]{1,400}/",
     "the https address of the folder of releases, with a slash at its end"}};

/// Says what is wrong with a setting of the dataset, or nothing.
std::optional<std::string> wrong_about(const ConfigSetting& setting) {
  std::vector<std::string> keys;
  for (const AboutKey& row : kAboutKeys) {
    keys.emplace_back(row.key);
    if (setting.key != row.key) continue;
    const bool fits = setting.kind == ConfigKind::kWord &&
                      std::regex_match(setting.value, std::regex(row.pattern));
    if (fits) return std::nullopt;
    return fmt::format("{} of the dataset is {}, expected {}",
                       quoted(setting.key),
                       quoted(setting.value),
                       row.expected);
  }
  return fmt::format(
      "the dataset has no {}{}", quoted(setting.key), nearest_key(setting.key, keys));
}

/// The section of what the page of answers begins with, and its keys.
constexpr const char* kPageSection = "page";
constexpr const char* kPageQuestion = "question";
constexpr const char* kPagePolicies = "policies";
constexpr std::size_t kMostFeatured = 12;
constexpr const char* kQuestionPattern = "[a-z][a-z0-9_]{0,63}";

/// Tells whether a setting says what the page begins with; others of its section are options of the
/// command that writes it.
bool is_of_page(const ConfigSetting& setting) {
  return setting.section == kPageSection &&
         (setting.key == kPageQuestion || setting.key == kPagePolicies);
}

/// Says what is wrong with a setting of the page, or nothing.
std::optional<std::string> wrong_page(const ConfigSetting& setting) {
  if (setting.key == kPageQuestion) {
    const bool fits = setting.kind == ConfigKind::kWord &&
                      std::regex_match(setting.value, std::regex(kQuestionPattern));
    if (fits) return std::nullopt;
    return fmt::format("{} of the page is {}, expected the id of a question such as `gift`",
                       quoted(setting.key),
                       quoted(setting.value));
  }
  const auto is_id = [](const std::string& word) { return parse_policy_id(word).has_value(); };
  const bool fits = !setting.words.empty() && setting.words.size() <= kMostFeatured &&
                    std::ranges::all_of(setting.words, is_id);
  if (fits) return std::nullopt;
  return fmt::format("{} of the page is no list of up to {} ids such as [\"jp/au\"]",
                     quoted(setting.key),
                     kMostFeatured);
}

/// Says what is wrong with a setting, whichever command it is for; tries it on options that nobody
/// reads.
std::optional<std::string> wrong_setting(const ConfigSetting& setting) {
  if (is_of_page(setting)) return wrong_page(setting);
  if (setting.kind == ConfigKind::kOther) {
    return fmt::format(
        "the value of {} is neither a word in quotes nor a whole number, true or false",
        quoted(setting.key));
  }
  if (setting.section == kAboutSection) return wrong_about(setting);
  CommonOptions unused;
  std::vector<std::vector<Option>> options;
  std::vector<std::string> names = {kAboutSection};
  const std::vector<Command> commands = all_commands();
  for (const Command& command : commands) {
    if (command.formats.empty()) continue;
    names.push_back(command.name);
    if (setting.section.empty() || setting.section == command.name) {
      options.push_back(all_options(command, unused));
    }
  }
  if (options.empty()) {
    return fmt::format("there is no command {} that a file can set options of{}",
                       quoted(setting.section),
                       nearest_key(setting.section, names));
  }
  return wrong_setting(setting, options, setting.section);
}

std::string placed(const ConfigFile& file, std::size_t line, const std::string& wrong) {
  return fmt::format("{}:{}: {}", printable(file.shown), line, wrong);
}

}  // namespace

std::optional<ConfigFile> load_config(const CommonOptions& common, DiagnosticSink& sink) {
  ConfigFile file{common.config, ""};
  std::string path = common.config;
  if (common.no_config) return file;
  if (path.empty()) {
    const Repository repository = Repository::find(common.root);
    if (!repository.found()) return file;
    path = repository.path(kConfigName);
    file.shown = repository.shown(kConfigName);
    std::error_code ignored;
    const auto type = std::filesystem::symlink_status(path, ignored).type();
    if (type == std::filesystem::file_type::not_found) return file;
  }
  auto text = read_file(path, file.shown, kConfigBytes, sink);
  if (!text) return std::nullopt;
  file.text = std::move(*text);
  return file;
}

DatasetAbout dataset_about(const ConfigFile& file) {
  DatasetAbout about;
  for (const ConfigSetting& setting : read_config(file.text).settings) {
    if (setting.section == kPageSection) {
      if (setting.key == kPageQuestion) about.question = setting.value;
      if (setting.key == kPagePolicies) about.featured = setting.words;
    }
    if (setting.section != kAboutSection) continue;
    for (const AboutKey& row : kAboutKeys) {
      if (setting.key == row.key) about.*row.member = setting.value;
    }
  }
  return about;
}

std::optional<std::string> apply_config(const ConfigFile& file,
                                        const CommandLine& line,
                                        const std::vector<Option>& options) {
  ConfigText config = read_config(file.text);
  if (!config.wrong.empty()) return placed(file, config.wrong_line, config.wrong);
  for (const ConfigSetting& setting : config.settings) {
    if (const auto wrong = wrong_setting(setting)) return placed(file, setting.line, *wrong);
  }
  // What is set for one command outweighs what is set for all.
  for (const std::string& section : {std::string(), line.command->name}) {
    for (const ConfigSetting& setting : config.settings) {
      const Option* option = find_key(options, setting.key);
      if (setting.section != section || option == nullptr || !option->in_config) continue;
      if (!line.values.contains(option->name)) set_value(*option, setting.value);
    }
  }
  return std::nullopt;
}

}  // namespace simrules
