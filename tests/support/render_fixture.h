#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/json_reader.h"
#include "model/catalog.h"
#include "schema/schema.h"
#include "support/source_dir.h"

namespace simrules {

/// Reads a schema of the repository.
inline Document read_test_schema(const std::string& name) {
  std::ifstream file(std::string(kSourceDir) + "/schemas/" + name);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  DiagnosticList problems;
  auto document = read_json(name, std::move(text), kSchemaLimits, problems);
  if (!document) throw std::runtime_error(name + " cannot be read");
  return *std::move(document);
}

/// The real policy schema: what reports say of real fields is what the tests are about.
inline const PolicySchema& test_schema() {
  static const PolicySchema schema = [] {
    DiagnosticList problems;
    const auto vocabulary = Schema::load(read_test_schema("vocabulary.schema.json"), problems);
    if (!vocabulary) throw std::runtime_error("vocabulary.schema.json does not load");
    auto loaded = PolicySchema::load(read_test_schema("policy.schema.json"), *vocabulary, problems);
    if (!loaded) throw std::runtime_error("policy.schema.json does not load");
    return *std::move(loaded);
  }();
  return schema;
}

/// A policy with one rule of each verdict that reports are about.
inline nlohmann::json test_policy() {
  return nlohmann::json::parse(R"({
    "schema_version": 1, "id": "jp/sample", "name": {"en": "Sample", "ja": "サンプル"},
    "countries": ["JP"], "currency": "JPY",
    "transfer": [
      {"id": "data-gift", "mechanism": "gift_allowance",
       "name": {"en": "Data Gift", "ja": "データギフト"},
       "plans": "all", "verdict": "conditional", "recipients": "family_group",
       "conditions": ["option_required", "combined_billing"],
       "fees": [{"id": "shop", "charge": "transfer", "price": 3850, "currency": "JPY",
                 "tax": "included", "per": "once", "channels": ["store", "phone"]}],
       "reasons": [{"kind": "business_model", "evidence": [
         {"source": "article", "stance": "supports", "claim": {"en": "They want to sell."}}]}],
       "evidence": [
         {"source": "gift-page", "stance": "supports",
          "claim": {"en": "Family lines can receive data.", "ja": "家族に贈れる。"}},
         {"source": "article", "stance": "contradicts", "claim": {"en": "Nobody can."}}],
       "revision": {"date": "2026-11-22", "cause": "initial"}},
      {"id": "pool", "mechanism": "pool", "plans": "all", "verdict": "not_offered",
       "recipients": "own_lines",
       "evidence": [{"source": "gift-page", "stance": "supports",
                     "claim": {"en": "There is no pool."}}],
       "revision": {"date": "2026-11-22", "cause": "initial"}}],
    "roaming": [{"id": "none", "mechanism": "data_roaming", "plans": "all", "verdict": "unknown",
                 "revision": {"date": "2026-11-22", "cause": "initial"}}],
    "tethering": [],
    "alternatives": [{"kind": "public_wifi", "evidence": [
      {"source": "article", "stance": "supports", "claim": {"en": "Use Wi-Fi."}}]}],
    "sources": [
      {"id": "gift-page", "url": "https://example.com/gift", "publisher": "Example",
       "tier": "official", "language": "ja", "accessed": "2026-11-20"},
      {"id": "article", "title": {"en": "An article"}, "publisher": "Somebody",
       "tier": "article", "language": "zh", "accessed": "2026-11-21"}]
  })");
}

inline Policy make_test_policy(nlohmann::json value) {
  const auto id = value.at("id").get<std::string>();
  return make_policy(
      std::move(value), "policies/" + id + ".yaml", std::string(64, '0'), test_schema().topics());
}

inline Catalog make_test_catalog(nlohmann::json value) {
  std::vector<Policy> policies;
  policies.push_back(make_test_policy(std::move(value)));
  return Catalog(std::move(policies));
}

}  // namespace simrules
