#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// What a brand answers to a question of a traveller, the best first.
enum class AnswerWord {
  kAllowed,
  kConditional,
  kByPlan,
  kDisputed,
  kUnknown,
  kNotAllowed,
  kNotOffered
};

/// Returns the word of the dataset: `allowed`, `conditional`, `by_plan`, ...
const char* to_string(AnswerWord word);

/// Lists every answer, the best first.
const std::vector<AnswerWord>& all_answers();

/// What the subscribers of some plans are answered, and the rules that it rests on.
/// Shape: `plans` is empty where the policy lists none.
struct PlanAnswer {
  AnswerWord word = AnswerWord::kUnknown;
  std::vector<std::string_view> plans;
  std::vector<const Rule*> rules;
};

/// What a brand answers to a question, derived from its rules as confidence is from evidence.
/// Shape: `rules` are those that the answer rests on, in the order of the file; `groups` has one
///        entry for each answer that some plans get, the best first; the pointers live as long as the
///        policy.
struct QuestionAnswer {
  AnswerWord word = AnswerWord::kUnknown;
  Confidence confidence = Confidence::kUnverified;
  std::vector<const Rule*> rules;
  std::vector<PlanAnswer> groups;
};

/// Tells whether a rule is one of those that answer a question.
bool answers_question(const Rule& rule, const TopicQuestion& question);

/// Answers a question for a policy in the state of a day.
/// Shape: a plan gets the best that a rule of the question says of it. A rule whose sources contradict
///        each other says so (`disputed`), unless the carrier's own page or a regulator stands against
///        lesser sources alone. What is not known weighs more than what is denied, for what is denied is
///        one product and the question asks for any. Plans that are refused in different words are
///        refused; other different answers are `by_plan`.
QuestionAnswer answer_question(const Policy& policy, const TopicQuestion& question);

}  // namespace simrules
