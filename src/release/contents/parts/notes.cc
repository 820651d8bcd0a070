#include "release/contents/parts/notes.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "release/proof/passive.h"

namespace simrules {
namespace {

/// How deep the heading of a release is; those of its notes are below it.
constexpr std::size_t kHeadingDepth = 2;

/// Finds a character of a line that nobody sees, or that is none.
bool has_unseen(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const DecodedCodePoint c = decode_utf8(line, i);
    if (c.value == kInvalidCodePoint || is_control(c.value) || is_invisible(c.value)) return true;
    i += c.size;
  }
  return false;
}

/// Tells whether a line makes a heading of itself, or of the line before, that is too high.
bool is_high_heading(std::string_view line) {
  const std::size_t begin = std::min(line.size(), line.find_first_not_of(' '));
  const std::string_view text = line.substr(begin);
  const std::size_t marks = std::min(text.size(), text.find_first_not_of('#'));
  if (marks > 0 && marks <= kHeadingDepth) return true;
  const std::string_view rest = text.substr(0, text.find_last_not_of(' ') + 1);
  return !rest.empty() && (rest.find_first_not_of('=') == std::string_view::npos ||
                           rest.find_first_not_of('-') == std::string_view::npos);
}

/// Says what is wrong with a line; empty where nothing is.
std::string wrong_in(std::string_view line) {
  if (has_unseen(line)) return "a character that nobody sees, or that is no UTF-8";
  if (is_high_heading(line)) return "a heading that is not below that of the release, or a rule";
  if (line.find("![") != std::string_view::npos) return "an image";
  return active_content_of({kNotesName, std::string(line)});
}

}  // namespace

bool is_notes(std::string_view name) { return name.starts_with("NOTES.") && name.ends_with(".md"); }

bool are_plain_notes(const std::string& path, std::string_view notes, DiagnosticSink& sink) {
  int number = 0;
  while (!notes.empty()) {
    ++number;
    const std::size_t end = std::min(notes.size(), notes.find('\n'));
    const std::string wrong = wrong_in(notes.substr(0, end));
    notes.remove_prefix(std::min(notes.size(), end + 1));
    if (wrong.empty()) continue;
    Diagnostic diagnostic;
    diagnostic.check = "release-notes-markup";
    diagnostic.place.path = path;
    diagnostic.place.line = number;
    diagnostic.message = fmt::format("{} holds {}", quoted(path), wrong);
    diagnostic.help =
        "write paragraphs, lists, headings from `###` on, `code` and links such as "
        "`[text](https://example.com)`; put what else stands there between backticks";
    sink.report(std::move(diagnostic));
    return false;
  }
  return true;
}

}  // namespace simrules
