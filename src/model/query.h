#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// What a question asks for; an empty member asks for everything.
struct Query {
  std::string country;
  std::string topic;
  std::string policy;
  std::string mechanism;
};

/// One rule that answers a question.
struct Answer {
  const Policy* policy = nullptr;
  const Rule* rule = nullptr;
};

/// The rules that answer a question for a day, by policy id and in the order of the file.
/// Shape: `in_force` says what holds; `possible` has, once more, the rules of which the dates leave
///        open what they say on the day, with the other terms that may hold; `announced` are those
///        that were made known by the day and begin later, with the terms to come. All of them look
///        at `states`.
struct Answers {
  PartialDate day;
  std::vector<Answer> in_force = {};
  std::vector<Answer> possible = {};
  std::vector<Answer> announced = {};
  std::shared_ptr<const std::vector<Catalog>> states = nullptr;
};

/// Lists the rules of a catalog that a question is about, whatever day they hold on.
std::vector<Answer> rules_about(const Catalog& catalog, const Query& question);

/// Answers a question for a day.
Answers query(const Catalog& catalog,
              const PolicySchema& schema,
              const Query& question,
              const PartialDate& day);

}  // namespace simrules
