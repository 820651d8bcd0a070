#include "diff/effects/rule_effects.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/effects/facts_behind.h"
#include "diff/effects/rule_groups.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The values on an axis that no term tells apart, of which the first stands for all.
using Class = std::vector<std::string_view>;

/// All subscribers of a group of rules, by what tells them apart.
class Population {
 public:
  Population(const RuleGroup& group, const PolicySides& sides) : sides_(sides) {
    add_scoped(group.base, sides.base);
    add_scoped(group.head, sides.head);
    for (std::size_t i = 0; i < kAxes; ++i) classes_.at(i) = classes_on(static_cast<Axis>(i));
  }

  const std::vector<Class>& on(Axis axis) const {
    return classes_.at(static_cast<std::size_t>(axis));
  }

  template <typename Visit>
  void each(const Visit& visit) const {
    std::array<const Class*, kAxes> cell{};
    for (const Class& plan : on(Axis::kPlan)) {
      for (const Class& place : on(Axis::kPlace)) {
        for (const Class& where : on(Axis::kWhere)) {
          for (const Class& service : on(Axis::kService)) {
            cell = {&plan, &place, &where, &service};
            visit(Subscriber{{plan.front(), place.front(), where.front(), service.front()}}, cell);
          }
        }
      }
    }
  }

 private:
  void add_scoped(const std::vector<const Rule*>& rules, const PolicySide& side) {
    for (const Rule* rule : rules) {
      const std::vector<Scoped> found =
          scoped_in({&rule->raw(), rule_spec(side.spec, rule->topic), &side.places});
      scoped_.insert(scoped_.end(), found.begin(), found.end());
    }
  }

  /// Lists the values on an axis in order, what nobody names last; a plan that one side lacks is a
  /// change of the plan, and not of rules.
  std::vector<std::string_view> values_on(Axis axis) const {
    std::vector<std::string_view> values;
    if (axis == Axis::kPlan) {
      for (const Plan& plan : sides_.head.policy.plans()) {
        if (sides_.base.policy.find_plan(plan.id())) values.push_back(plan.id());
      }
      std::ranges::sort(values);
    } else {
      values = named_on(axis, scoped_);
    }
    values.emplace_back();
    return values;
  }

  /// Says how every term takes a value; values of one signature are one class.
  std::string signature(Axis axis, std::string_view value) const {
    std::string bits;
    for (const Scoped& each : scoped_) bits += each.is_for(axis, value) ? '1' : '0';
    if (axis != Axis::kPlan) return bits;
    // A word of a rule can stand for what the plan says.
    for (const PolicySide* side : {&sides_.base, &sides_.head})
      bits += side->policy.find_plan(value).allowance().raw().dump();
    return bits;
  }

  std::vector<Class> classes_on(Axis axis) const {
    std::vector<Class> classes;
    std::map<std::string, std::size_t> places;
    for (const std::string_view value : values_on(axis)) {
      const auto [place, is_new] = places.emplace(signature(axis, value), classes.size());
      if (is_new) classes.emplace_back();
      classes[place->second].push_back(value);
    }
    return classes;
  }

  const PolicySides& sides_;
  std::vector<Scoped> scoped_;
  std::array<std::vector<Class>, kAxes> classes_;
};

using Cell = std::array<const Class*, kAxes>;

/// Gathers the subscribers of one outcome.
struct Gathered {
  RulePair pair;
  std::vector<Change> terms;
  Subscriber first;
  std::array<std::set<std::string_view>, kAxes> values;
  std::map<std::string, std::vector<Impact>> facts;

  void add(const Cell& cell, const std::map<std::string, Impact>& behind) {
    for (const auto& [fact, impact] : behind) facts[fact].push_back(impact);
    for (std::size_t i = 0; i < kAxes; ++i)
      values.at(i).insert(cell.at(i)->begin(), cell.at(i)->end());
  }
};

/// Returns the part of a rule that a term is in: a field, or an item of a list.
std::string part_of(const Change& term) {
  constexpr std::size_t kPart = 4;
  std::vector<std::string> tokens = pointer_split(term.pointer);
  if (tokens.size() > kPart) tokens.resize(kPart);
  std::string part;
  for (const std::string& token : tokens) part = pointer_join(part, token);
  return part;
}

/// Parts what is neither better nor worse from the rest, which would hide it, unless it is of one
/// part with something that has an order.
std::vector<std::vector<Change>> parted(std::vector<Change> terms) {
  std::set<std::string> ranked;
  for (const Change& term : terms) {
    if (term.impact != Impact::kNeutral) ranked.insert(part_of(term));
  }
  const auto rest = std::stable_partition(terms.begin(), terms.end(), [&](const Change& term) {
    return term.impact != Impact::kNeutral || ranked.contains(part_of(term));
  });
  std::vector<Change> neutral(rest, terms.end());
  terms.erase(rest, terms.end());
  std::vector<std::vector<Change>> outcomes;
  for (std::vector<Change>* outcome : {&terms, &neutral}) {
    if (!outcome->empty()) outcomes.push_back(std::move(*outcome));
  }
  return outcomes;
}

