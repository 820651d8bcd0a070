#include "schema/lint/lint.h"

#include <utility>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/lint/keyword.h"

namespace simrules {

namespace {

bool decides(std::string_view keyword) {
  const Keyword* row = find_keyword(keyword);
  return is_own_keyword(keyword) ? keyword == "x-key-format"
                                 : row != nullptr && row->asserts && keyword != "definitions";
}

void visit(SchemaLint& lint, const nlohmann::json& node, const std::string& pointer) {
  lint.positions.emplace(pointer, &node);
  lint_keywords(lint, node, pointer);
  for (const Subschema& child : subschemas(node, pointer)) visit(lint, *child.node, child.pointer);
}

}  // namespace

void SchemaLint::value_error(const char* check,
                             const std::string& pointer,
                             std::string message,
                             std::string help) {
  ok = false;
  sink.report({check,
               Severity::kError,
               document.value_place(pointer),
               pointer,
               std::move(message),
               std::move(help),
               {}});
}

void SchemaLint::key_error(const char* check,
                           const std::string& pointer,
                           std::string message,
                           std::string help) {
  ok = false;
  sink.report({check,
               Severity::kError,
               document.key_place(pointer),
               pointer,
               std::move(message),
               std::move(help),
               {}});
}

bool lint_schema(const Document& document, DiagnosticSink& sink) {
  SchemaLint lint{document, sink};
  if (!document.value.is_object()) {
    lint.value_error(
        "schema-wrong-keyword-value",
        "",
        fmt::format("the schema is {}, expected an object", quoted(document.value.type_name())),
        "write the schema as a JSON object with draft-07 keywords");
    return false;
  }
  visit(lint, document.value, "");
  // References of a schema with misspelt parts lead to follow-up errors only.
  if (lint.ok) lint_references(lint);
  if (lint.ok && count_constraints(document.value) == 0) {
    lint.value_error("schema-checks-nothing",
                     "",
                     "the schema has no keyword that checks anything, so every file would pass",
                     "say what a file must be, with `type`, `required` and `properties`");
  }
  return lint.ok;
}

std::size_t count_constraints(const nlohmann::json& schema) {
  std::size_t count = 0;
  for (const auto& [keyword, value] : schema.items()) {
    count += decides(keyword) || keyword == "format" ? 1 : 0;
  }
  for (const Subschema& child : subschemas(schema, "")) {
    if (child.keyword != "definitions") count += count_constraints(*child.node);
  }
  return count;
}

}  // namespace simrules
