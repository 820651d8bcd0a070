#include "model/query.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/time/state.h"
#include "model/time/timeline.h"

namespace simrules {
namespace {

constexpr std::string_view kUnknown = "unknown";

using Words = std::vector<std::string>;

/// Tells whether a word is among those that are asked for; all are if none is.
bool is_asked(const Words& asked, std::string_view word) {
  return asked.empty() || std::ranges::find(asked, word) != asked.end();
}

bool has_recipients(const Rule& rule, const Words& asked) {
  const nlohmann::json& recipients = rule.recipients().raw();
  return asked.empty() || std::ranges::any_of(asked, [&](const std::string& word) {
           return recipients == word ||
                  (recipients.is_array() &&
                   std::count(recipients.begin(), recipients.end(), word) > 0);
         });
}

bool has_plan(const Policy& policy, const Rule& rule, const Words& asked) {
  const auto covered = covered_plans(rule, policy);
  return asked.empty() || std::ranges::any_of(asked, [&](const std::string& plan) {
           return std::ranges::find(covered, plan) != covered.end();
         });
}

/// Tells whether a rule is about being in a country; one that names no zones is about all of them.
/// Shape: `written` is the policy as it was written, which lists the countries of a zone whatever the
///        day: when they came is rarely known.
bool leads_to(const Policy& written, const Rule& rule, const std::string& country) {
  if (country.empty()) return true;
  if (rule.topic != "roaming") return false;
  const WordList zones = rule.zones();
  if (zones.empty()) return true;
  for (const std::string_view id : zones) {
    const auto countries = countries_of(written.find_zone(id), written);
    if (countries && std::ranges::find(*countries, country) != countries->end()) return true;
  }
  return false;
}

bool is_about(const Policy& policy, const Query& question) {
  return (question.country.empty() || policy.countries().contains(question.country)) &&
         (question.served.empty() || policy.serves(question.served)) &&
         (question.policy.empty() || policy.id == question.policy) &&
         is_asked(question.kinds, policy.kind());
}

/// What rules are looked for.
/// Shape: `written` are the policies as their authors wrote them; `questions` are those that are asked.
struct Search {
  const Query& query;
  const Catalog& written;
  std::vector<const TopicQuestion*> questions = {};

  bool wants(const Policy& policy, const Rule& rule) const {
    const Policy* as_written = written.find(policy.id);
    return is_about(policy, query) && (query.topic.empty() || rule.topic == query.topic) &&
           is_asked(query.mechanisms, rule.mechanism()) &&
           is_asked(query.verdicts, rule.verdict()) &&
           is_asked(query.confidences, to_string(rule.confidence)) &&
           (query.hidden.empty() || !is_asked(query.hidden, rule.verdict())) &&
           has_recipients(rule, query.recipients) && has_plan(policy, rule, query.plans) &&
           leads_to(as_written == nullptr ? policy : *as_written, rule, query.to) &&
           (questions.empty() || std::ranges::any_of(questions, [&](const TopicQuestion* question) {
              return answers_question(rule, *question);
            }));
  }

  std::vector<Answer> rules_in(const Catalog& state) const {
    std::vector<Answer> found;
    for (const Policy& policy : state.policies()) {
      for (const Rule& rule : policy.rules) {
        if (wants(policy, rule)) found.push_back({&policy, &rule});
      }
    }
    return found;
  }

