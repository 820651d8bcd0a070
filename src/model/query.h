#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/catalog.h"
#include "model/question.h"
#include "schema/schema.h"

namespace simrules {

/// What a question asks for; an empty member asks for everything, several words for any of them.
/// Shape: `to` is a country that the brand's subscribers travel to, `served` one that its plans are
///        meant for; `questions` are ids of questions of travellers; `hidden` are the verdicts that are
///        left out.
struct Query {
  std::string country;
  std::string topic;
  std::string policy;
  std::vector<std::string> mechanisms = {};
  std::vector<std::string> plans = {};
  std::vector<std::string> kinds = {};
  std::vector<std::string> verdicts = {};
  std::vector<std::string> recipients = {};
  std::vector<std::string> confidences = {};
  std::string to = {};
  std::string served = {};
  std::vector<std::string> questions = {};
  std::vector<std::string> hidden = {};
};

/// A member of a question that takes words of a list, and that list.
struct QueryWords {
  const char* name;
  std::vector<std::string> Query::*member;
  std::vector<std::string> words;
};

/// Lists the members of a question that take words, with the words of a catalog and its schema.
std::vector<QueryWords> query_words(const Catalog& catalog, const PolicySchema& schema);

/// Lists what people call a policy: its id, its brand, its names in every language, its former ids.
std::vector<std::string> names_of(const Policy& policy);

/// One rule that answers a question.
struct Answer {
  const Policy* policy = nullptr;
  const Rule* rule = nullptr;
};

/// Tells whether an answer is that nobody knows.
bool is_unknown(const Answer& answer);

/// What a brand answers to a question of travellers.
struct BrandAnswer {
  const Policy* policy = nullptr;
  const TopicQuestion* question = nullptr;
  QuestionAnswer answer;
};

/// The rules that answer a question for a day, by policy id and in the order of the file.
/// Shape: `in_force` says what holds; `possible` has, once more, the rules of which the dates leave
///        open what they say on the day, with the other terms that may hold; `announced` are those
///        that were made known by the day and begin later, with the terms to come; `ended` are over
///        by the day; `questions` has what each brand answers to the questions that were asked, and
///        looks at the schema, too. `ended` looks at the catalog, all others at `states`.
struct Answers {
  PartialDate day;
  std::vector<Answer> in_force = {};
  std::vector<Answer> possible = {};
  std::vector<Answer> announced = {};
  std::vector<Answer> ended = {};
  std::vector<BrandAnswer> questions = {};
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
