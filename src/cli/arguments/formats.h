#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace simrules {

/// One format of a command: its name, and what makes its bytes of the command's result.
template <typename Result>
struct NamedFormat {
  const char* name;
  std::string (*render)(const Result& result, bool color);
};

/// Lists the names of formats, in their order.
template <typename Result>
std::vector<std::string> names_of(const std::vector<NamedFormat<Result>>& formats) {
  std::vector<std::string> names;
  names.reserve(formats.size());
  for (const NamedFormat<Result>& format : formats) names.emplace_back(format.name);
  return names;
}

/// Binds formats to a result, which must outlive what is returned.
template <typename Result>
FormatTable formats_of(const std::vector<NamedFormat<Result>>& formats, const Result& result) {
  FormatTable table;
  for (const NamedFormat<Result>& format : formats) {
    table[format.name] = [&result, render = format.render](bool color) {
      return render(result, color);
    };
  }
  return table;
}

}  // namespace simrules
