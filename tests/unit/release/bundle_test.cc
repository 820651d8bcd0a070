#include "release/contents/bundle.h"

#include "release/contents/json_text.h"
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

json repository_bundle() {
  DiagnosticList findings;
  auto bundle =
      bundle_dataset_schema(repository_schemas().dataset, repository_policy_schema(), findings);
  EXPECT_TRUE(bundle) << messages_of(findings);
  return bundle.value_or(json());
}

/// Drops what concerns only those who write policies.
void drop_editor_keywords(json& node) {
  if (node.is_object() && node.value("x-absent", json()) == json::array()) node.erase("minItems");
  for (const char* name :
       {"defaultSnippets", "doNotSuggest", "markdownDescription", "patternErrorMessage"}) {
    if (node.is_object()) node.erase(name);
  }
  if (!node.is_structured()) return;
  for (json& child : node) drop_editor_keywords(child);
}

std::optional<Schema> lint(const json& schema, DiagnosticSink& sink) {
  return Schema::load(document_of(schema, kShippedSchemaLimits), sink);
}

/// Lists the names of all fields below a specification.
void collect(const FieldSpec& spec, const std::string& at, std::vector<std::string>& out) {
  for (const auto& [name, member] : spec.properties) {
    out.push_back(at + '/' + name + ':' + member->title);
    collect(*member, at + '/' + name, out);
  }
  if (spec.items) collect(*spec.items, at + "/*", out);
  if (spec.additional) collect(*spec.additional, at + "/+", out);
}

TEST(Bundle, passes_the_linter_and_holds_the_fields_of_a_policy) {
  const json bundle = repository_bundle();
  DiagnosticList findings;
  EXPECT_TRUE(lint(bundle, findings)) << messages_of(findings);
  const json& definitions = bundle.at("definitions");
  EXPECT_TRUE(definitions.at("policy").at("properties").contains("countries"));
  EXPECT_TRUE(definitions.at("transfer_rule").at("properties").contains("confidence"));
  EXPECT_FALSE(definitions.at("policy").contains("$id"));
  EXPECT_FALSE(definitions.at("policy").contains("defaultSnippets"));
}

TEST(Bundle, gives_the_policy_schema_back) {
  DiagnosticList findings;
  const auto shipped = lint(repository_bundle(), findings);
  ASSERT_TRUE(shipped) << messages_of(findings);
  auto document = policy_schema_of(*shipped, findings);
  ASSERT_TRUE(document) << messages_of(findings);
  json expected = repository_policy_schema().schema().value();
  expected.erase("$id");
  drop_editor_keywords(expected);
  EXPECT_EQ(document->value, expected);

  const auto schema =
      PolicySchema::load(std::move(*document), repository_schemas().vocabulary, findings);
  ASSERT_TRUE(schema) << messages_of(findings);
  EXPECT_EQ(schema->topics(), repository_policy_schema().topics());
  std::vector<std::string> found;
  std::vector<std::string> wanted;
  collect(schema->root(), "", found);
  collect(repository_policy_schema().root(), "", wanted);
  EXPECT_EQ(found, wanted);
}

TEST(Bundle, requires_what_a_dataset_derives) {
  DiagnosticList findings;
  const auto shipped = lint(repository_bundle(), findings);
  ASSERT_TRUE(shipped);
  const json good = make_dataset(catalog_of({sample_policy("jp/one")}),
                                 {"1.0.0", "2026-11-22", kDatasetSchemaVersion, shipped->value()});
  struct Row {
    const char* pointer;
    const char* check;
  };
  for (const Row& row : {Row{"/policies/0/source", "missing-key"},
                         Row{"/policies/0/transfer/0/confidence", "missing-key"},
                         Row{"/policies/0/roaming/0/confidence", "missing-key"},
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

TEST(Bundle, refuses_a_schema_that_uses_a_derived_name) {
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
    EXPECT_FALSE(bundle_dataset_schema(repository_schemas().dataset, *policy, findings));
    EXPECT_EQ(checks_of(findings), std::vector<std::string>{"derived-name-taken"}) << row.pointer;
  }
}

TEST(Bundle, refuses_a_dataset_schema_without_a_policy) {
  DiagnosticList findings;
  json broken = repository_bundle();
  broken["definitions"].erase("policy");
  broken["properties"]["policies"].erase("items");
  const auto shipped = lint(broken, findings);
  ASSERT_TRUE(shipped) << messages_of(findings);
  EXPECT_FALSE(policy_schema_of(*shipped, findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-unreadable"});
}

}  // namespace
}  // namespace simrules::test
