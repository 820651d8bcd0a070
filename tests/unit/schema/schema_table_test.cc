// Runs tests/schema/*.yaml: each row patches base.yaml and says whether the result is valid, and if
// not, which check refuses it where. A new field comes with its rows there; this file stays as it
// is.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "schema/schema.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path kSource = SIMRULES_SOURCE_DIR;

/// Tables are larger than any policy may be.
constexpr DocumentLimits kTableLimits{.file_bytes = 1 << 20,
                                      .line_bytes = 1 << 16,
                                      .scalar_bytes = 1 << 14,
                                      .key_bytes = 256,
                                      .depth = 32,
                                      .nodes = 1 << 20,
                                      .list_items = 1 << 12};

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string describe(const DiagnosticList& findings) {
  std::string text;
  for (const Diagnostic& finding : findings.sorted()) {
    text += finding.check + " " + finding.pointer + ": " + finding.message + "\n";
  }
  return text;
}

json read_table(const std::string& name) {
  DiagnosticList findings;
  const auto document =
      read_yaml(name, slurp(kSource / "tests/schema" / name), kTableLimits, findings);
  EXPECT_TRUE(document) << name << "\n" << describe(findings);
  return document ? document->value : json();
}

Document schema_file(const std::string& name) {
  DiagnosticList findings;
  auto document = read_json(name, slurp(kSource / "schemas" / name), kSchemaLimits, findings);
  EXPECT_TRUE(document) << describe(findings);
  return std::move(*document);
}

PolicySchema policy_schema() {
  DiagnosticList findings;
  const auto vocabulary = Schema::load(schema_file("vocabulary.schema.json"), findings);
  EXPECT_TRUE(vocabulary) << describe(findings);
  auto schema = PolicySchema::load(schema_file("policy.schema.json"), *vocabulary, findings);
  EXPECT_TRUE(schema) << describe(findings);
  return *schema;
}

json patched(json value, const json& row) {
  if (row.contains("patch")) value.merge_patch(row["patch"]);
  for (const json& pointer : row.value("remove", json::array())) {
    const json::json_pointer target(pointer.get<std::string>());
    json& parent = value.at(target.parent_pointer());
    if (parent.is_array()) {
      parent.erase(static_cast<std::size_t>(std::stoul(target.back())));
    } else {
      parent.erase(target.back());
    }
  }
  return value;
}

void check_row(const json& row,
               const json& base,
               SchemaChecker& checker,
               const std::string& table) {
  const std::string where = table + ": " + row.at("description").get<std::string>();
  const Document document{SourceFile("row.yaml", ""), patched(base, row), {}};
  DiagnosticList findings;
  const bool valid = checker.check(document, findings);
  EXPECT_EQ(valid, row.at("valid").get<bool>()) << where << "\n" << describe(findings);
  if (!row.contains("error")) return;
  const std::vector<Diagnostic> found = findings.sorted();
  ASSERT_EQ(found.size(), 1U) << where << "\n" << describe(findings);
  EXPECT_EQ(found[0].check + " " + found[0].pointer, row["error"].get<std::string>()) << where;
}

TEST(SchemaTable, EachRowIsRefusedOrAcceptedAsItSays) {
  const PolicySchema schema = policy_schema();
  SchemaChecker checker(schema.schema());
  const json base = read_table("base.yaml");
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (const auto& entry : fs::directory_iterator(kSource / "tests/schema")) {
    const std::string name = entry.path().filename().string();
    if (name == "base.yaml" || entry.path().extension() != ".yaml") continue;
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
