#include <algorithm>
#include <cctype>
#include <map>
#include <utility>
#include <vector>

#include "document/spans.h"
#include "document/syntax/cause.h"

namespace simrules {
namespace {

/// A line without its indentation and the dashes before its content.
struct Line {
  std::size_t begin;
  std::size_t content;
  std::string_view text;
  /// The column of the first dash, or of the content where there is none.
  std::size_t indent;

  std::size_t column() const { return content - begin; }
  bool is_empty() const { return text.empty() || text[0] == '#'; }
};

bool is_key_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

std::size_t key_size(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_key_character) -
                                  text.begin());
}

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at - static_cast<std::size_t>(byte_column(text, at));
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  std::size_t content = std::min(text.find_first_not_of(' ', begin), end);
  const std::size_t indent = content - begin;
  while (text.substr(content, 2) == "- ") {
    content = std::min(text.find_first_not_of(' ', content + 1), end);
  }
  return {begin, content, text.substr(content, end - content), indent};
}

/// Tells whether a line starts with a key; prose may hold a colon, too.
bool has_key(std::string_view line) {
  const std::size_t colon = std::min(line.find(": "), line.size() - (line.ends_with(':') ? 1 : 0));
  if (colon == line.size()) return false;
  const bool one_word = line.substr(0, colon).find(' ') == std::string_view::npos;
  return one_word || std::string_view("[{\"'").find(line[0]) != std::string_view::npos;
}

/// Finds the nearest line above that has a key, and what stands between, from above.
std::pair<std::optional<Line>, std::vector<Line>> lines_above(std::string_view text,
                                                              const Line& last) {
  std::vector<Line> between;
  for (std::size_t begin = last.begin; begin > 0;) {
    const Line line = line_at(text, begin - 1);
    begin = line.begin;
    if (line.is_empty()) continue;
    if (has_key(line.text)) return {line, {between.rbegin(), between.rend()}};
    between.push_back(line);
  }
  return {std::nullopt, {between.rbegin(), between.rend()}};
}

/// Finds the line without a key that belongs to no value: a line is folded into it.
std::optional<Line> first_folded(std::string_view text, const Line& last) {
  const auto [above, between] = lines_above(text, last);
  const bool has_value = above && !above->text.ends_with(':');
  const std::size_t column = has_value ? above->column() : last.column();
  const auto found =
      std::find_if(between.begin(), between.end(), [c = column, has_value](const Line& line) {
        const bool item = line.indent < line.column() && !has_value;
        const bool word = std::string_view("[]{}\"'").find(line.text[0]) == std::string_view::npos;
        return word && (item ? line.column() == c : line.column() <= c);
      });
  return found == between.end() ? std::nullopt : std::optional(*found);
}

std::optional<SyntaxCause> cause_in(const Line& line, std::string_view before_error) {
  if (const auto colon = colon_without_space(before_error)) {
    return SyntaxCause{CauseKind::kSpace, {line.content, line.content + *colon + 1}};
  }
  const std::size_t key = key_size(before_error);
  const std::size_t next = std::min(before_error.find_first_not_of(' ', key), before_error.size());
  const bool bracket = next < before_error.size() && next > key &&
                       std::string_view("[{").find(before_error[next]) < 2;
  if (key == 0 || !bracket) return std::nullopt;
  return SyntaxCause{CauseKind::kColon, {line.content, line.content + key}};
}

/// Counts in which columns keys and list items start.
std::map<std::size_t, int> used_columns(std::string_view text) {
  std::map<std::size_t, int> columns;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const Line line = line_at(text, begin);
    begin = line.content + line.text.size();
    const bool item = line.indent < line.column();
    if (line.is_empty() || !(item || has_key(line.text))) continue;
    ++columns[line.indent];
    if (item) ++columns[line.column()];
  }
  return columns;
}

}  // namespace

std::optional<std::size_t> colon_without_space(std::string_view line) {
  const std::size_t colon = key_size(line);
  const std::string_view rest = line.substr(std::min(colon, line.size()));
  const bool found =
      colon > 0 && rest.size() > 1 && rest[0] == ':' && rest[1] != ' ' && !rest.starts_with("://");
  return found ? std::optional(colon) : std::nullopt;
}

std::optional<SyntaxCause> find_missing_colon(std::string_view text, std::size_t error) {
  const Line last = line_at(text, error);
  const std::string_view before =
      text.substr(last.content, std::max(error, last.content) - last.content);
  if (const auto cause = cause_in(last, before)) return cause;
  const std::optional<Line> first = first_folded(text, last);
  if (!first) return std::nullopt;
  if (const auto colon = colon_without_space(first->text)) {
    return SyntaxCause{CauseKind::kSpace, {first->content, first->content + *colon + 1}};
  }
  const std::size_t key = key_size(first->text);
  return SyntaxCause{CauseKind::kColon,
                     {first->content, first->content + (key > 0 ? key : first->text.size())}};
}

std::optional<SyntaxCause> find_bad_indentation(std::string_view text, std::size_t error) {
  const Line last = line_at(text, error);
  Line above = last;
  do {
    if (above.begin == 0) return std::nullopt;
    above = line_at(text, above.begin - 1);
  } while (above.is_empty());
  if (above.text.size() > 1 && above.text[0] == '-' && is_key_character(above.text[1])) {
    return SyntaxCause{CauseKind::kDash, {above.content, above.content + 1}};
  }
  std::map<std::size_t, int> columns = used_columns(text);
  if (columns[last.indent] < 2 || columns[above.indent] != 1) return std::nullopt;
  return SyntaxCause{CauseKind::kIndentation,
                     {above.begin + above.indent, above.content + above.text.size()}};
}

}  // namespace simrules
