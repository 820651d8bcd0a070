#include "schema/schema_lint.h"

#include <utility>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/keyword.h"

namespace simrules {

namespace {

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
  return lint.ok;
}

}  // namespace simrules
