#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace simrules {

/// What kind of value stands in a configuration file: one in quotes, a whole number or a flag, or one
/// that no option takes.
enum class ConfigKind { kWord, kPlain, kOther };

/// One setting of a configuration file.
/// Shape: `section` is empty before the first one; `value` is empty for `ConfigKind::kOther`, of which
///        a list of words has its `words`.
struct ConfigSetting {
  std::size_t line = 0;
  std::string section;
  std::string key;
  std::string value = {};
  ConfigKind kind = ConfigKind::kOther;
  std::vector<std::string> words = {};
};

/// What a configuration file says.
/// Shape: `settings` are in the order of their lines; `wrong` says what is wrong with the line
///        `wrong_line`, and nothing is read then.
struct ConfigText {
  std::vector<ConfigSetting> settings;
  std::string wrong;
  std::size_t wrong_line = 0;
};

/// Reads a configuration file, whatever its bytes are.
/// Source: TOML 1.0.
ConfigText read_config(const std::string& text);

}  // namespace simrules