/// Says what a group of terms comes to, for a rule and for all whom it is the same.
std::string outcome_key(const RulePair& pair, const std::vector<Change>& terms) {
  std::string key = pair.answering().id;
  for (const Change& term : terms) key += '\n' + term.fingerprint + to_string(term.impact);
  return key;
}

/// Lists values for people: what nobody names comes last, and alone tells nothing.
std::vector<std::string> shown(const std::set<std::string_view>& values, std::size_t classes) {
  std::vector<std::string> list;
  for (const std::string_view value : values) {
    if (!value.empty()) list.emplace_back(value);
  }
  const bool has_other = values.contains("");
  if (has_other && (!list.empty() || classes > 1)) list.emplace_back(kAnyOther);
  return list;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Subscribers subscribers_of(const std::array<std::set<std::string_view>, kAxes>& values,
                           const Population& population) {
  const auto list = [&](Axis axis) {
    return shown(values.at(static_cast<std::size_t>(axis)), population.on(axis).size());
  };
  return {list(Axis::kPlan), joined(list(Axis::kPlace), list(Axis::kWhere)), list(Axis::kService)};
}

Subscribers subscriber_of(const Subscriber& subscriber, const Population& population) {
  std::array<std::set<std::string_view>, kAxes> values;
  for (std::size_t i = 0; i < kAxes; ++i) values.at(i) = {subscriber.values.at(i)};
  return subscribers_of(values, population);
}

/// Says what one side has where the sides differ.
json side_of(const std::vector<Change>& terms, const std::string& rule, bool is_base) {
  json side = json::object();
  for (const Change& term : terms) {
    const json& value = is_base ? term.before : term.after;
    const std::string within = term.pointer.substr(rule.size());
    if (!within.empty()) {
      side[within.substr(1)] = value;
    } else {
      side["verdict"] = value.is_null() ? json() : json(std::string(RuleView(&value).verdict()));
    }
  }
  return side;
}

Effect effect_of(Gathered gathered, const Population& population, const PolicySides& sides) {
  const Rule& rule = gathered.pair.answering();
  const std::string at = pointer_join(pointer_join("", rule.topic), rule.id);
  Effect effect;
  effect.impact = net_impact(gathered.terms);
  effect.policy = sides.head.policy.id;
  effect.topic = rule.topic;
  effect.rule = rule.id;
  effect.cause = gathered.terms.front().cause;
  effect.effective = gathered.terms.front().effective;
  effect.group = subscribers_of(gathered.values, population);
  effect.first = subscriber_of(gathered.first, population);
  effect.before = side_of(gathered.terms, at, true);
  effect.after = side_of(gathered.terms, at, false);
  effect.terms = std::move(gathered.terms);
  for (const auto& [fact, parts] : gathered.facts) effect.changes[fact] = net_impact(parts);
  return effect;
}

void add_effects(const RuleGroup& group,
                 const PolicySides& sides,
                 const FactsBehind& facts,
                 std::vector<Effect>& effects) {
  const Population population(group, sides);
  std::map<std::string, std::size_t> places;
  std::vector<Gathered> gathered;
  population.each([&](const Subscriber& subscriber, const Cell& cell) {
    for (const RulePair& pair : pairs_for(subscriber, group, sides)) {
      Outcome outcome = compare_terms(pair, subscriber, group, sides);
      for (std::vector<Change>& terms : parted(std::move(outcome.terms))) {
        const auto [place, is_new] = places.emplace(outcome_key(pair, terms), gathered.size());
        std::map<std::string, Impact> behind = facts.of(terms, pair, subscriber, sides);
        behind.merge(facts.of(outcome.implied, pair, subscriber, sides));
        if (is_new) gathered.push_back({pair, std::move(terms), subscriber, {}, {}});
        gathered[place->second].add(cell, behind);
      }
    }
  });
  for (Gathered& each : gathered) effects.push_back(effect_of(std::move(each), population, sides));
}

}  // namespace

std::vector<Effect> rule_effects(const PolicySides& sides, const std::vector<Change>& facts) {
  std::vector<Effect> effects;
  const FactsBehind behind(facts);
  for (const auto& [topic, section] : sides.head.spec.properties) {
    if (section->topic != topic) continue;
    const std::size_t start = effects.size();
    for (const RuleGroup& group : rule_groups(topic, sides)) {
      if (behind.touches(group)) add_effects(group, sides, behind, effects);
    }
    // Groups are told by rule, and within a rule as the subscribers come.
    std::stable_sort(effects.begin() + static_cast<std::ptrdiff_t>(start),
                     effects.end(),
                     [](const Effect& a, const Effect& b) { return a.rule < b.rule; });
  }
  return effects;
}

}  // namespace simrules
