#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "diff/diff.h"
#include "model/catalog.h"
#include "schema/schema.h"
#include "support/policy_schema.h"

namespace simrules {

inline const FieldSpec& policy_spec() { return policy_schema().root(); }

/// Makes a policy of a dataset's entry, conforming or not: the walk must not depend on it.
inline Policy policy_of(nlohmann::json value) {
  return make_policy(std::move(value), "dataset.json", "", {"transfer", "roaming", "tethering"});
}

/// Compares two versions of a policy.
inline Differences differences_between(const nlohmann::json& base, const nlohmann::json& head) {
  return diff(policy_of(base), policy_spec(), policy_of(head), policy_spec());
}

/// Lists the facts in which two versions of a policy differ, sorted by pointer.
inline std::vector<Change> changes_between(const Policy& base,
                                           const FieldSpec& base_spec,
                                           const Policy& head,
                                           const FieldSpec& head_spec) {
  return diff(base, base_spec, head, head_spec).changes;
}

inline std::vector<Change> changes_between(const nlohmann::json& base, const nlohmann::json& head) {
  return differences_between(base, head).changes;
}

/// Returns a policy with a rule in each topic.
inline nlohmann::json sample_policy() {
  return nlohmann::json::parse(R"({
    "schema_version": 1, "id": "jp/brand", "name": {"en": "Brand", "ja": "ブランド"},
    "kind": "mno", "lifecycle": "active", "countries": ["JP"], "currency": "JPY",
    "networks": [{"id": "own", "role": "own", "plmn": ["440-50", "440-51"]}],
    "plans": [
      {"id": "small", "name": {"en": "Small"},
       "allowance": {"amount": {"value": 20, "unit": "GB"}}},
      {"id": "large", "name": {"en": "Large"},
       "allowance": {"amount": {"value": 100, "unit": "GB"}}}],
    "transfer": [{
      "id": "data-gift", "mechanism": "gift_allowance", "name": {"en": "Data Gift"},
      "plans": ["small"], "verdict": "conditional", "recipients": "family_group",
      "amount": {"step": {"value": 500, "unit": "MB"}, "max": "unpublished"},
      "fees": [{"id": "shop", "charge": "transfer", "price": 3850, "currency": "JPY",
                "tax": "included", "per": "once"}],
      "conditions": ["option_required", "combined_billing"],
      "evidence": [{"source": "page", "stance": "supports", "claim": {"en": "It works."}}],
      "revision": {"date": "2026-11-01", "cause": "initial"}}],
    "roaming": [{
      "id": "pass", "mechanism": "day_pass", "plans": "all", "verdict": "allowed",
      "allowance": "plan_allowance",
      "limits": [{"id": "daily", "metric": "data", "max": {"value": 3, "unit": "GB"},
                  "window": {"length": {"value": 1, "unit": "day"}, "basis": "rolling"},
                  "on_exceed": {"behavior": "throttled",
                                "speed": {"value": 1, "unit": "Mbit/s"}}}],
      "effective": {"from": "2024-10-01"},
      "revision": {"date": "2026-11-01", "cause": "initial"}}],
    "tethering": [{
      "id": "hotspot", "mechanism": "hotspot", "plans": ["small", "large"], "verdict": "allowed",
      "allowance": "plan_allowance",
      "revision": {"date": "2026-11-01", "cause": "initial"}}],
    "sources": [{"id": "page", "publisher": "Brand", "tier": "official", "language": "en",
                 "accessed": "2026-11-01"}]
  })");
}

}  // namespace simrules
