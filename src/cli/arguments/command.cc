#include "cli/arguments/command.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/arguments/words.h"
#include "cli/terminal.h"

namespace simrules {
namespace {

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, "|"));
}

/// Says what is wrong with a word of a closed list, or nothing.
std::optional<std::string> wrong_word(const Option& option, const std::string& word) {
  if (option.words.empty() || same_word(word, option.words)) return std::nullopt;
  const auto twin = nearest(word, option.words);
  return fmt::format("{} takes {}, not {}{}",
                     quoted(option.name),
                     quoted_list(option.words),
                     quoted(word),
                     twin ? fmt::format("\nhelp: did you mean {}?", quoted(*twin)) : "");
}

/// Says what is wrong with a FORMAT=FILE, or nothing.
std::optional<std::string> wrong_report(const Option& option, const std::string& value) {
  const std::size_t equals = value.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == value.size()) {
    return fmt::format("{} takes FORMAT=FILE, not {}", quoted(option.name), quoted(value));
  }
  return wrong_word(option, value.substr(0, equals));
}

/// Writes a word of a closed list as the list does, also before the `=` of a report.
std::string as_listed(const Option& option, const std::string& value) {
  if (option.kind != ValueKind::kReport) return same_word(value, option.words).value_or(value);
  const std::size_t equals = value.find('=');
  return same_word(value.substr(0, equals), option.words).value_or("") + value.substr(equals);
}

std::optional<std::string> set_number(const Option& option, const std::string& value) {
  std::size_t number = 0;
  const char* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number > option.most) {
    return fmt::format("{} takes a whole number from 0 to {}, not {}",
                       quoted(option.name),
                       option.most,
                       quoted(value));
  }
  *std::get<std::size_t*>(option.target) = number;
  return std::nullopt;
}

std::optional<std::string> set_flag(const Option& option, const std::string& value) {
  if (value != "true" && value != "false") {
    return fmt::format("{} is true or false, not {}", quoted(option.name), quoted(value));
  }
  *std::get<bool*>(option.target) = value == "true";
  return std::nullopt;
}

}  // namespace

bool is_argument(const Option& option) { return !option.name.starts_with("--"); }

bool is_flag(const Option& option) { return std::holds_alternative<bool*>(option.target); }

bool is_repeatable(const Option& option) {
  return std::holds_alternative<std::vector<std::string>*>(option.target);
}

std::string value_name(const Option& option) {
  if (is_argument(option)) return option.name;
  return option.value.empty() ? joined(option.words) : option.value;
}

std::optional<std::string> set_value(const Option& option, const std::string& value) {
  if (is_flag(option)) return set_flag(option, value);
  if (std::holds_alternative<std::size_t*>(option.target)) return set_number(option, value);
  auto wrong =
      option.kind == ValueKind::kReport ? wrong_report(option, value) : wrong_word(option, value);
  if (!wrong && option.wrong != nullptr) {
    wrong = option.wrong(value);
    if (wrong) wrong = quoted(option.name) + " " + *wrong;
  }
  if (wrong) return wrong;
  std::string word = as_listed(option, value);
  if (is_repeatable(option)) {
    std::get<std::vector<std::string>*>(option.target)->push_back(std::move(word));
  } else {
    *std::get<std::string*>(option.target) = std::move(word);
  }
  return std::nullopt;
}

std::vector<Option> all_options(const Command& command, CommonOptions& common) {
  constexpr std::size_t kMostJobs = 256;
  constexpr std::size_t kMostFiles = 100'000'000;
  constexpr std::size_t kMostMebibytes = 1'048'576;
  std::vector<Option> options = command.options;
  if (command.formats.empty()) return options;
  const std::vector<Option> shared = {
      {.name = "--format",
       .value = "FORMAT",
       .help = "the format on standard output, the first by default",
       .target = &common.format,
       .words = command.formats,
       .in_config = true},
      {.name = "--output",
       .value = "FORMAT=FILE",
       .help = "also write a report to a file; may be repeated",
       .target = &common.outputs,
       .kind = ValueKind::kReport,
       .words = command.formats},
      {.name = "--root",
       .value = "DIR",
       .help = "the repository (default: found upward from here)",
       .target = &common.root,
       .kind = ValueKind::kFolder},
      {.name = "--color",
       .help = "colour the text",
       .target = &common.color,
       .words = color_words()},
      {.name = "--jobs",
       .value = "N",
       .help = "files read at once (default: one per processor)",
       .target = &common.jobs,
       .most = kMostJobs,
       .in_config = true},
      {.name = "--max-files",
       .value = "N",
       .help = "most files that a run reads (default: 200000)",
       .target = &common.max_files,
       .most = kMostFiles,
       .in_config = true},
      {.name = "--max-size",
       .value = "MIB",
       .help = "most MiB that they may have together (default: 2048)",
       .target = &common.max_size,
       .most = kMostMebibytes,
       .in_config = true},
      {.name = "--quiet",
       .help = "say nothing on standard error but errors",
       .target = &common.quiet},
      {.name = "--config",
       .value = "FILE",
       .help = "defaults for options (default: .simrules.toml of the repository, if it is there)",
       .target = &common.config,
       .kind = ValueKind::kFile},
      {.name = "--no-config", .help = "read no such file", .target = &common.no_config},
  };
  options.insert(options.end(), shared.begin(), shared.end());
  return options;
}

std::vector<std::string> config_keys(const Command& command) {
  CommonOptions unused;
  std::vector<std::string> keys;
  for (const Option& option : all_options(command, unused)) {
    if (option.in_config) keys.push_back(config_key(option));
  }
  return keys;
}

std::string config_key(const Option& option) { return option.name.substr(2); }

}  // namespace simrules
