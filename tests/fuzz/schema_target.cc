// A schema of any bytes: refused by the linter, or safe to check documents with, as ours and as one of others.
#include <string>
#include <utility>

#include "document/foreign_json.h"
#include "document/json_reader.h"
#include "fuzz_input.h"
#include "schema/foreign/foreign_schema.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

void check_as_ours(const std::string& text, DiagnosticSink& findings) {
  auto document = read_json("a.schema.json", text, kSchemaLimits, findings);
  if (!document) return;
  const Document copy = *document;
  const auto schema = Schema::load(std::move(*document), findings);
  if (!schema) return;
  require(schema->constraint_count() > 0, "a schema checks something");
  SchemaChecker checker(*schema);
  checker.check(copy, findings);
  checker.cross_check(copy);
}

/// Throws where valijson and our evaluator disagree.
void check_as_foreign(const std::string& text, DiagnosticSink& findings) {
  auto document = read_foreign_json("a.schema.json", text, kForeignSchemaLimits, findings);
  if (!document) return;
  const Document copy = *document;
  const bool is_fine = lint_foreign_schema(copy, findings);
  const auto schema = ForeignSchema::load(std::move(*document), findings);
  require(schema.has_value() == is_fine, "a schema that is refused is told to be wrong");
  if (!schema) return;
  ForeignChecker checker(*schema);
  checker.check(copy, findings);
}

}  // namespace
}  // namespace simrules

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace simrules;
  DiagnosticList findings;
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_as_ours(text, findings);
  check_as_foreign(text, findings);
  write_everywhere(findings);
  return 0;
}
