#include "mutation.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/pointer.h"
#include "schema/lint/keyword.h"
#include "schema/reference.h"

namespace simrules {

namespace {

using nlohmann::json;

/// Keywords that only lead to other schemas.
constexpr std::string_view kStructure[] = {
    "$ref", "definitions", "properties", "items", "allOf", "then", "else"};

bool is_structure(std::string_view keyword) {
  return std::find(std::begin(kStructure), std::end(kStructure), keyword) != std::end(kStructure);
}

/// Tells whether a keyword decides about documents, by the verdict or by a format.
bool decides(const std::string& keyword) {
  const Keyword* known = find_keyword(keyword);
  return keyword == "format" || keyword == "x-key-format" || (known != nullptr && known->asserts);
}

/// Lists the words that a condition asks for: each is a way to meet it.
void add_condition(const json& condition, const std::string& node, std::vector<Constraint>& out) {
  const json properties = condition.value("properties", json::object());
  for (const auto& [name, property] : properties.items()) {
    const std::string words =
        pointer_join(pointer_join(pointer_join(node, "if"), "properties"), name) + "/enum";
    for (std::size_t i = 0; i < property.value("enum", json::array()).size(); ++i)
      out.push_back({pointer_join(words, i), node, "if"});
  }
}

void add_keyword(const std::string& keyword,
                 const json& value,
                 const std::string& node,
                 std::vector<Constraint>& out) {
  const std::string place = pointer_join(node, keyword);
  if (keyword == "if") {
    add_condition(value, node, out);
  } else if (keyword == "required") {
    for (std::size_t i = 0; i < value.size(); ++i)
      out.push_back({pointer_join(place, i), node, keyword});
  } else if (keyword == "dependencies") {
    for (const auto& [key, needed] : value.items()) {
      for (std::size_t i = 0; i < needed.size(); ++i)
        out.push_back({pointer_join(pointer_join(place, key), i), node, keyword});
    }
  } else if (!(keyword == "additionalProperties" && value.is_object())) {
    out.push_back({place, node, keyword});
  }
}

bool meets(const json& schema, const json& value) {
  for (const json& name : schema.value("required", json::array())) {
    if (!value.contains(name.get_ref<const std::string&>())) return false;
  }
  const json properties = schema.value("properties", json::object());
  for (const auto& [name, property] : properties.items()) {
    const json words = property.value("enum", json::array());
    if (std::find(words.begin(), words.end(), value.value(name, json())) == words.end())
      return false;
  }
  return true;
}

void visit_members(const json& schema,
                   const std::string& node,
                   const Site& site,
                   const Visitor& visitor) {
  const json& here = *find_value(schema, node);
  for (const auto& [key, value] : site.value().items()) {
    const Site member{site.document, pointer_join(site.pointer, key)};
    if (here.contains("properties") && here["properties"].contains(key)) {
      visit(schema, pointer_join(node + "/properties", key), member, visitor);
    } else if (here.contains("additionalProperties") && here["additionalProperties"].is_object()) {
      visit(schema, node + "/additionalProperties", member, visitor);
    }
  }
}

}  // namespace

std::vector<Constraint> constraints_of(const json& schema, const std::string& node) {
  std::vector<Constraint> out;
  const json& here = *find_value(schema, node);
  for (const auto& [keyword, value] : here.items()) {
    if (decides(keyword) && !is_structure(keyword)) add_keyword(keyword, value, node, out);
  }
  for (const Subschema& part : subschemas(here, node)) {
    if (part.keyword == "if") continue;
    for (Constraint& constraint : constraints_of(schema, part.pointer))
      out.push_back(std::move(constraint));
  }
  return out;
}

const json& Site::value() const { return *find_value(*document, pointer); }

void visit(const json& schema, const std::string& node, const Site& site, const Visitor& visitor) {
  const ResolvedSchema place = resolve_at(schema, *find_value(schema, node), node);
  const json& here = *place.node;
  visitor(place.pointer, site);
  if (site.value().is_object()) visit_members(schema, place.pointer, site, visitor);
  if (site.value().is_array() && here.contains("items")) {
    for (std::size_t i = 0; i < site.value().size(); ++i)
      visit(schema,
            place.pointer + "/items",
            {site.document, pointer_join(site.pointer, i)},
            visitor);
  }
  for (std::size_t i = 0; i < here.value("allOf", json::array()).size(); ++i)
    visit(schema, pointer_join(place.pointer + "/allOf", i), site, visitor);
  if (!here.contains("if")) return;
  const char* const branch = meets(here["if"], site.value()) ? "then" : "else";
  if (here.contains(branch)) visit(schema, pointer_join(place.pointer, branch), site, visitor);
}

std::string shown_finding(const Diagnostic& finding) {
  return fmt::format(
      "{}:{} {} {}", finding.place.line, finding.place.column, finding.check, finding.pointer);
}

std::string shown_finding(const Document& document, const ExpectedFinding& finding) {
  const NodeSpans spans = document.spans.at(finding.pointer);
  const json& value = *find_value(document.value, finding.pointer);
  const bool at_key = spans.key && (finding.target != Target::kValue || value.is_structured());
  const Place place = document.source.place(at_key ? *spans.key : spans.value);
  return fmt::format("{}:{} {} {}", place.line, place.column, finding.check, finding.pointer);
}

}  // namespace simrules
