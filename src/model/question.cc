#include "model/question.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"

namespace simrules {
namespace {

/// The answers by name, the best first.
constexpr std::array<std::pair<AnswerWord, const char*>, 7> kWords = {
    {{AnswerWord::kAllowed, "allowed"},
     {AnswerWord::kConditional, "conditional"},
     {AnswerWord::kByPlan, "by_plan"},
     {AnswerWord::kDisputed, "disputed"},
     {AnswerWord::kUnknown, "unknown"},
     {AnswerWord::kNotAllowed, "not_allowed"},
     {AnswerWord::kNotOffered, "not_offered"}}};

AnswerWord word_of(std::string_view verdict) {
  for (const auto& [word, name] : kWords) {
    if (verdict == name) return word;
  }
  return AnswerWord::kUnknown;
}

bool is_refusal(AnswerWord word) {
  return word == AnswerWord::kNotAllowed || word == AnswerWord::kNotOffered;
}

AnswerWord answer_of(const Rule& rule, const Policy& policy) {
  const AnswerWord word = word_of(rule.verdict());
  const bool is_open = word != AnswerWord::kUnknown && rule.confidence == Confidence::kDisputed &&
                       !is_upheld(rule.evidence(), policy);
  return is_open ? AnswerWord::kDisputed : word;
}

/// Lists the rules of a policy that a question is about.
std::vector<const Rule*> rules_of(const Policy& policy, const TopicQuestion& question) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : policy.rules) {
    if (answers_question(rule, question)) rules.push_back(&rule);
  }
  return rules;
}

/// Returns what the subscribers of a plan get of some rules.
PlanAnswer best_of(const std::vector<const Rule*>& rules, const Policy& policy) {
  PlanAnswer best;
  for (const Rule* rule : rules) {
    const AnswerWord word = answer_of(*rule, policy);
    const bool is_better = best.rules.empty() || word < best.word;
    if (is_better && !(is_refusal(word) && is_refusal(best.word))) best.rules.clear();
    if (is_better) best.word = word;
    const bool counts = word == best.word || (is_refusal(word) && is_refusal(best.word));
    if (counts) best.rules.push_back(rule);
  }
  return best;
}

/// Returns what each plan is answered, those with one answer together.
std::vector<PlanAnswer> group_plans(const std::vector<const Rule*>& rules, const Policy& policy) {
  std::map<AnswerWord, PlanAnswer> groups;
  const auto add = [&](std::string_view plan, const std::vector<const Rule*>& covering) {
    PlanAnswer best = best_of(covering, policy);
    PlanAnswer& group = groups[best.word];
    group.word = best.word;
    if (!plan.empty()) group.plans.push_back(plan);
    for (const Rule* rule : best.rules) {
      if (std::ranges::count(group.rules, rule) == 0) group.rules.push_back(rule);
    }
  };
  for (const Plan& plan : policy.plans()) {
    std::vector<const Rule*> covering;
    for (const Rule* rule : rules) {
      const auto covered = covered_plans(*rule, policy);
      if (std::ranges::count(covered, plan.id()) > 0) covering.push_back(rule);
    }
    add(plan.id(), covering);
  }
  if (policy.plans().empty()) add("", rules);
  std::vector<PlanAnswer> list;
  list.reserve(groups.size());
  for (auto& [word, group] : groups) list.push_back(std::move(group));
  return list;
}

AnswerWord common_word(const std::vector<PlanAnswer>& groups) {
  if (groups.empty()) return AnswerWord::kUnknown;
  const bool is_refused =
      std::ranges::all_of(groups, [](const PlanAnswer& group) { return is_refusal(group.word); });
  return groups.size() == 1 || is_refused ? groups.front().word : AnswerWord::kByPlan;
}

/// Returns how sure an answer is: that something can be had is as sure as its surest rule, that it
/// cannot as the least sure one.
Confidence confidence_of(AnswerWord word, const std::vector<const Rule*>& rules) {
  if (rules.empty()) return Confidence::kUnverified;
  const auto [least, most] =
      std::ranges::minmax(rules, {}, [](const Rule* rule) { return rule->confidence; });
  return is_refusal(word) ? least->confidence : most->confidence;
}

}  // namespace

const char* to_string(AnswerWord word) {
  return std::ranges::find(kWords, word, &std::pair<AnswerWord, const char*>::first)->second;
}

const std::vector<AnswerWord>& all_answers() {
  static const std::vector<AnswerWord> kAll = [] {
    std::vector<AnswerWord> all;
    all.reserve(std::size(kWords));
    for (const auto& [word, name] : kWords) all.push_back(word);
    return all;
  }();
  return kAll;
}

bool answers_question(const Rule& rule, const TopicQuestion& question) {
  if (rule.topic != question.topic) return false;
  const auto word = text_at(rule.raw(), question.field->name);
  return std::ranges::count(question.question.words, word) > 0;
}

QuestionAnswer answer_question(const Policy& policy, const TopicQuestion& question) {
  const std::vector<const Rule*> rules = rules_of(policy, question);
  QuestionAnswer answer;
  answer.groups = group_plans(rules, policy);
  answer.word = common_word(answer.groups);
  for (const Rule* rule : rules) {
    const bool counts = std::ranges::any_of(answer.groups, [&](const PlanAnswer& group) {
      return std::ranges::count(group.rules, rule) > 0;
    });
    if (counts) answer.rules.push_back(rule);
  }
  answer.confidence = confidence_of(answer.word, answer.rules);
  return answer;
}

}  // namespace simrules
