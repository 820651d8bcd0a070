#include "release/contents/dataset.h"

#include "base/digest.h"
#include "release/contents/dataset_schema.h"
#include "release/contents/json_text.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;
using namespace nlohmann::literals;

json shipped_schema() {
  DiagnosticList findings;
  auto description =
      describe_dataset(repository_schemas().dataset.value(), repository_policy_schema(), findings);
  return dataset_schema_of(description.value());
}

std::optional<Dataset> read(const json& dataset, const json& schema, DiagnosticSink& sink) {
  auto data = read_json("dataset.json", json_text(dataset), kDatasetLimits, sink);
  auto shipped = read_json("dataset.schema.json", json_text(schema), kShippedSchemaLimits, sink);
  if (!data || !shipped) return std::nullopt;
  Document policy = repository_policy_schema().schema().document();
  return read_dataset(
      std::move(*data), {std::move(*shipped), std::move(policy)}, repository_schemas(), sink);
}

json dataset_of(const Catalog& catalog) {
  return make_dataset(catalog, repository_policy_schema(), "1.2.3", "2026-11-22");
}

json sample_dataset() {
  return dataset_of(catalog_of({sample_policy("jp/two"), sample_policy("jp/one")}));
}

TEST(Dataset, adds_source_and_confidence_and_sorts_policies) {
  const json dataset = sample_dataset();
  ASSERT_EQ(dataset.at("policies").size(), 2U);
  const json& policy = dataset.at("policies").at(0);
  EXPECT_EQ(policy.at("id"), "jp/one");
  EXPECT_EQ(policy.at("source").at("path"), "policies/jp/one.yaml");
  EXPECT_EQ(policy.at("transfer").at(0).at("confidence"), "confirmed");
  EXPECT_EQ(policy.at("roaming").at(0).at("confidence"), "unverified");
  const json& contract = repository_schemas().dataset.value();
  EXPECT_EQ(dataset.at("license"), contract.at("/properties/license/const"_json_pointer));
}

TEST(Dataset, text_is_canonical) {
  const std::string text = json_text({{"b", "データ"}, {"a", json::array({1})}});
  EXPECT_EQ(text, "{\n  \"a\": [\n    1\n  ],\n  \"b\": \"データ\"\n}\n");
}

TEST(Dataset, reads_back_what_the_authors_wrote) {
  DiagnosticList findings;
  const json written = sample_dataset();
  const auto dataset = read(written, shipped_schema(), findings);
  ASSERT_TRUE(dataset) << messages_of(findings);
  EXPECT_EQ(dataset->version, "1.2.3");
  EXPECT_EQ(dataset->released, "2026-11-22");
  EXPECT_EQ(dataset->sha256, sha256_hex(json_text(written)));
  const Policy* policy = dataset->catalog.find("jp/one");
  ASSERT_NE(policy, nullptr);
  EXPECT_EQ(policy->raw(), sample_policy("jp/one"));
  EXPECT_EQ(policy->path, "policies/jp/one.yaml");
  EXPECT_EQ(dataset_of(dataset->catalog), written);
  EXPECT_EQ(policies_digest(dataset->catalog),
            policies_digest(catalog_of({sample_policy("jp/one"), sample_policy("jp/two")})));
}

TEST(Dataset, keeps_what_earlier_terms_state_and_what_they_leave_open) {
  json policy = sample_policy("jp/one");
  policy["transfer"][0]["previously"] = json::parse(
      R"([{"until": "2024-12", "conditions": []}, {"until": "2023-12-31", "lifecycle": "active"}])");
  DiagnosticList findings;
  const json written = dataset_of(catalog_of({policy}));
  const json& entries = written.at("/policies/0/transfer/0/previously"_json_pointer);
  EXPECT_EQ(entries[0].at("conditions"), json::array());
  EXPECT_EQ(entries[1].at("conditions"), json()) << "as in the newer terms";
  const auto dataset = read(written, shipped_schema(), findings);
  ASSERT_TRUE(dataset) << messages_of(findings);
  EXPECT_EQ(dataset->catalog.find("jp/one")->raw(), policy);
}

TEST(Dataset, refuses_what_it_cannot_trust) {
  struct Row {
    const char* pointer;
    json value;
    const char* check;
  };
  const json good = sample_dataset();
  for (const Row& row : {Row{"/schema_version", kDatasetSchemaVersion + 1, "release-newer"},
                         Row{"/license", "MIT", "unknown-word"},
                         Row{"/policies/1", good.at("policies").at(0), "release-duplicate-id"},
                         Row{"/policies/0/verdict", "allowed", "unknown-key"}}) {
    json bad = good;
    bad[json::json_pointer(row.pointer)] = row.value;
    DiagnosticList findings;
    EXPECT_FALSE(read(bad, shipped_schema(), findings)) << row.pointer;
    EXPECT_EQ(checks_of(findings), std::vector<std::string>{row.check}) << messages_of(findings);
  }
}

TEST(Dataset, refuses_a_rule_that_is_there_twice) {
  json bad = sample_dataset();
  json& rules = bad["policies"][0]["transfer"];
  rules.push_back(rules[0]);
  DiagnosticList findings;
  EXPECT_FALSE(read(bad, shipped_schema(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-duplicate-id"});
}

TEST(Dataset, a_lax_shipped_schema_lets_no_other_shape_through) {
  json schema = shipped_schema();
  schema["definitions"]["policy"]["properties"]["id"].erase("type");
  schema["definitions"]["policy"]["properties"]["id"].erase("pattern");
  json bad = sample_dataset();
  bad["policies"][0]["id"] = 7;
  DiagnosticList findings;
  EXPECT_FALSE(read(bad, schema, findings));
  EXPECT_FALSE(findings.empty());
}

}  // namespace
}  // namespace simrules::test
