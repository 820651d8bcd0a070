#include "cli/arguments/config_text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string_view>

// Errors as values, and nothing that writes TOML.
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/text.h"

namespace simrules {
namespace {

/// Each dot of a key opens a table in a table, and the library frees them by recursion.
constexpr std::ptrdiff_t kMostDots = 4000;

constexpr std::string_view kWayOut =
    "\nhelp: write sections such as [validate], and settings such as `lang = \"ja\"`, `jobs = 2` "
    "or "
    "`evidence = true`";

/// Tells whether a text can be a value on a command line.
bool is_word(const std::string& text) {
  return !text.empty() && std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

/// Returns the words of a list; none where anything else is in it.
std::vector<std::string> words_of(const toml::array& list) {
  std::vector<std::string> words;
  for (const toml::node& item : list) {
    const auto* word = item.as_string();
    if (word == nullptr || !is_word(word->get())) return {};
    words.push_back(word->get());
  }
  return words;
}

void read_value(const toml::node& node, ConfigSetting& setting) {
  if (const auto* word = node.as_string(); word != nullptr && is_word(word->get())) {
    setting.value = word->get();
    setting.kind = ConfigKind::kWord;
  } else if (const auto* number = node.as_integer(); number != nullptr) {
    setting.value = std::to_string(number->get());
    setting.kind = ConfigKind::kPlain;
  } else if (const auto* flag = node.as_boolean(); flag != nullptr) {
    setting.value = flag->get() ? "true" : "false";
    setting.kind = ConfigKind::kPlain;
  } else if (const auto* list = node.as_array(); list != nullptr) {
    setting.words = words_of(*list);
  }
}

void read_table(const toml::table& table, const std::string& section, ConfigText& config) {
  for (const auto& [key, node] : table) {
    const toml::table* inner = section.empty() ? node.as_table() : nullptr;
    if (inner != nullptr && !key.str().empty()) {
      read_table(*inner, std::string(key.str()), config);
      continue;
    }
    ConfigSetting setting{node.source().begin.line, section, std::string(key.str())};
    read_value(node, setting);
    config.settings.push_back(std::move(setting));
  }
}

/// Words an error of the library as our messages are.
std::string worded(std::string_view description) {
  std::string message = printable(description, 200);
  if (!message.empty()) message[0] = to_lower(message[0]);
  return message.append(kWayOut);
}

/// Finds the first line that opens a section and does not go on with its name, which the library takes
/// for granted; 0 where there is none.
std::uint32_t nameless_section(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    const auto skip = [&](std::string_view chars) {
      line.remove_prefix(std::min(line.find_first_not_of(chars), line.size()));
    };
    skip(kBlank);
    if (!line.starts_with('[')) continue;
    line.remove_prefix(line.starts_with("[[") ? 2 : 1);
    skip(kBlank);
    const char next = line.empty() ? '\n' : line.front();
    const bool is_key = std::isalnum(static_cast<unsigned char>(next)) != 0;
    if (!is_key && std::string_view("_-\"'[]").find(next) == std::string_view::npos)
      return number + 1;
  }
  return 0;
}

}  // namespace

ConfigText read_config(const std::string& text) {
  if (std::ranges::count(text, '.') > kMostDots) {
    return {{}, fmt::format("there are more than {} dots{}", kMostDots, kWayOut), 1};
  }
  if (const std::uint32_t line = nameless_section(text); line != 0) {
    return {{}, fmt::format("a section has no name{}", kWayOut), line};
  }
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    return {{}, worded(parsed.error().description()), parsed.error().source().begin.line};
  }
  ConfigText config;
  read_table(parsed.table(), "", config);
  std::ranges::stable_sort(config.settings, {}, &ConfigSetting::line);
  return config;
}

}  // namespace simrules