  /// Lists the rules of a state that say otherwise than those in force, or are not in force at all.
  std::vector<Answer> differing(const Catalog& state, const Catalog& held) const {
    std::vector<Answer> found;
    for (const Answer& answer : rules_in(state)) {
      const Policy* policy = held.find(answer.policy->id);
      const Rule* rule =
          policy == nullptr ? nullptr : find_rule(*policy, answer.rule->topic, answer.rule->id);
      if (rule == nullptr || !rule->says_same(*answer.rule)) found.push_back(answer);
    }
    return found;
  }
};

/// Adds the words of a field of the rules of every topic.
void add_words(const PolicySchema& schema, const char* field, Words& words) {
  for (const std::string& topic : schema.topics()) {
    const FieldSpec* section = schema.root().member(topic);
    const FieldSpec* spec =
        section == nullptr || !section->items ? nullptr : section->items->member(field);
    if (spec == nullptr) continue;
    const Words& known = spec->words.empty() && spec->items ? spec->items->words : spec->words;
    for (const std::string& word : known) {
      if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
  }
}

/// Tells whether a rule is over by a day, as its dates or its policy say.
bool ended_by(const Answer& answer, const PartialDate& day) {
  const auto until = answer.rule->effective().until();
  if (until) return is_before(last_day(*until), day);
  return answer.rule->has_ended() || answer.policy->has_ended();
}

/// Moves what is over out of what is in force, and adds what the state does not have any more.
void part_ended(const Search& search, Answers& answers) {
  std::erase_if(answers.in_force,
                [&](const Answer& answer) { return ended_by(answer, answers.day); });
  for (const Answer& answer : search.rules_in(search.written)) {
    if (ended_by(answer, answers.day)) answers.ended.push_back(answer);
  }
}

/// Answers the questions of travellers for each policy that is asked for.
void answer_questions(const Search& search, const Catalog& held, Answers& answers) {
  for (const Policy& policy : held.policies()) {
    if (!is_about(policy, search.query)) continue;
    for (const TopicQuestion* question : search.questions)
      answers.questions.push_back({&policy, question, answer_question(policy, *question)});
  }
}

}  // namespace

std::vector<std::string> names_of(const Policy& policy) {
  std::vector<std::string> names = {policy.id, policy.id.substr(policy.id.find('/') + 1)};
  for (const auto& [language, name] : policy.name().raw().items()) names.push_back(name);
  for (const std::string_view former : policy.formerly()) names.emplace_back(former);
  return names;
}

bool is_unknown(const Answer& answer) { return answer.rule->verdict() == kUnknown; }

std::vector<QueryWords> query_words(const Catalog& catalog, const PolicySchema& schema) {
  std::vector<QueryWords> all = {{"mechanism", &Query::mechanisms, {}},
                                 {"plan", &Query::plans, {}},
                                 {"kind", &Query::kinds, {}},
                                 {"verdict", &Query::verdicts, {}},
                                 {"recipients", &Query::recipients, {}},
                                 {"confidence", &Query::confidences, {}},
                                 {"hide", &Query::hidden, {}},
                                 {"question", &Query::questions, {}}};
  add_words(schema, "mechanism", all[0].words);
  for (const Policy& policy : catalog.policies()) {
    for (const Plan& plan : policy.plans()) all[1].words.emplace_back(plan.id());
  }
  if (const FieldSpec* kind = schema.root().member("kind")) all[2].words = kind->words;
  add_words(schema, "verdict", all[3].words);
  add_words(schema, "recipients", all[4].words);
  for (const Confidence confidence : {Confidence::kUnverified,
                                      Confidence::kClaimed,
                                      Confidence::kDisputed,
                                      Confidence::kConfirmed}) {
    all[5].words.emplace_back(to_string(confidence));
  }
  all[6].words = all[3].words;
  for (const TopicQuestion& question : schema.questions()) all[7].words.push_back(question.id());
  return all;
}

std::vector<Answer> rules_about(const Catalog& catalog, const Query& question) {
  return Search{question, catalog}.rules_in(catalog);
}

Answers query(const Catalog& catalog,
              const PolicySchema& schema,
              const Query& question,
              const PartialDate& day) {
  auto states = std::make_shared<const std::vector<Catalog>>(
      std::vector<Catalog>{state_on(catalog, schema, {day}),
                           state_on(catalog, schema, {day, true}),
                           state_on(catalog, schema, {day, false, kEver})});
  const Catalog& held = states->at(0);
  Search search{question, catalog};
  for (const std::string& id : question.questions) {
    if (const TopicQuestion* asked = schema.find_question(id)) search.questions.push_back(asked);
  }
  Answers answers{day,
                  search.rules_in(held),
                  search.differing(states->at(1), held),
                  search.differing(states->at(2), held)};
  part_ended(search, answers);
  answer_questions(search, held, answers);
  answers.states = std::move(states);
  return answers;
}

}  // namespace simrules
