// Writes generated schemas with documents and our verdicts as lines of JSON, for a validator that
// shares no code with ours: schema_pairs SEED SCHEMAS DOCUMENTS.

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "document/json_reader.h"
#include "generated_schema.h"
#include "schema/format.h"
#include "schema/schema_check.h"

namespace {

using nlohmann::json;
using namespace simrules;

/// Tells whether a finding is about a format, which is no part of a verdict.
bool is_about_format(const Diagnostic& finding) {
  return std::any_of(formats().begin(), formats().end(), [&](const Format& format) {
    return finding.check == format.check;
  });
}

/// Judges documents; throws where valijson disagrees.
json judged(SchemaGenerator& random, const Schema& schema, std::size_t documents) {
  SchemaChecker checker(schema);
  json out = {{"schema", schema.value()}, {"documents", json::array()}, {"valid", json::array()}};
  for (std::size_t i = 0; i < documents; ++i) {
    DiagnosticList sink;
    const json value = random.document();
    const auto document = read_json("document.json", value.dump(), kDatasetLimits, sink);
    if (!document) std::exit(EXIT_FAILURE);
    checker.check(*document, sink);
    const std::vector<Diagnostic> found = sink.sorted();
    out["documents"].push_back(value);
    out["valid"].push_back(std::all_of(found.begin(), found.end(), is_about_format));
  }
  return out;
}

std::optional<Schema> linted(const json& schema) {
  DiagnosticList sink;
  auto document = read_json("schema.json", schema.dump(), kSchemaLimits, sink);
  return document ? Schema::load(std::move(*document), sink) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return EXIT_FAILURE;
  SchemaGenerator random(static_cast<unsigned>(std::stoul(argv[1])));
  const std::size_t schemas = std::stoul(argv[2]);
  const std::vector<std::string> keywords = SchemaGenerator::asserting_keywords();
  for (std::size_t i = 0; i < schemas; ++i) {
    // Half of the schemas are about one keyword each, so that none is hidden by others.
    const bool one = i % 2 == 0;
    const auto schema =
        linted(one ? random.schema_of(keywords[i / 2 % keywords.size()]) : random.schema());
    if (!schema) return EXIT_FAILURE;
    std::cout << judged(random, *schema, std::stoul(argv[3])) << '\n';
  }
  return EXIT_SUCCESS;
}
