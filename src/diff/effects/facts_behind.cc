#include "diff/effects/facts_behind.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/pointer.h"
#include "diff/effects/effect.h"

namespace simrules {
namespace {

std::string pointer_of(const Rule& rule) {
  return pointer_join(pointer_join("", rule.topic), rule.id);
}

/// Tells whether one pointer leads to another, or into it.
bool is_at_or_in(std::string_view pointer, std::string_view around) {
  return pointer.starts_with(around) &&
         (pointer.size() == around.size() || pointer[around.size()] == '/');
}

bool is_near(std::string_view a, std::string_view b) {
  return is_at_or_in(a, b) || is_at_or_in(b, a);
}

/// Tells whether a fact is a rule as a whole, or one of the scopes of a rule.
bool is_scope_of(const Change& fact, const Rule& rule, const FieldSpec& policy) {
  const std::string at = pointer_of(rule);
  if (!is_at_or_in(fact.pointer, at)) return false;
  const std::vector<std::string> tokens = pointer_split(fact.pointer);
  constexpr std::size_t kField = 2;
  if (tokens.size() <= kField) return true;
  const FieldSpec* field = rule_spec(policy, rule.topic)->member(tokens[kField]);
  return field != nullptr && is_axis(field->scope);
}

/// Tells whether a fact of a plan or a zone is one that a subscriber notices: it is of the own plan,
/// or the own place is on one side of a list of countries alone.
bool moves(const Change& fact, const Subscriber& subscriber) {
  const std::string plan =
      pointer_join(pointer_join("", kPlanList), std::string(subscriber.on(Axis::kPlan)));
  if (is_at_or_in(fact.pointer, plan)) return true;
  const std::string_view place = subscriber.on(Axis::kPlace);
  return WordList(&fact.before).contains(place) != WordList(&fact.after).contains(place);
}

/// Tells whether a word of a rule stands for what a fact of a plan says: their values are the same.
bool tells_of(const Change& fact, const std::vector<Change>& terms) {
  return std::ranges::any_of(terms, [&](const Change& term) {
    return term.before == fact.before && term.after == fact.after;
  });
}

}  // namespace

FactsBehind::FactsBehind(const std::vector<Change>& facts) {
  for (const Change& fact : facts) {
    if (!is_substance(fact)) continue;
    const std::string list =
        pointer_split(fact.pointer).empty() ? "" : pointer_split(fact.pointer)[0];
    if (!fact.rule.empty()) facts_.push_back(&fact);
    if (list == kPlanList || list == kZoneList) shared_.push_back(&fact);
  }
}

std::map<std::string, Impact> FactsBehind::of(const std::vector<Change>& terms,
                                              const RulePair& pair,
                                              const Subscriber& subscriber,
                                              const PolicySides& sides) const {
  std::map<std::string, Impact> found;
  if (terms.empty()) return found;
  const std::string answering = pointer_of(pair.answering());
  const bool has_moved =
      pair.base == nullptr || pair.head == nullptr || pair.base->id != pair.head->id;
  const Impact net = net_impact(terms);
  for (const Rule* rule : {pair.base, pair.head}) {
    if (rule == nullptr) continue;
    const std::string at = pointer_of(*rule);
    for (const Change* fact : facts_) {
      if (!is_at_or_in(fact->pointer, at)) continue;
      std::vector<Change> near;
      std::ranges::copy_if(terms, std::back_inserter(near), [&](const Change& term) {
        const std::string place = at + term.pointer.substr(answering.size());
        // A rule that came or went as a whole says nothing of its fields.
        return place == at ? fact->pointer == at : is_near(fact->pointer, place);
      });
      if (!near.empty()) {
        found.emplace(fact->fingerprint, net_impact(near));
      } else if (has_moved && is_scope_of(*fact, *rule, sides.head.spec)) {
        found.emplace(fact->fingerprint, net);
      }
    }
  }
  if (!found.empty()) return found;
  for (const Change* fact : shared_) {
    if (moves(*fact, subscriber) && tells_of(*fact, terms)) found.emplace(fact->fingerprint, net);
  }
  if (!found.empty()) return found;
  for (const Change* fact : shared_) {
    if (moves(*fact, subscriber)) found.emplace(fact->fingerprint, net);
  }
  if (!found.empty()) return found;
  for (const Change* fact : shared_) found.emplace(fact->fingerprint, net);
  return found;
}

bool FactsBehind::touches(const RuleGroup& group) const {
  if (!shared_.empty()) return true;
  const auto has_fact = [&](const Rule* rule) {
    return std::ranges::any_of(facts_, [&](const Change* fact) {
      return fact->topic == rule->topic && fact->rule == rule->id;
    });
  };
  return std::ranges::any_of(group.base, has_fact) || std::ranges::any_of(group.head, has_fact);
}

}  // namespace simrules
