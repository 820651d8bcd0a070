#include "render/text/source_excerpt.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"

namespace simrules {
namespace {

constexpr std::size_t kShownColumns = 100;
constexpr std::size_t kColumnsBefore = 40;
constexpr std::string_view kEllipsis = "…";

/// One code point of a source line as it is shown.
struct ShownCharacter {
  std::string text;
  std::size_t width = 0;
};

std::vector<ShownCharacter> shown_characters(std::string_view line) {
  std::vector<ShownCharacter> shown;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t size = decode_utf8(line, i).size;
    const bool command = i > 0 && line.substr(i - 1, 3) == "##[";
    std::string text = command ? "\\u{23}" : printable(line.substr(i, size));
    if (line[i] == '\t') text = " ";
    const std::size_t width = display_width(text);
    shown.push_back({std::move(text), width});
    i += size;
  }
  return shown;
}

std::size_t width_of(const std::vector<ShownCharacter>& line, std::size_t begin, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = begin; i < end; ++i) width += line[i].width;
  return width;
}

/// Finds the first character to show so that there is room left and right of the mark.
std::size_t first_shown(const std::vector<ShownCharacter>& line, std::size_t mark) {
  if (width_of(line, 0, line.size()) <= kShownColumns) return 0;
  std::size_t begin = mark;
  std::size_t width = 0;
  while (begin > 0 && width + line[begin - 1].width <= kColumnsBefore) {
    --begin;
    width += line[begin].width;
  }
  return begin;
}

std::size_t end_shown(const std::vector<ShownCharacter>& line, std::size_t begin) {
  std::size_t end = begin;
  std::size_t width = 0;
  while (end < line.size() && width + line[end].width <= kShownColumns) {
    width += line[end].width;
    ++end;
  }
  return end;
}

}  // namespace

SourceExcerpt source_excerpt(const Place& place) {
  const std::vector<ShownCharacter> line = shown_characters(place.source_line);
  const auto index = [&](int column) {
    return std::min(static_cast<std::size_t>(std::max(column, 1) - 1), line.size());
  };
  const std::size_t mark = index(place.column);
  const bool one_line = place.end_line == place.line;
  const std::size_t mark_end = one_line ? std::max(index(place.end_column), mark) : line.size();
  const std::size_t begin = first_shown(line, mark);
  const std::size_t end = end_shown(line, begin);

  SourceExcerpt excerpt;
  if (begin > 0) excerpt.text = kEllipsis;
  excerpt.mark_offset = display_width(excerpt.text) + width_of(line, begin, mark);
  excerpt.mark_width = std::max<std::size_t>(width_of(line, mark, std::min(mark_end, end)), 1);
  for (std::size_t i = begin; i < end; ++i) excerpt.text += line[i].text;
  if (end < line.size()) excerpt.text += kEllipsis;
  return excerpt;
}

}  // namespace simrules
