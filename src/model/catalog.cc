#include "model/catalog.h"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"

namespace simrules {
namespace {

using nlohmann::json;

std::vector<Rule> rules_of(const json& policy, const PolicySchema& schema) {
  std::vector<Rule> rules;
  for (const std::string& topic : schema.topics()) {
    const auto section = policy.find(topic);
    if (section == policy.end()) continue;
    for (std::size_t i = 0; i < section->size(); ++i) {
      const json& rule = (*section)[i];
      rules.push_back({topic,
                       rule.value("id", ""),
                       pointer_join(pointer_join("", topic), i),
                       &rule,
                       derive_confidence(rule, policy)});
    }
  }
  return rules;
}

Policy assemble(std::shared_ptr<const json> value,
                std::string path,
                std::string sha256,
                const PolicySchema& schema) {
  Policy policy;
  policy.id = value->value("id", "");
  policy.path = std::move(path);
  policy.sha256 = std::move(sha256);
  policy.rules = rules_of(*value, schema);
  policy.value = std::move(value);
  return policy;
}

std::set<std::string> plan_ids(const json& policy) {
  std::set<std::string> ids;
  for (const json& plan : policy.value("plans", json::array())) ids.insert(plan.value("id", ""));
  return ids;
}

}  // namespace

Catalog::Catalog(std::vector<Policy> policies) : policies_(std::move(policies)) {
  std::sort(policies_.begin(), policies_.end(), [](const Policy& a, const Policy& b) {
    return std::tie(a.id, a.path) < std::tie(b.id, b.path);
  });
}

const Policy* Catalog::find(std::string_view id) const {
  const auto found = std::lower_bound(
      policies_.begin(), policies_.end(), id, [](const Policy& policy, std::string_view key) {
        return policy.id < key;
      });
  return found != policies_.end() && found->id == id ? &*found : nullptr;
}

const Rule* find_rule(const Policy& policy, std::string_view topic, std::string_view id) {
  const auto found = std::find_if(policy.rules.begin(), policy.rules.end(), [&](const Rule& rule) {
    return rule.topic == topic && rule.id == id;
  });
  return found == policy.rules.end() ? nullptr : &*found;
}

Policy make_policy(Document document, std::string sha256, const PolicySchema& schema) {
  auto shared = std::make_shared<const Document>(std::move(document));
  // The value lives inside the document: one owner keeps both.
  std::shared_ptr<const json> value(shared, &shared->value);
  Policy policy = assemble(std::move(value), shared->source.path(), std::move(sha256), schema);
  policy.document = std::move(shared);
  return policy;
}

Policy make_policy(json value, std::string path, std::string sha256, const PolicySchema& schema) {
  return assemble(
      std::make_shared<const json>(std::move(value)), std::move(path), std::move(sha256), schema);
}

std::vector<std::string> covered_plans(const json& rule, const json& policy) {
  std::set<std::string> plans;
  const auto named = rule.find("plans");
  if (named != rule.end() && named->is_array()) {
    for (const json& plan : *named) plans.insert(plan.get<std::string>());
  } else {
    plans = plan_ids(policy);
  }
  for (const json& plan : rule.value("except", json::array())) {
    plans.erase(plan.get<std::string>());
  }
  return {plans.begin(), plans.end()};
}

}  // namespace simrules
