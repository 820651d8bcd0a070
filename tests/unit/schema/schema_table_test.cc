// Runs tests/schema/*.yaml: each row patches base.yaml and says whether the result is valid, and if
// not, which check refuses it where. A new field comes with its rows there; this file stays as it
// is.

#include "policy_corpus.h"
#include "schema/schema_check.h"
#include "support/schema_fixture.h"
#include "support/source_dir.h"

namespace simrules {
namespace {

using nlohmann::json;

const std::string kFolder = std::string(kSourceDir) + "/schemas/";

PolicySchema policy_schema() {
  DiagnosticList findings;
  const auto vocabulary = load_schema_file(kFolder + "vocabulary.schema.json", findings);
  EXPECT_TRUE(vocabulary) << shown(findings);
  auto document = read_json(
      "policy.schema.json", file_text(kFolder + "policy.schema.json"), kSchemaLimits, findings);
  EXPECT_TRUE(document) << shown(findings);
  auto schema = PolicySchema::load(std::move(*document), *vocabulary, findings);
  EXPECT_TRUE(schema) << shown(findings);
  return *schema;
}

std::string describe(const std::vector<Diagnostic>& findings) {
  std::string text;
  for (const Diagnostic& finding : findings) {
    text += finding.check + " " + finding.pointer + ": " + finding.message + "\n";
  }
  return text;
}

void check_row(const json& row,
               const json& base,
               SchemaChecker& checker,
               const std::string& table) {
  const std::string where = table + ": " + row.at("description").get<std::string>();
  const Document document{SourceFile("row.yaml", ""), patched(base, row), {}};
  DiagnosticList findings;
  const bool valid = checker.check(document, findings);
  const std::vector<Diagnostic> found = findings.sorted();
  EXPECT_EQ(valid, row.at("valid").get<bool>()) << where << "\n" << describe(found);
  if (!row.contains("error")) return;
  ASSERT_EQ(found.size(), 1U) << where << "\n" << describe(found);
  EXPECT_EQ(found[0].check + " " + found[0].pointer, row["error"].get<std::string>()) << where;
}

TEST(SchemaTable, EachRowIsRefusedOrAcceptedAsItSays) {
  const PolicySchema schema = policy_schema();
  SchemaChecker checker(schema.schema());
  const json base = read_table("base.yaml");
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (const std::string& name : table_names()) {
    for (const json& row : read_table(name)) {
      check_row(row, base, checker, name);
      ++(row.at("valid").get<bool>() ? valid : invalid);
    }
  }
  EXPECT_GE(valid, 30U);
  EXPECT_GE(invalid, 30U);
}

}  // namespace
}  // namespace simrules
