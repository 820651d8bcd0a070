#include "model/query.h"

#include "model/effective.h"

namespace simrules {
namespace {

bool answers(const Policy& policy, const Rule& rule, const Query& question) {
  return (question.topic.empty() || rule.topic == question.topic) &&
         (question.mechanism.empty() || rule.mechanism() == question.mechanism) &&
         (question.country.empty() || policy.countries().contains(question.country)) &&
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
      if (!day || holds_on(rule, *day)) {
        found.in_force.push_back({&policy, &rule});
      } else if (is_announced_by(rule, *day)) {
        found.announced.push_back({&policy, &rule});
      }
    }
  }
  return found;
}

}  // namespace simrules
