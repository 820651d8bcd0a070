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

/// Tells how a rule stands on the day of the question; nothing where it does not answer it.
std::optional<Standing> standing_of(const json& rule, const Query& question) {
  if (!question.as_of || holds_on(rule, *question.as_of)) return Standing::kInForce;
  return is_announced_by(rule, *question.as_of) ? std::optional(Standing::kAnnounced)
                                                : std::nullopt;
}

}  // namespace

const char* to_string(Standing standing) {
  return standing == Standing::kAnnounced ? "announced" : "in_force";
}

std::vector<Answer> query(const Catalog& catalog, const Query& question) {
  std::vector<Answer> found;
  for (const Policy& policy : catalog.policies()) {
    for (const Rule& rule : policy.rules) {
      if (!answers(policy, rule, question)) continue;
      const auto standing = standing_of(*rule.value, question);
      if (standing) found.push_back({&policy, &rule, *standing});
    }
  }
  return found;
}

}  // namespace simrules
