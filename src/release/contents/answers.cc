#include "release/contents/answers.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "release/contents/derived_name.h"

namespace simrules {
namespace {

using nlohmann::json;

json refs_of(const Policy& policy, const std::vector<const Rule*>& rules) {
  json refs = json::array();
  for (const Rule* rule : rules) refs.push_back(to_string(full_name(policy, *rule)));
  return refs;
}

}  // namespace

json answer_json(const Policy& policy, const QuestionAnswer& answer) {
  json by_plan = json::array();
  static const std::vector<PlanAnswer> kNone;
  for (const PlanAnswer& group : answer.groups.size() > 1 ? answer.groups : kNone) {
    by_plan.push_back({{"answer", to_string(group.word)},
                       {"plans", group.plans},
                       {"rules", refs_of(policy, group.rules)}});
  }
  return {{"answer", to_string(answer.word)},
          {derived_name::kConfidence, to_string(answer.confidence)},
          {"rules", refs_of(policy, answer.rules)},
          {"by_plan", std::move(by_plan)}};
}

json answers_json(const Policy* policy, const PolicySchema& schema) {
  static const Policy kNothing;
  const Policy& there = policy == nullptr ? kNothing : *policy;
  json answers = json::object();
  for (const TopicQuestion& question : schema.questions())
    answers[question.id()] = answer_json(there, answer_question(there, question));
  return answers;
}

}  // namespace simrules
