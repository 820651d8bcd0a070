#include "diff/effects/effects.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "base/pointer.h"
#include "diff/effects/past.h"
#include "diff/effects/rule_effects.h"
#include "diff/order/direction.h"

namespace simrules {
namespace {

constexpr std::size_t kItemTokens = 2;

/// Tells whether a change says for whom something is: what that does is told by the rules that it
/// moves.
bool is_scope(const Change& change, const FieldSpec& policy) {
  const FieldSpec* field = field_at(policy, change.pointer);
  return field != nullptr && is_axis(field->scope) && !change.before.is_null() &&
         !change.after.is_null();
}

/// Ranks a plan or the like that came or went by the carrier's doing.
Impact impact_beside_rules(const Change& change, const FieldSpec& policy) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const bool is_whole = tokens.size() == kItemTokens && change.kind != ChangeKind::kChanged;
  if (!is_whole || change.cause != kCarrierChange) return change.impact;
  const FieldSpec* list = policy.member(tokens[0]);
  if (list == nullptr || list->better == Better::kNone) return change.impact;
  const bool came = change.kind == ChangeKind::kAdded;
  return impact_of(*list, rank_presence(list->better, came));
}

std::vector<Effect> effects_beside_rules(const PolicyPair& pair, std::vector<Change>& changes) {
  std::vector<Effect> effects;
  for (Change& change : changes) {
    const bool is_told_there = !change.rule.empty() || is_of_past(change, pair.head_spec);
    if (is_told_there || !is_substance(change)) continue;
    if (is_scope(change, pair.head_spec)) {
      change.impact = Impact::kNeutral;
      continue;
    }
    change.impact = impact_beside_rules(change, pair.head_spec);
    effects.push_back(effect_of(change));
  }
  return effects;
}

/// Gives each change of substance the impact of what it has a part in.
void set_impacts(const std::vector<Effect>& effects, std::vector<Change>& changes) {
  std::map<std::string, std::vector<Impact>> impacts;
  for (const Effect& effect : effects) {
    for (const auto& [fact, impact] : effect.changes) impacts[fact].push_back(impact);
  }
  for (Change& change : changes) {
    if (is_substance(change)) change.impact = net_impact(impacts[change.fingerprint]);
  }
}

}  // namespace

std::vector<Effect> effects_of(const PolicyPair& pair, std::vector<Change>& changes) {
  const Places base_places(pair.base, pair.head);
  const Places head_places(pair.head, pair.base);
  const PolicySides sides{{pair.base, pair.base_spec, base_places},
                          {pair.head, pair.head_spec, head_places},
                          pair.are_days};
  std::vector<Effect> effects = effects_beside_rules(pair, changes);
  std::ranges::move(rule_effects(sides, changes), std::back_inserter(effects));
  std::ranges::move(effects_on_past(pair, changes), std::back_inserter(effects));
  set_impacts(effects, changes);
  return effects;
}

}  // namespace simrules
