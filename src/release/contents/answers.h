#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/question.h"

namespace simrules {

/// Writes what a brand answers to one question: `answer`, `confidence`, `rules` by reference, and
/// `by_plan` where plans differ.
nlohmann::json answer_json(const Policy& policy, const QuestionAnswer& answer);

/// Answers every question of travellers for a policy in the state of a day, by the id of the question.
/// Shape: a policy that is not there on the day (nullptr) answers nothing but that it is not known.
nlohmann::json answers_json(const Policy* policy, const PolicySchema& schema);

}  // namespace simrules
