#include "render/text/terminal.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace simrules {
namespace {

/// Select Graphic Rendition codes in the order of Ink.
/// Source: ECMA-48, section 8.3.117.
constexpr std::array<std::string_view, 8> kCodes = {
    "", "1", "2", "32", "1;31", "1;33", "1;36", "1;32"};

std::vector<std::size_t> column_widths(const std::vector<std::vector<TextCell>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i].text));
    }
  }
  return widths;
}

}  // namespace

std::string paint(std::string_view text, Ink ink, bool color) {
  const std::string_view code = kCodes.at(static_cast<std::size_t>(ink));
  if (!color || code.empty() || text.empty()) return std::string(text);
  return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
}

std::string line_start(std::string_view text, std::size_t max_bytes) {
  const std::string safe = printable(text, max_bytes);
  const std::size_t first = safe.find_first_not_of(' ');
  if (first == std::string::npos || safe[first] != ':') return safe;
  return safe.substr(0, first) + "\\u{3A}" + safe.substr(first + 1);
}

std::string pad(std::string text, std::size_t width) {
  const std::size_t taken = display_width(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

std::string text_table(const std::vector<std::vector<TextCell>>& rows, bool color) {
  const std::vector<std::size_t> widths = column_widths(rows);
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    std::size_t owed = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t width = display_width(row[i].text);
      if (width > 0) {
        line.append(owed, ' ');
        line += paint(row[i].text, row[i].ink, color);
        owed = 0;
      }
      owed += widths[i] - width + 2;
    }
    out += line + "\n";
  }
  return out;
}

}  // namespace simrules
