#include <algorithm>
#include <vector>

#include "document/spans.h"
#include "document/syntax/cause.h"

namespace simrules {
namespace {

constexpr std::string_view kBrackets = "[]{}";

/// A bracket that is open, and the column of the block that it stands in.
struct OpenBracket {
  std::size_t at;
  std::ptrdiff_t parent;
};

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

/// Reads a text by its tokens and stops at the first that cannot be meant.
class UnclosedScan {
 public:
  explicit UnclosedScan(std::string_view text) : text_(text) {}

  std::optional<SyntaxCause> run() {
    while (at_ < text_.size() && !cause_) step();
    if (!cause_ && !open_.empty()) blame_bracket(text_.size());
    return cause_;
  }

 private:
  void step();
  void start_line();
  void take_quoted();
  void take_bracket();
  void take_plain();
  void blame_bracket(std::size_t evidence);

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }
  bool blank_at(std::size_t at) const { return is_one_of(char_at(at), " \n\r\t"); }
  std::size_t line_end(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }
  bool starts_entry(std::size_t at) const;
  bool ends_token(std::size_t at) const;
  bool after_opening(std::size_t quote) const;
  std::size_t plain_end_at(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  /// The column of the innermost key or dash of the line: what is deeper belongs to it.
  std::ptrdiff_t parent_ = -1;
  /// Tells whether lines deeper than `parent_` continue unquoted text.
  bool folds_ = false;
  bool line_started_ = false;
  char last_ = '\n';
  std::vector<OpenBracket> open_;
  std::optional<SyntaxCause> cause_;
};

/// Tells whether a key or a list item of a block starts here.
bool UnclosedScan::starts_entry(std::size_t at) const {
  if (char_at(at) == '-' && blank_at(at + 1)) return true;
  const std::size_t end = is_one_of(char_at(at), "\"'")
                              ? quoted_end(text_, at).value_or(text_.size())
                              : plain_end_at(at);
  return end > at && end <= line_end(at) && char_at(end) == ':' && blank_at(end + 1);
}

/// Tells whether what stands here may follow a closing quote.
bool UnclosedScan::ends_token(std::size_t at) const {
  const std::size_t next = std::min(text_.find_first_not_of(' ', at), text_.size());
  const char c = char_at(next);
  if (c == '\n' || c == '\r' || c == ':') return true;
  return c == '#' ? next > at : !open_.empty() && is_one_of(c, ",]}");
}

/// Tells whether a quote stands where quoted text opens.
bool UnclosedScan::after_opening(std::size_t quote) const {
  if (quote == 0) return true;
  const char before = text_[quote - 1];
  if (before != ' ') return is_one_of(before, "[{\n");
  const std::size_t word = text_.find_last_not_of(' ', quote - 1);
  return word == std::string_view::npos || is_one_of(text_[word], ",:-[{\n");
}

std::size_t UnclosedScan::plain_end_at(std::size_t at) const {
  const std::size_t end = line_end(at);
  for (; at < end; ++at) {
    const char c = text_[at];
    if (c == ':' && (blank_at(at + 1) || (!open_.empty() && is_one_of(char_at(at + 1), ",[]{}")))) {
      return at;
    }
    if (!open_.empty() && is_one_of(c, ",[]{}")) return at;
    if (c == ' ' && char_at(at + 1) == '#') return at;
  }
  return end;
}

void UnclosedScan::blame_bracket(std::size_t evidence) {
  const std::size_t at = open_.back().at;
  cause_ = {CauseKind::kBracket, {at, at + 1}, {evidence, line_end(evidence)}};
}

void UnclosedScan::start_line() {
  line_started_ = true;
  const std::size_t content = std::min(text_.find_first_not_of(' ', at_), text_.size());
  const auto column = static_cast<std::ptrdiff_t>(content - at_);
  const bool empty = is_one_of(char_at(content), "#\n\r");
  at_ = empty ? line_end(content) : content;
  if (empty) return;
  if (!open_.empty()) {
    const bool meant = !is_one_of(last_, ",{") && starts_entry(content);
    if (meant && column <= open_.front().parent) blame_bracket(content);
    return;
  }
  if (folds_ && column > parent_) {
    at_ = line_end(content);
    return;
  }
  folds_ = false;
  parent_ = column - 1;
  if (column == 0 && text_.substr(at_).starts_with("---")) at_ += 3;
}

void UnclosedScan::take_quoted() {
  const std::size_t begin = at_;
  const std::optional<std::size_t> end = quoted_end(text_, begin);
  const bool several_lines = !end || line_end(begin) < *end;
  const bool reopens = end && after_opening(*end - 1) && *end - begin > 2;
  const bool ends = end && ends_token(*end);
  if (!end || (!ends && (several_lines || reopens))) {
    cause_ = {CauseKind::kQuote, {begin, line_end(begin)}};
  } else if (!ends) {
    const std::size_t next = text_.find_first_not_of(' ', *end);
    cause_ = {CauseKind::kTextBehindQuote, {next, next + 1}, {begin, *end}};
  } else {
    at_ = *end;
    last_ = text_[begin];
    if (open_.empty() && char_at(at_) == ':') parent_ = byte_column(text_, begin);
  }
}

void UnclosedScan::take_bracket() {
  const char c = text_[at_];
  last_ = c;
  if (c == '[' || c == '{') {
    open_.push_back({at_++, parent_});
    return;
  }
  const char opening = c == ']' ? '[' : '{';
  const auto opens = [&](const OpenBracket& bracket) { return text_[bracket.at] == opening; };
  if (std::none_of(open_.begin(), open_.end(), opens)) {
    const std::size_t open = open_.back().at;
    cause_ = {CauseKind::kWrongBracket, {at_, at_ + 1}, {open, open + 1}};
  } else if (!opens(open_.back())) {
    blame_bracket(at_);
    cause_->evidence.end = at_ + 1;
  } else {
    open_.pop_back();
    ++at_;
  }
}

void UnclosedScan::take_plain() {
  const std::size_t end = plain_end_at(at_);
  const bool key = end < line_end(at_) && text_[end] == ':';
  const bool block = open_.empty();
  if (block && key) parent_ = byte_column(text_, at_);
  if (block && !key) folds_ = true;
  last_ = 'a';
  at_ = std::max(end, at_ + 1);
}

void UnclosedScan::step() {
  if (!line_started_) return start_line();
  const char c = text_[at_];
  const bool block = open_.empty();
  if (c == '\n') {
    ++at_;
    line_started_ = false;
  } else if (c == ' ' || c == '\r' || c == '\t') {
    ++at_;
  } else if (c == '#' && at_ > 0 && text_[at_ - 1] == ' ') {
    at_ = line_end(at_);
  } else if (c == '"' || c == '\'') {
    take_quoted();
  } else if (is_one_of(c, kBrackets) && (!block || c == '[' || c == '{')) {
    take_bracket();
  } else if (block && (c == '-' || c == '?') && blank_at(at_ + 1)) {
    parent_ = byte_column(text_, at_++);
  } else if (block && (c == '|' || c == '>')) {
    at_ = std::max(line_end(at_), block_scalar_end(text_, at_, parent_));
  } else if (c == ':' || (c == ',' && !block)) {
    last_ = text_[at_++];
  } else {
    take_plain();
  }
}

}  // namespace

std::optional<SyntaxCause> find_unclosed(std::string_view text, std::size_t error) {
  const std::optional<SyntaxCause> cause = UnclosedScan(text).run();
  return cause && cause->span.begin <= error ? cause : std::nullopt;
}

}  // namespace simrules
