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
    if (written.find_zone(id).countries().contains(country)) return true;
  }
  return false;
}

bool is_about(const Policy& policy,
              const Rule& rule,
              const Query& question,
              const Policy& written) {
  return (question.topic.empty() || rule.topic == question.topic) &&
         (question.country.empty() || policy.countries().contains(question.country)) &&
         (question.policy.empty() || policy.id == question.policy) &&
         is_asked(question.mechanisms, rule.mechanism()) &&
         is_asked(question.kinds, policy.kind()) && is_asked(question.verdicts, rule.verdict()) &&
         is_asked(question.confidences, to_string(rule.confidence)) &&
         (question.hidden.empty() || !is_asked(question.hidden, rule.verdict())) &&
         has_recipients(rule, question.recipients) && has_plan(policy, rule, question.plans) &&
         leads_to(written, rule, question.to);
}

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
bool is_over(const Answer& answer, const PartialDate& day) {
  const auto until = answer.rule->effective().until();
  if (until) return is_before(last_day(*until), day);
  return answer.rule->has_ended() || answer.policy->has_ended();
}

/// Moves what is over out of what is in force, and adds what the state does not have any more.
void part_ended(const Catalog& catalog, const Query& question, Answers& answers) {
  std::erase_if(answers.in_force,
                [&](const Answer& answer) { return is_over(answer, answers.day); });
  for (const Answer& answer : rules_about(catalog, question)) {
    if (is_over(answer, answers.day)) answers.ended.push_back(answer);
  }
}

/// Lists the rules of a state of a catalog that a question is about.
std::vector<Answer> rules_in(const Catalog& state, const Query& question, const Catalog& written) {
  std::vector<Answer> found;
  for (const Policy& policy : state.policies()) {
    const Policy* as_written = written.find(policy.id);
    for (const Rule& rule : policy.rules) {
      if (is_about(policy, rule, question, as_written == nullptr ? policy : *as_written))
        found.push_back({&policy, &rule});
    }
  }
  return found;
}

/// Lists the rules of a state that say otherwise than those in force, or are not in force at all.
std::vector<Answer> differing(const Catalog& state,
                              const Query& question,
                              const Catalog& written,
                              const Catalog& held) {
  std::vector<Answer> found;
  for (const Answer& answer : rules_in(state, question, written)) {
    const Policy* policy = held.find(answer.policy->id);
    const Rule* rule =
        policy == nullptr ? nullptr : find_rule(*policy, answer.rule->topic, answer.rule->id);
    if (rule == nullptr || !rule->says_same(*answer.rule)) found.push_back(answer);
  }
  return found;
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
                                 {"hide", &Query::hidden, {}}};
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
  return all;
}

std::vector<Answer> rules_about(const Catalog& catalog, const Query& question) {
  return rules_in(catalog, question, catalog);
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
                  rules_in(held, question, catalog),
                  differing(states->at(1), question, catalog, held),
                  differing(states->at(2), question, catalog, held)};
  part_ended(catalog, question, answers);
  answers.states = std::move(states);
  return answers;
}

}  // namespace simrules
