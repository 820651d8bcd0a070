#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

inline constexpr const char* kCsvSetJoiner = "; ";

/// Writes one line of a CSV: every cell quoted, and an apostrophe before what a spreadsheet would take for
/// a formula, or that starts with one.
/// Source: RFC 4180.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace simrules
