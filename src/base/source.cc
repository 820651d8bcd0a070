#include "base/source.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace simrules {

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t i = text_.find('\n'); i != std::string::npos; i = text_.find('\n', i + 1)) {
    line_starts_.push_back(i + 1);
  }
}

Place SourceFile::place(SourceSpan span) const {
  if (line_starts_.empty()) return Place{.path = path_, .source_line = {}};
  const std::size_t begin = std::min(span.begin, text_.size());
  const std::size_t end = std::clamp(span.end, begin, text_.size());
  const auto line_of = [&](std::size_t offset) {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::size_t>(next - line_starts_.begin()) - 1;
  };
  const auto column_of = [&](std::size_t line, std::size_t offset) {
    const std::size_t start = line_starts_[line];
    return static_cast<int>(count_code_points(text().substr(start, offset - start))) + 1;
  };
  const std::size_t line = line_of(begin);
  const std::size_t end_line = line_of(end);
  const std::size_t start = line_starts_[line];
  std::string_view source_line = text().substr(start, text_.find('\n', start) - start);
  if (source_line.ends_with('\r')) source_line.remove_suffix(1);
  return Place{.path = path_,
               .line = static_cast<int>(line) + 1,
               .column = column_of(line, begin),
               .end_line = static_cast<int>(end_line) + 1,
               .end_column = column_of(end_line, end),
               .source_line = std::string(source_line)};
}

TextEdit SourceFile::edit(SourceSpan span, std::string text) const {
  return {span, place(span), std::move(text)};
}

}  // namespace simrules
