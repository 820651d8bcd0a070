#include "model/query.h"

#include <utility>

#include "model/time/state.h"

namespace simrules {
namespace {

bool is_about(const Policy& policy, const Rule& rule, const Query& question) {
  return (question.topic.empty() || rule.topic == question.topic) &&
         (question.mechanism.empty() || rule.mechanism() == question.mechanism) &&
         (question.country.empty() || policy.countries().contains(question.country)) &&
         (question.policy.empty() || policy.id == question.policy);
}

/// Lists the rules of a state that say otherwise than those in force, or are not in force at all.
std::vector<Answer> differing(const Catalog& state, const Query& question, const Catalog& held) {
  std::vector<Answer> found;
  for (const Answer& answer : rules_about(state, question)) {
    const Policy* policy = held.find(answer.policy->id);
    const Rule* rule =
        policy == nullptr ? nullptr : find_rule(*policy, answer.rule->topic, answer.rule->id);
    if (rule == nullptr || !rule->says_same(*answer.rule)) found.push_back(answer);
  }
  return found;
}

}  // namespace

std::vector<Answer> rules_about(const Catalog& catalog, const Query& question) {
  std::vector<Answer> found;
  for (const Policy& policy : catalog.policies()) {
    for (const Rule& rule : policy.rules) {
      if (is_about(policy, rule, question)) found.push_back({&policy, &rule});
    }
  }
  return found;
}

Answers query(const Catalog& catalog,
              const PolicySchema& schema,
              const Query& question,
              const PartialDate& day) {
  constexpr PartialDate kEver{1, 1, 1};
  auto states = std::make_shared<const std::vector<Catalog>>(
      std::vector<Catalog>{state_on(catalog, schema, {day}),
                           state_on(catalog, schema, {day, true}),
                           state_on(catalog, schema, {day, false, kEver})});
  const Catalog& held = states->at(0);
  Answers answers{day,
                  rules_about(held, question),
                  differing(states->at(1), question, held),
                  differing(states->at(2), question, held)};
  answers.states = std::move(states);
  return answers;
}

}  // namespace simrules
