#include "diff/effects/effects.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "diff/effects/past.h"
#include "diff/effects/rule_effects.h"
#include "schema/spec/find_field.h"

namespace simrules {
namespace {

/// Tells whether a change says for whom something is: what that does is told by the rules that it
/// moves.
bool is_scope(const Change& change, const FieldSpec& policy) {
  const FieldSpec* field = find_field(policy, change.pointer);
  return field != nullptr && is_axis(field->scope) && !change.before.is_null() &&
         !change.after.is_null();
}

std::vector<Effect> effects_beside_rules(const PolicyPair& pair,
                                         const std::vector<Change>& changes) {
  std::vector<Effect> effects;
  for (const Change& change : changes) {
    const bool is_told_there = !change.rule.empty() || is_of_past(change, pair.head_spec) ||
                               is_scope(change, pair.head_spec);
    if (!is_told_there && is_substance(change)) effects.push_back(effect_of(change));
  }
  return effects;
}

/// Gives each change of substance the impact of what it has a part in, and one of a plan or a zone the
/// rules that it moves.
void set_impacts(const std::vector<Effect>& effects, std::vector<Change>& changes) {
  std::map<std::string, std::vector<Impact>> impacts;
  std::map<std::string, std::set<RuleName>> moves;
  for (const Effect& effect : effects) {
    for (const auto& [fact, impact] : effect.changes) {
      impacts[fact].push_back(impact);
      if (!effect.rule.empty()) moves[fact].insert({effect.policy, effect.topic, effect.rule});
    }
  }
  for (Change& change : changes) {
    if (!is_substance(change)) continue;
    change.impact = net_impact(impacts[change.fingerprint]);
    const auto& moved = moves[change.fingerprint];
    if (change.rule.empty()) change.moves.assign(moved.begin(), moved.end());
  }
}

}  // namespace

std::vector<Effect> effects_of(const PolicyPair& pair, std::vector<Change>& changes) {
  const Places base_places(pair.base, pair.head);
  const Places head_places(pair.head, pair.base);
  const PolicySides sides{{pair.base, pair.head_spec, base_places},
                          {pair.head, pair.head_spec, head_places},
                          pair.base_spec,
                          pair.are_days};
  std::vector<Effect> effects = effects_beside_rules(pair, changes);
  std::ranges::move(rule_effects(sides, changes), std::back_inserter(effects));
  std::ranges::move(effects_on_past(pair, changes), std::back_inserter(effects));
  set_impacts(effects, changes);
  return effects;
}

}  // namespace simrules
