#include "model/query.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "model/effective.h"

namespace simrules {
namespace {

using nlohmann::json;

bool is_in_country(const json& policy, const std::string& country) {
  const json countries = policy.value("countries", json::array());
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

bool answers(const Policy& policy, const Rule& rule, const Query& question) {
  return (question.topic.empty() || rule.topic == question.topic) &&
         (question.mechanism.empty() || rule.value->value("mechanism", "") == question.mechanism) &&
         (question.country.empty() || is_in_country(*policy.value, question.country)) &&
         (question.policy.empty() || policy.id == question.policy);
}

}  // namespace

Answers query(const Catalog& catalog, const Query& question) {
  Answers found;
  const auto& day = question.as_of;
  found.day = day;
  for (const Policy& policy : catalog.policies()) {
    for (const Rule& rule : policy.rules) {
      if (!answers(policy, rule, question)) continue;
      if (!day || holds_on(*rule.value, *day)) {
        found.in_force.push_back({&policy, &rule});
      } else if (is_announced_by(*rule.value, *day)) {
        found.announced.push_back({&policy, &rule});
      }
    }
  }
  return found;
}

}  // namespace simrules
