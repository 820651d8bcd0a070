#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "release/contents/dataset_schema.h"
#include "release/contents/json_text.h"
#include "release/release.h"
#include "support/render_fixture.h"

namespace simrules {

inline Schema load_test_schema(std::string text) {
  DiagnosticList problems;
  auto document = read_json("schema.json", std::move(text), kShippedSchemaLimits, problems);
  auto schema = document ? Schema::load(*std::move(document), problems) : std::nullopt;
  if (!schema) throw std::runtime_error("the schema does not load");
  return *std::move(schema);
}

/// A policy with two plans, one of which tells its allowance, and a rule of each kind of row.
inline nlohmann::json planned_policy() {
  return nlohmann::json::parse(R"({
    "schema_version": 1, "id": "jp/sample", "name": {"en": "Sample", "ja": "サンプル", "ko": "샘플"},
    "kind": "mno", "lifecycle": "active", "countries": ["JP", "US"], "currency": "JPY",
    "networks": [],
    "plans": [
      {"id": "small", "name": {"en": "Small"},
       "allowance": {"amount": {"value": 5, "unit": "GB"}}},
      {"id": "large", "name": {"en": "Large"}, "lifecycle": "closed_to_new"}],
    "transfer": [
      {"id": "none", "mechanism": "pool", "plans": ["large"], "except": ["large"],
       "verdict": "unknown", "revision": {"date": "2026-11-22", "cause": "initial"}}],
    "roaming": [
      {"id": "abroad", "mechanism": "data_roaming", "plans": "all", "verdict": "allowed",
       "services": ["data", "sms"], "allowance": "plan_allowance",
       "limits": [{"id": "both", "metric": "days", "max": 14},
                  {"id": "large", "metric": "days", "max": 30, "plans": ["large"]}],
       "fees": [{"id": "day", "charge": "use", "price": 980, "currency": "JPY", "tax": "included",
                 "per": {"value": 1, "unit": "day"},
                 "waiver": {"kind": "plan_benefit", "price": 0, "end": "none_known",
                            "plans": ["large"]}}],
       "evidence": [{"source": "page", "stance": "supports", "claim": {"en": "It works."}}],
       "revision": {"date": "2026-11-22", "cause": "initial"}}],
    "tethering": [
      {"id": "hotspot", "mechanism": "hotspot", "plans": "all", "except": ["small"],
       "verdict": "unknown", "revision": {"date": "2026-11-22", "cause": "initial"}}],
    "sources": [
      {"id": "page", "url": "https://example.com/page", "publisher": "Example",
       "tier": "official", "language": "ja", "accessed": "2026-11-20"}]
  })");
}

inline DatasetDescription describe_test_dataset(const PolicySchema& schema) {
  DiagnosticList problems;
  const auto envelope = Schema::load(read_test_schema("dataset.schema.json"), problems);
  auto description = describe_dataset(envelope.value(), schema, problems);
  if (!description) throw std::runtime_error("the dataset cannot be described");
  return std::move(*description);
}

/// Makes a release of policies, with the dataset and the schema that it ships.
inline ReleaseContent tables_of(const std::vector<nlohmann::json>& policies,
                                const PolicySchema& schema = test_schema()) {
  static const DatasetDescription real = describe_test_dataset(test_schema());
  std::vector<Policy> made;
  for (const nlohmann::json& policy : policies) {
    made.push_back(
        make_policy(policy, "policies/sample.yaml", std::string(64, '0'), schema.topics()));
  }
  Catalog catalog(std::move(made));
  DatasetDescription description = &schema == &test_schema() ? real : describe_test_dataset(schema);
  CurrentCatalog current = current_on(catalog, schema, *parse_date("2026-11-23"));
  nlohmann::json dataset =
      make_dataset({catalog, current, schema, description}, "2.0.0", "2026-11-23");
  Dataset head{.version = "2.0.0",
               .released = "2026-11-23",
               .sha256 = std::string(64, 'd'),
               .catalog = std::move(catalog),
               .schema = schema,
               .schema_text = {}};
  return {.version = "2.0.0",
          .released = "2026-11-23",
          .tool_version = "2.0.0",
          .plan = {},
          .previous = {},
          .head = std::move(head),
          .current = std::move(current),
          .differences = {},
          .base_origin = {},
          .head_origin = {},
          .description = std::move(description),
          .dataset = std::move(dataset),
          .kept = {}};
}

inline ReleaseContent tables_of(const nlohmann::json& policy,
                                const PolicySchema& schema = test_schema()) {
  return tables_of(std::vector<nlohmann::json>{policy}, schema);
}

/// The policy schema with one more field of rules about tethering.
inline PolicySchema schema_with_field(const std::string& name, const nlohmann::json& field) {
  // Topics are in the order of the text.
  auto schema = nlohmann::ordered_json::parse(read_test_schema("policy.schema.json").source.text());
  schema["definitions"]["tethering_rule"]["properties"][name] = field;
  return PolicySchema::from_checked(load_test_schema(schema.dump(2) + '\n'));
}

/// Reads CSV as RFC 4180 says; every cell must be in quotes and every line must end with CR LF.
inline std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.at(at) != '"') throw std::runtime_error("a cell without quotes");
    std::string cell;
    for (++at; text.compare(at, 2, "\"\"") == 0 || text.at(at) != '"'; ++at) {
      if (text[at] == '"') ++at;
      cell += text[at];
    }
    lines.back().push_back(std::move(cell));
    const bool is_end = text.compare(at + 1, 2, "\r\n") == 0;
    if (!is_end && text.at(at + 1) != ',') throw std::runtime_error("no end of a cell");
    at += is_end ? 3 : 2;
    if (is_end) lines.emplace_back();
  }
  if (!lines.back().empty()) throw std::runtime_error("the last line has no end");
  lines.pop_back();
  return lines;
}

}  // namespace simrules
