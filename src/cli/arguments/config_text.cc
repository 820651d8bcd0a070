#include "cli/arguments/config_text.h"

#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/arguments/command_line.h"

namespace simrules {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kNameLetters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
/// CLI11 splits values at blanks and commas, and cuts them at `#`.
constexpr std::string_view kValueLetters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=@^~+";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

bool consists_of(std::string_view text, std::string_view letters) {
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

/// Reads the value of a setting; false if it is none.
bool read_value(std::string_view text, ConfigSetting& setting) {
  setting.is_quoted = text.size() > 2 && text.front() == '"' && text.back() == '"';
  if (setting.is_quoted) return consists_of(text.substr(1, text.size() - 2), kValueLetters);
  return text == "true" || text == "false" || consists_of(text, "0123456789");
}

/// Reads the settings of a file, line by line.
class Reader {
 public:
  explicit Reader(ConfigText& config) : config_(config) {}

  /// Reads one line; returns what is wrong with it.
  std::string read(std::string_view line) {
    ++number_;
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) return {};
    plain_.append(line).push_back('\n');
    return line.front() == '[' ? begin_section(line) : read_setting(line);
  }

  /// Returns what was read without comments, which CLI11 does not know everywhere.
  const std::string& plain() const { return plain_; }

 private:
  std::string begin_section(std::string_view line) {
    section_ = line.substr(1, line.size() < 2 ? 0 : line.size() - 2);
    if (line.back() != ']' || !consists_of(section_, kNameLetters)) {
      return fmt::format("{} is no section such as [validate]", quoted(line));
    }
    return once(fmt::format("[{}]", section_));
  }

  std::string read_setting(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return fmt::format("{} has no value", quoted(line));
    ConfigSetting setting{number_, section_, std::string(trimmed(line.substr(0, equals)))};
    if (!consists_of(setting.key, kNameLetters) || setting.key.front() == '-') {
      return fmt::format("{} is no name of an option", quoted(setting.key));
    }
    const std::string_view value = trimmed(line.substr(equals + 1));
    if (!read_value(value, setting)) {
      return fmt::format(
          "the value of {} is {}, but values are words in double quotes, whole numbers, true or "
          "false",
          quoted(setting.key),
          quoted(value));
    }
    config_.settings.push_back(std::move(setting));
    return once(config_.settings.back().key);
  }

  /// Finds what stands there twice, of which CLI11 would make a list.
  std::string once(const std::string& name) {
    if (seen_.insert(section_ + "." + name).second) return {};
    return fmt::format("{} stands there twice", quoted(name));
  }

  ConfigText& config_;
  std::set<std::string> seen_;
  std::string section_;
  std::string plain_;
  std::size_t number_ = 0;
};

}  // namespace

ConfigText read_config(const std::string& text) {
  ConfigText config;
  Reader reader(config);
  std::string line;
  std::istringstream lines(text);
  while (config.wrong.empty() && std::getline(lines, line)) {
    ++config.wrong_line;
    config.wrong = reader.read(line);
  }
  if (!config.wrong.empty()) return config;
  const std::vector<std::string> values = config_values(reader.plain());
  if (values.size() != config.settings.size()) {
    throw std::logic_error("a configuration file is read in two ways");
  }
  for (std::size_t i = 0; i < values.size(); ++i) config.settings[i].value = values[i];
  return config;
}

}  // namespace simrules
