// A schema of any bytes: refused by the linter, or safe to check documents with.
#include <string>
#include <utility>

#include "document/json_reader.h"
#include "fuzz_input.h"
#include "schema/schema_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace simrules;
  DiagnosticList findings;
  auto document = read_json("a.schema.json",
                            std::string(reinterpret_cast<const char*>(data), size),
                            kSchemaLimits,
                            findings);
  if (document) {
    const Document copy = *document;
    if (const auto schema = Schema::load(std::move(*document), findings)) {
      require(schema->constraint_count() > 0, "a schema checks something");
      SchemaChecker checker(*schema);
      checker.check(copy, findings);
    }
  }
  write_everywhere(findings);
  return 0;
}
