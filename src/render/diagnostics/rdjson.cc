#include "render/diagnostics/rdjson.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/unicode.h"
#include "render/text/byte_budget.h"
#include "render/text/json.h"
#include "render/text/place.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Finds a line of a place's file; without the file's text only that of the place itself is known.
std::optional<std::string_view> line_of(const Place& place, int line, std::string_view text) {
  if (text.empty()) {
    if (line != place.line) return std::nullopt;
    return place.source_line;
  }
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

std::size_t byte_column(std::string_view line, int column) {
  std::size_t offset = 0;
  for (int i = 1; i < column && offset < line.size(); ++i) offset += decode_utf8(line, offset).size;
  return offset + 1;
}

std::optional<json> position(const Place& place, int line, int column, std::string_view text) {
  const auto found = line_of(place, line, text);
  if (!found) return std::nullopt;
  return json{{"line", line}, {"column", byte_column(*found, column)}};
}

json range(const Place& place, std::string_view text) {
  json result = json::object();
  const auto start = position(place, place.line, place.column, text);
  const auto end = position(place, place.end_line, place.end_column, text);
  result["start"] = start ? *start : json{{"line", place.line}};
  if (start && end) result["end"] = *end;
  return result;
}

/// Makes one edit of all edits of a fix; nothing where the text between them is not known.
std::optional<TextEdit> whole_edit(const Fix& fix, std::string_view text) {
  if (fix.edits.empty()) return std::nullopt;
  TextEdit whole = fix.edits.front();
  for (std::size_t i = 1; i < fix.edits.size(); ++i) {
    const TextEdit& next = fix.edits[i];
    if (next.span.begin < whole.span.end || next.span.end > text.size()) return std::nullopt;
    whole.text += text.substr(whole.span.end, next.span.begin - whole.span.end);
    whole.text += next.text;
    whole.span.end = next.span.end;
    whole.place.end_line = next.place.end_line;
    whole.place.end_column = next.place.end_column;
  }
  return whole;
}

std::optional<json> suggestion(const Fix& fix, std::string_view text) {
  const auto edit = whole_edit(fix, text);
  if (!edit) return std::nullopt;
  json place = range(edit->place, text);
  if (!place.contains("end")) return std::nullopt;
  return json{{"range", std::move(place)}, {"text", edit->text}};
}

/// The message is shown as Markdown, where only what is quoted is sure not to act.
std::string message(const Diagnostic& diagnostic) {
  std::string text = printable(diagnostic.message, kMessageBytes);
  for (const Note& note : diagnostic.notes) {
    const std::string place = place_text(note.place);
    text += "\nnote: " + (place.empty() ? "" : quoted(place) + ": ") +
            printable(note.message, kMessageBytes);
  }
  if (!diagnostic.help.empty()) text += "\nhelp: " + printable(diagnostic.help, kMessageBytes);
  return text;
}

json diagnostic_json(const Diagnostic& diagnostic, std::string_view text) {
  json result = {{"message", message(diagnostic)},
                 {"severity", diagnostic.severity == Severity::kError ? "ERROR" : "WARNING"},
                 {"code", {{"value", diagnostic.check}}}};
  if (!diagnostic.place.path.empty()) {
    result["location"] = {{"path", diagnostic.place.path},
                          {"range", range(diagnostic.place, text)}};
  }
  const auto fix = diagnostic.fix ? suggestion(*diagnostic.fix, text) : std::nullopt;
  if (fix) result["suggestions"] = json::array({*fix});
  return result;
}

}  // namespace

std::string diagnostics_as_rdjson(const std::vector<Diagnostic>& diagnostics,
                                  const TextOfFile& text_of) {
  json list = json::array();
  std::string path;
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.place.path != path) {
      path = diagnostic.place.path;
      text = text_of(path);
    }
    list.push_back(diagnostic_json(diagnostic, text));
  }
  return log_safe_json({{"source", {{"name", "simrules"}}}, {"diagnostics", std::move(list)}});
}

}  // namespace simrules
