#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace simrules {

/// One setting of a configuration file.
/// Shape: `section` is empty before the first one.
struct ConfigSetting {
  std::size_t line = 0;
  std::string section;
  std::string key;
  std::string value;
  bool is_quoted = false;
};

/// What a configuration file says.
/// Shape: `wrong` says what is wrong with the line `wrong_line`; empty if nothing is, and the line is the
///        last one then.
struct ConfigText {
  std::vector<ConfigSetting> settings;
  std::string wrong;
  std::size_t wrong_line = 0;
};

/// Reads the part of TOML that settings need: comments, sections, words in double quotes, whole
/// numbers, true and false. Everything else is wrong, because CLI11 would guess what it means.
ConfigText read_config(const std::string& text);

}  // namespace simrules
