#include "render/release/tables/csv.h"

#include <algorithm>
#include <iterator>

namespace simrules {
namespace {

constexpr const char* kLineEnd = "\r\n";

/// What a spreadsheet takes for the start of a formula, in full width too, and the apostrophe that
/// marks text there.
constexpr std::string_view kFormulaStarts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'"};

std::string quoted_cell(std::string_view text) {
  const bool is_formula = std::any_of(
      std::begin(kFormulaStarts), std::end(kFormulaStarts), [&](std::string_view start) {
        return text.starts_with(start);
      });
  std::string cell = is_formula ? "\"'" : "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + quoted_cell(cell);
  return line + kLineEnd;
}

}  // namespace simrules
