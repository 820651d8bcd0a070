#include "render/diagnostics_json.h"

#include <nlohmann/json.hpp>

#include "release/json_text.h"

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

json diagnostic_json(const Diagnostic& diagnostic) {
  json notes = json::array();
  for (const Note& note : diagnostic.notes) notes.push_back(note_json(note));
  return {{"check", diagnostic.check},
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
}

}  // namespace

std::string diagnostics_as_json(const std::vector<Diagnostic>& diagnostics,
                                const RunSummary& summary) {
  json list = json::array();
  for (const Diagnostic& diagnostic : diagnostics) list.push_back(diagnostic_json(diagnostic));
  return json_text(
      {{"$schema", "diagnostics.schema.json"},
       {"schema_version", kSchemaVersion},
       {"tool", {{"name", "simrules"}, {"version", summary.tool_version}}},
       {"summary",
        {{"files", summary.files}, {"errors", summary.errors}, {"warnings", summary.warnings}}},
       {"diagnostics", std::move(list)}});
}

}  // namespace simrules
