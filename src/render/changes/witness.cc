#include "render/changes/witness.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/change_ids.h"
#include "diff/compare/renames.h"
#include "schema/spec/find_field.h"
#include "wording/change.h"
#include "wording/clause.h"
#include "wording/effect.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// More of them are a report of their own.
constexpr std::size_t kTerms = 3;

/// Tells whether a fact tells a term already: the same values, or the same thing that came or went.
bool tells(const Change& fact, const Change& term) {
  const bool is_presence = term.before.is_null() != term.after.is_null();
  const bool same_presence = fact.before.is_null() == term.before.is_null() &&
                             fact.after.is_null() == term.after.is_null();
  if (is_presence && fact.pointer == term.pointer) return same_presence;
  return fact.before == term.before && fact.after == term.after;
}

/// Tells whether a term only dates what the rest of them says.
bool is_date(const Change& term, const ChangeContext& context) {
  const FieldSpec* spec = find_field(context.schema.root(), term.pointer);
  return spec != nullptr && (spec->format.ends_with("date") || spec->name == "effective");
}

/// Lists the terms of an effect that no fact in its own rule or behind it tells, the weightiest first.
std::vector<const Change*> untold_terms(const Effect& effect,
                                        const Differences& differences,
                                        const ChangeContext& context) {
  std::vector<const Change*> untold;
  for (const Change& term : effect.terms) {
    const bool is_told = std::ranges::any_of(differences.changes, [&](const Change& fact) {
      const bool is_near = (fact.topic == effect.topic && fact.rule == effect.rule) ||
                           effect.changes.contains(fact.fingerprint);
      return fact.policy == effect.policy && is_near && tells(fact, term);
    });
    if (!is_told && !is_date(term, context)) untold.push_back(&term);
  }
  std::ranges::stable_sort(untold, {}, [](const Change* term) { return term->impact; });
  return untold;
}

/// Tells whether a change says for whom something is, or brings or takes a whole rule: what that does
/// is in no sentence about it.
bool leaves_open(const Change& change, const ChangeContext& context) {
  if (!is_substance(change) || is_rename(change)) return false;
  if (is_whole_rule(change)) return true;
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  const bool is_list = change.before.is_array() && change.after.is_array();
  return is_list || (spec != nullptr && spec->scope != Scope::kNone) ||
         (spec != nullptr && !spec->plan_values.empty());
}

/// Leaves of a subscriber what the change tells apart; all of it where a whole rule came or went.
Effect seen_from(const Change& change, const Effect& effect, const ChangeContext& context) {
  Effect seen = effect;
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  const Scope scope = spec == nullptr ? Scope::kNone : spec->scope;
  const bool is_of_plans = scope == Scope::kPlans || scope == Scope::kExcept ||
                           (spec != nullptr && !spec->plan_values.empty());
  const bool is_of_places = scope == Scope::kZones || scope == Scope::kPlace ||
                            pointer_split(change.pointer).front() == kZoneList;
  const bool is_of_services = scope == Scope::kServices;
  if (!is_of_plans && !is_of_places && !is_of_services) return seen;
  if (!is_of_plans) seen.first.plans.clear();
  if (!is_of_places) seen.first.places.clear();
  if (!is_of_services) seen.first.services.clear();
  return seen;
}

/// Says of a whole rule only what it allows.
Change shortened(Change term) {
  if (!is_whole_rule(term)) return term;
  for (json* side : {&term.before, &term.after}) {
    if (!side->is_object() || !side->contains(field::kVerdict)) continue;
    json verdict = json::object();
    verdict[field::kVerdict] = (*side)[field::kVerdict];
    *side = std::move(verdict);
  }
  return term;
}

/// Names the rule that a change beside the rules moves, before one whom it concerns there.
std::string rule_of(const Effect& effect, const ChangeContext& context) {
  const Policy* policy = context.head.find(effect.policy);
  const Rule* rule = policy == nullptr ? nullptr : find_rule(*policy, effect.topic, effect.rule);
  return rule == nullptr ? effect.rule : rule_phrase({context.schema, context.language}, *rule);
}

std::string sentence_of(const Change& change,
                        const Effect& effect,
                        const std::vector<const Change*>& terms,
                        const ChangeContext& context) {
  std::string whom = subscriber_phrase(seen_from(change, effect, context), context);
  if (whom.empty()) return "";
  const Phrasing phrasing{context.schema, context.language};
  if (change.rule.empty()) whom += phrasing.phrase("comma") + rule_of(effect, context);
  std::string statements;
  for (std::size_t i = 0; i < std::min(kTerms, terms.size()); ++i) {
    statements += (i == 0 ? "" : phrasing.phrase("term_joiner")) +
                  change_statement(shortened(*terms[i]), context, Setting::kBelowHeading);
  }
  return fill_message(
      context.words(), "report", "witness", {{"subscriber", whom}, {"statements", statements}});
}

}  // namespace

std::string witness_sentence(const Change& change,
                             const Differences& differences,
                             const ChangeContext& context) {
  if (!leaves_open(change, context)) return "";
  std::vector<const Effect*> effects;
  for (const Effect& effect : differences.effects) {
    const bool is_own =
        change.rule.empty() || (effect.topic == change.topic && effect.rule == change.rule);
    if (!effect.rule.empty() && is_own && effect.changes.contains(change.fingerprint))
      effects.push_back(&effect);
  }
  std::ranges::stable_sort(effects, {}, [](const Effect* effect) { return effect->impact; });
  for (const Effect* effect : effects) {
    const auto terms = untold_terms(*effect, differences, context);
    std::string sentence = terms.empty() ? "" : sentence_of(change, *effect, terms, context);
    if (!sentence.empty()) return sentence;
  }
  return "";
}

}  // namespace simrules
