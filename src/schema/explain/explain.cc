#include "schema/explain/explain.h"

#include <utility>

#include "base/pointer.h"
#include "schema/explain/walk.h"

namespace simrules {

namespace {

using nlohmann::json;

/// Returns the place of the first token of a value: what a list item is found by.
Place first_token(const Document& document, std::size_t begin) {
  const std::string_view text = document.source.text();
  std::size_t end = begin;
  while (end < text.size() &&
         std::string_view(" \t\r\n:,{}[]").find(text[end]) == std::string_view::npos)
    ++end;
  return document.source.place({begin, end > begin ? end : begin + 1});
}

/// Returns where an object or a list is found: its key, the start of a list item, the start of the
/// document.
Place container_place(const Walk& walk) {
  const std::string pointer = walk.pointer();
  const auto spans = walk.document.spans.find(pointer);
  if (spans && spans->key) return walk.document.key_place(pointer);
  return first_token(walk.document, spans && !pointer.empty() ? spans->value.begin : 0);
}

const json& value_at(const Walk& walk, const json& document_value) {
  const json* value = &document_value;
  for (const PathStep& step : walk.path) {
    value = step.key != nullptr ? &value->at(*step.key) : &value->at(step.index);
  }
  return *value;
}

Violation& report(Walk& walk,
                  const char* check,
                  FindingRank rank,
                  std::string pointer,
                  Place place,
                  std::string message,
                  WayOut way_out) {
  walk.findings->push_back({{.check = check,
                             .severity = Severity::kError,
                             .place = std::move(place),
                             .pointer = std::move(pointer),
                             .message = std::move(message),
                             .help = std::move(way_out.help),
                             .fix = std::move(way_out.fix)},
                            rank,
                            {},
                            "",
                            walk.conditions});
  return walk.findings->back();
}

bool walk_keywords(Walk& walk, const Spot& spot) {
  // A value of the wrong type or outside of the words has one defect, whatever else it violates.
  if (!walk_type(walk, spot) || !walk_words(walk, spot)) return false;
  bool ok = true;
  if (spot.value.is_string()) ok = walk_text(walk, spot);
  if (spot.value.is_number()) ok = walk_number(walk, spot);
  if (spot.value.is_array()) ok = walk_list(walk, spot);
  if (spot.value.is_object()) ok = walk_object(walk, spot);
  if (!ok && !walk.explains()) return false;
  return walk_branches(walk, spot) && ok;
}

}  // namespace

std::string Walk::pointer() const {
  std::string pointer;
  for (const PathStep& step : path) {
    pointer =
        step.key != nullptr ? pointer_join(pointer, *step.key) : pointer_join(pointer, step.index);
  }
  return pointer;
}

bool walk_schema(Walk& walk, const json& schema, const json& value) {
  return walk_keywords(walk, {walk.index.node(schema), value});
}

bool walk_member(Walk& walk, const json& schema, const std::string& key, const json& value) {
  walk.path.push_back({&key, 0});
  const bool ok = walk_schema(walk, schema, value);
  walk.path.pop_back();
  return ok;
}

bool walk_item(Walk& walk, const json& schema, std::size_t index, const json& value) {
  walk.path.push_back({nullptr, index});
  const bool ok = walk_schema(walk, schema, value);
  walk.path.pop_back();
  return ok;
}

bool conforms(Walk& walk, const json& schema, const json& value) {
  std::vector<Violation>* const outer = std::exchange(walk.findings, nullptr);
  const bool ok = walk_schema(walk, schema, value);
  walk.findings = outer;
  return ok;
}

void report_value(
    Walk& walk, const char* check, FindingRank rank, std::string message, WayOut way_out) {
  const bool structured = value_at(walk, walk.document.value).is_structured();
  std::string pointer = walk.pointer();
  Place place = structured ? container_place(walk) : walk.document.value_place(pointer);
  report(walk,
         check,
         rank,
         std::move(pointer),
         std::move(place),
         std::move(message),
         std::move(way_out));
}

Violation& report_member(
    Walk& walk, const char* check, const std::string& key, std::string message, WayOut way_out) {
  std::string pointer = pointer_join(walk.pointer(), key);
  Place place = walk.document.key_place(pointer);
  Violation& finding = report(walk,
                              check,
                              FindingRank::kMember,
                              std::move(pointer),
                              std::move(place),
                              std::move(message),
                              std::move(way_out));
  finding.subjects = {key};
  return finding;
}

Violation& report_missing(
    Walk& walk, const char* check, const std::string& key, std::string message, WayOut way_out) {
  Violation& finding = report(walk,
                              check,
                              FindingRank::kMember,
                              walk.pointer(),
                              container_place(walk),
                              std::move(message),
                              std::move(way_out));
  finding.subjects = {key};
  return finding;
}

Explanation explain_value(SchemaIndex& index, const Document& document, const json& value) {
  std::vector<Violation> findings;
  Walk walk{index, document, &findings, {}, {}};
  Explanation explanation;
  explanation.conforms = walk_schema(walk, index.root(), value);
  explanation.diagnostics = merge_findings(std::move(findings), document);
  return explanation;
}

std::vector<Diagnostic> explain(const json& schema, const Document& document) {
  SchemaIndex index(schema);
  return explain_value(index, document, document.value).diagnostics;
}

}  // namespace simrules
