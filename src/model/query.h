#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/catalog.h"

namespace simrules {

/// What a question asks for; an empty member asks for everything.
struct Query {
  std::string country;
  std::string topic;
  std::string policy;
  std::string mechanism;
  std::optional<PartialDate> as_of;
};

/// One rule that answers a question.
struct Answer {
  const Policy* policy = nullptr;
  const Rule* rule = nullptr;
};

/// The rules that answer a question, by policy id and in the order of the file.
/// Shape: `announced` are those that were made known by the day of the question and begin to hold
///        later; empty for a question without a day, like `day` itself.
struct Answers {
  std::vector<Answer> in_force;
  std::vector<Answer> announced;
  std::optional<PartialDate> day = {};
};

/// Finds the rules that answer a question.
/// Shape: a rule without dates holds on every day.
Answers query(const Catalog& catalog, const Query& question);

}  // namespace simrules
