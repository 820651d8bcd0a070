#include "diff/effects/effect.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/pointer.h"

namespace simrules {
namespace {

/// How many tokens of a pointer name a plan or a zone: its list and its id.
constexpr std::size_t kItemTokens = 2;

}  // namespace

Effect effect_of(const Change& change) {
  Effect effect{.impact = change.impact,
                .policy = change.policy,
                .topic = change.topic,
                .cause = change.cause,
                .effective = change.effective,
                .terms = {change},
                .changes = {{change.fingerprint, change.impact}}};
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  if (tokens.size() < kItemTokens) return effect;
  if (tokens[0] == kPlanList) effect.group.plans = {tokens[1]};
  if (tokens[0] == kZoneList) effect.group.places = {tokens[1]};
  effect.first = effect.group;
  return effect;
}

Impact net_impact(const std::vector<Impact>& impacts) {
  const auto has = [&](Impact impact) {
    return std::ranges::find(impacts, impact) != impacts.end();
  };
  const bool loses = has(Impact::kMoreRestrictive);
  const bool gains = has(Impact::kMorePermissive);
  if (has(Impact::kMixed) || (loses && gains)) return Impact::kMixed;
  if (loses || gains) return loses ? Impact::kMoreRestrictive : Impact::kMorePermissive;
  if (has(Impact::kObscured) == has(Impact::kClarified)) return Impact::kNeutral;
  return has(Impact::kObscured) ? Impact::kObscured : Impact::kClarified;
}

Impact net_impact(const std::vector<Change>& terms) {
  std::vector<Impact> impacts;
  impacts.reserve(terms.size());
  for (const Change& term : terms) impacts.push_back(term.impact);
  return net_impact(impacts);
}

std::vector<const Change*> told_changes(const Differences& differences) {
  std::set<RuleName> told;
  std::vector<const Change*> changes;
  for (const Change& change : differences.changes) {
    if (change.is_untold) continue;
    changes.push_back(&change);
    if (is_substance(change)) told.insert({change.policy, change.topic, change.rule});
  }
  for (const Effect& effect : differences.effects) {
    // What moves with a plan or a zone is told there.
    const bool is_told_there = !effect.rule.empty() && !effect.changes.empty();
    if (is_told_there || told.contains({effect.policy, effect.topic, effect.rule})) continue;
    for (const Change& term : effect.terms) changes.push_back(&term);
  }
  return changes;
}

namespace {

/// Tells whether a change does nothing to anybody and is told all the same.
bool is_aside(const Change& change) { return !is_substance(change) && !change.is_untold; }

/// Rolls up the effects, and the changes of evidence and wording, by a name.
template <typename Name, typename NameOf>
std::map<Name, Impact> impacts_by(const Differences& differences, const NameOf& name_of) {
  std::map<Name, std::vector<Impact>> impacts;
  for (const Effect& effect : differences.effects)
    impacts[name_of(effect)].push_back(effect.impact);
  for (const Change& change : differences.changes) {
    if (is_aside(change)) impacts[name_of(change)].push_back(change.impact);
  }
  std::map<Name, Impact> rolled;
  for (const auto& [name, all] : impacts) rolled[name] = roll_up(all);
  return rolled;
}

}  // namespace

std::map<RuleName, Impact> impacts_by_rule(const Differences& differences) {
  std::map<RuleName, Impact> impacts = impacts_by<RuleName>(differences, [](const auto& each) {
    return RuleName{each.policy, each.topic, each.rule};
  });
  std::erase_if(impacts, [](const auto& entry) { return entry.first.is_policy(); });
  return impacts;
}

std::map<std::string, Impact> impacts_by_policy(const Differences& differences) {
  return impacts_by<std::string>(differences, [](const auto& each) { return each.policy; });
}

std::map<Impact, std::size_t> summarize(const Differences& differences) {
  std::map<Impact, std::size_t> counts;
  for (const Effect& effect : differences.effects) ++counts[effect.impact];
  for (const Change& change : differences.changes) {
    if (is_aside(change)) ++counts[change.impact];
  }
  return counts;
}

}  // namespace simrules
