#include "render/diagnostics/json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "render/text/json.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of this output's shape.
constexpr int kSchemaVersion = 1;

json note_json(const Note& note) {
  return {{"path", note.place.path},
          {"line", note.place.line},
          {"column", note.place.column},
          {"message", note.message}};
}

json edit_json(const TextEdit& edit) {
  return {{"line", edit.place.line},
          {"column", edit.place.column},
          {"end_line", edit.place.end_line},
          {"end_column", edit.place.end_column},
          {"text", edit.text}};
}

json fix_json(const Fix& fix) {
  json edits = json::array();
  for (const TextEdit& edit : fix.edits) edits.push_back(edit_json(edit));
  return {{"label", fix.label}, {"safe", fix.safe}, {"edits", std::move(edits)}};
}

json diagnostic_json(const Diagnostic& diagnostic) {
  json notes = json::array();
  for (const Note& note : diagnostic.notes) notes.push_back(note_json(note));
  json result = {{"check", diagnostic.check},
                 {"severity", to_string(diagnostic.severity)},
                 {"path", diagnostic.place.path},
                 {"line", diagnostic.place.line},
                 {"column", diagnostic.place.column},
                 {"end_line", diagnostic.place.end_line},
                 {"end_column", diagnostic.place.end_column},
                 {"pointer", diagnostic.pointer},
                 {"message", diagnostic.message},
                 {"help", diagnostic.help},
                 {"notes", std::move(notes)}};
  if (diagnostic.fix) result["fix"] = fix_json(*diagnostic.fix);
  return result;
}

json side_json(const Origin& origin) {
  const auto text = [](const std::string& part) { return part.empty() ? json() : json(part); };
  return {{"kind", to_string(origin.kind)},
          {"name", text(origin.name)},
          {"version", text(origin.version)},
          {"sha256", text(origin.sha256)}};
}

json compared_json(const ComparedSides& sides) {
  json changes = json::object();
  for (const std::string& impact : impact_words()) changes[impact] = 0;
  for (const auto& [impact, count] : sides.changes) changes[to_string(impact)] = count;
  return {{"base", side_json(sides.base)},
          {"head", side_json(sides.head)},
          {"changes", std::move(changes)},
          {"ignored", sides.ignored.size()},
          {"left_out", sides.left_out}};
}

json not_made_again_json(const std::vector<NotMadeAgain>& releases) {
  json list = json::array();
  for (const NotMadeAgain& release : releases) {
    list.push_back({{"version", release.version},
                    {"derivation", release.derivation},
                    {"files", release.files}});
  }
  return list;
}

}  // namespace

std::string diagnostics_as_json(const std::vector<Diagnostic>& diagnostics,
                                const RunSummary& summary) {
  json list = json::array();
  for (const Diagnostic& diagnostic : diagnostics) list.push_back(diagnostic_json(diagnostic));
  json report = {{"$schema", "diagnostics.schema.json"},
                 {"schema_version", kSchemaVersion},
                 {"tool", {{"name", "simrules"}, {"version", summary.tool_version}}},
                 {"summary",
                  {{"files", summary.files},
                   {"rules", summary.rules},
                   {"checks", summary.checks},
                   {"errors", summary.errors},
                   {"warnings", summary.warnings}}},
                 {"diagnostics", std::move(list)}};
  if (summary.compared) report["compared"] = compared_json(*summary.compared);
  if (summary.not_made_again)
    report["not_made_again"] = not_made_again_json(*summary.not_made_again);
  if (!summary.by_digest.empty()) report["by_digest"] = summary.by_digest;
  return log_safe_json(report);
}

}  // namespace simrules
