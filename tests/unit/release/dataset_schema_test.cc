#include "release/contents/dataset_schema.h"

#include <set>

#include "release/contents/json_text.h"
#include "release/contents/schema_tree.h"
#include "release/contents/told/shipped_schema.h"
#include "schema/schema_check.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;

Document document_of(const json& value, const DocumentLimits& limits) {
  DiagnosticList findings;
  auto document = read_json("made.json", json_text(value), limits, findings);
  EXPECT_TRUE(document) << messages_of(findings);
  return document ? std::move(*document) : Document{};
}

std::optional<Schema> lint(const json& schema, DiagnosticSink& sink) {
  return Schema::load(document_of(schema, kShippedSchemaLimits), sink);
}

/// Lists the keywords of a schema, but not the names of fields and definitions.
void collect_keywords(const json& node, std::set<std::string>& out) {
  if (node.is_array()) {
    for (const json& item : node) collect_keywords(item, out);
  }
  if (!node.is_object()) return;
  for (const auto& [keyword, child] : node.items()) {
    out.insert(keyword);
    if (keyword != "properties" && keyword != "definitions") {
      collect_keywords(child, out);
      continue;
    }
    for (const json& field : child) collect_keywords(field, out);
  }
}

TEST(DatasetSchema, passes_the_linter_and_holds_the_fields_of_a_policy) {
  const json schema = dataset_schema_of(described_dataset().told);
  DiagnosticList findings;
  EXPECT_TRUE(lint(schema, findings)) << messages_of(findings);
  const json& definitions = schema.at("definitions");
  EXPECT_TRUE(definitions.at("policy").at("properties").contains("home"));
  EXPECT_TRUE(definitions.at("transfer_rule").at("properties").contains("confidence"));
  EXPECT_FALSE(definitions.at("policy").contains("$id"));
  EXPECT_FALSE(definitions.at("policy").contains("defaultSnippets"));
}

TEST(DatasetSchema, has_no_keyword_that_only_tools_read) {
  std::set<std::string> keywords;
  collect_keywords(dataset_schema_of(described_dataset().told), keywords);
  for (const std::string& keyword : keywords) EXPECT_FALSE(keyword.starts_with("x-")) << keyword;
  for (const char* keyword : {"defaultSnippets", "doNotSuggest", "markdownDescription"})
    EXPECT_FALSE(keywords.contains(keyword)) << keyword;
  EXPECT_TRUE(keywords.contains("description"));
}

TEST(DatasetSchema, says_nothing_twice_and_is_small) {
  const json schema = dataset_schema_of(described_dataset().told);
  EXPECT_LE(compact_json_text(schema).size(), 80U * 1024);
}

/// Visits every schema inside a schema that declares something.
template <typename Visit>
void visit_fields(json& node, const Visit& visit) {
  visit(node);
  for (json* child : field_schemas(node)) visit_fields(*child, visit);
}

TEST(DatasetSchema, has_one_type_for_each_field) {
  json schema = dataset_schema_of(described_dataset().told);
  std::size_t fields = 0;
  for (json& definition : schema["definitions"]) {
    visit_fields(definition, [&](const json& node) {
      if (node.contains("$ref") || node.contains("anyOf") || node.contains("const")) return;
      ++fields;
      ASSERT_TRUE(node.contains("type")) << node.dump();
      json types = node.at("type");
      if (types.is_string()) types = json::array({types});
      EXPECT_LE(types.size() - (list_contains(types, "null") ? 1 : 0), 1U) << node.dump();
    });
  }
  EXPECT_GT(fields, 150U);
}

TEST(DatasetSchema, requires_what_a_dataset_derives) {
  DiagnosticList findings;
  const auto shipped = lint(dataset_schema_of(described_dataset().told), findings);
  ASSERT_TRUE(shipped);
  const json good = dataset_of(catalog_of({sample_policy("jp/one")}), "2026-11-22");
  struct Row {
    const char* pointer;
    const char* check;
  };
  for (const Row& row : {Row{"/policies/0/source", "missing-key"},
                         Row{"/policies/0/transfer/0/confidence", "missing-key"},
                         Row{"/policies/0/roaming/0/confidence", "missing-key"},
                         Row{"/policies/0/roaming/0/in_force", "missing-key"},
                         Row{"/policies/0/roaming/0/past", "missing-key"},
                         Row{"/policies/0/roaming/0/upcoming", "missing-key"},
                         Row{"/license", "missing-key"}}) {
    json bad = good;
    const json::json_pointer at(row.pointer);
    bad[at.parent_pointer()].erase(at.back());
    DiagnosticList list;
    EXPECT_FALSE(SchemaChecker(*shipped).check(document_of(bad, kDatasetLimits), list));
    EXPECT_EQ(checks_of(list), std::vector<std::string>{row.check}) << row.pointer;
  }
  DiagnosticList list;
  EXPECT_TRUE(SchemaChecker(*shipped).check(document_of(good, kDatasetLimits), list))
      << messages_of(list);
}

TEST(DatasetSchema, refuses_a_schema_that_uses_a_derived_name) {
  struct Row {
    const char* pointer;
    json node;
  };
  const json text = {{"title", "T"}, {"description", "D."}, {"type", "string"}};
  const json labelled = {{"title", "T"},
                         {"description", "D."},
                         {"type", "string"},
                         {"x-better", "none"},
                         {"x-labels", {{"ja", {{"label", "あ"}}}, {"zh", {{"label", "字"}}}}}};
  for (const Row& row : {Row{"/properties/source", text},
                         Row{"/definitions/transfer_rule/properties/confidence", labelled},
                         Row{"/definitions/derived_note", text}}) {
    json value = repository_policy_schema().schema().value();
    value[json::json_pointer(row.pointer)] = row.node;
    DiagnosticList findings;
    const auto policy = PolicySchema::load(
        document_of(value, kShippedSchemaLimits), repository_schemas().vocabulary, findings);
    ASSERT_TRUE(policy) << messages_of(findings);
    EXPECT_FALSE(describe_dataset(repository_schemas().dataset, *policy, findings));
    EXPECT_EQ(checks_of(findings), std::vector<std::string>{"derived-name-taken"}) << row.pointer;
  }
}

}  // namespace
}  // namespace simrules::test
