#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "diff/change.h"
#include "model/names.h"

namespace simrules {

/// Stands in a list of plans or places for those that no policy names.
inline constexpr const char* kAnyOther = "*";

/// A group of subscribers, or one of them.
/// Shape: ids of plans; codes of countries, ids of zones without a list of countries, or words of
///        where (`home`); words of services; each sorted, `kAnyOther` last, and empty where the
///        terms do not tell subscribers apart by it.
struct Subscribers {
  std::vector<std::string> plans;
  std::vector<std::string> places;
  std::vector<std::string> services;

  bool operator==(const Subscribers&) const = default;
};

/// What a comparison does to one group of subscribers.
/// Shape: `rule` answers for them on the head, else on the base; it and `topic` are empty for what
///        concerns the policy itself. `is_past` is a change of what held before, which tells nobody
///        apart. `first` is the first of the group in order of id, with one
///        plan, place and service at most; `before` and `after` are what held for it and what
///        holds, by field within the rule: only what differs. `terms` says the same as changes,
///        each with its own impact, and `changes` are the fingerprints of the facts behind them, each
///        with the impact of its part.
struct Effect {
  Impact impact = Impact::kNeutral;
  std::string policy;
  std::string topic;
  std::string rule;
  std::string cause;
  nlohmann::json effective;
  bool is_past = false;
  Subscribers group;
  Subscribers first;
  nlohmann::json before = nlohmann::json::object();
  nlohmann::json after = nlohmann::json::object();
  std::vector<Change> terms;
  std::map<std::string, Impact> changes;
};

/// The facts in which two catalogs differ, and what they do to subscribers.
/// Shape: `changes` are sorted by policy and pointer, each with the impact of the effects that it
///        has a part in, `neutral` where it has none; `effects` are sorted by policy, topic, rule
///        and first subscriber.
struct Differences {
  std::vector<Change> changes;
  std::vector<Effect> effects;
};

/// Says what a change does that concerns everybody, or all of a plan or a zone.
Effect effect_of(const Change& change);

/// Says what several terms come to for one subscriber.
/// Shape: what has a direction goes before what is only known now or not any more; a gain and a loss
///        together are `mixed`, one thing known and another not any more `neutral`. Swapping the
///        sides swaps the answer.
Impact net_impact(const std::vector<Change>& terms);
Impact net_impact(const std::vector<Impact>& impacts);

/// Counts the effects of each impact, and the changes of evidence and wording.
std::map<Impact, std::size_t> summarize(const Differences& differences);

/// Rolls up what happens to each rule, and to each policy; what nothing happens to is left out.
std::map<RuleName, Impact> impacts_by_rule(const Differences& differences);
std::map<std::string, Impact> impacts_by_policy(const Differences& differences);

/// Lists what there is to tell of a comparison: its facts, and in rules that say the same as before
/// the terms that came to mean something else.
/// Shape: they lie in the differences.
std::vector<const Change*> told_changes(const Differences& differences);

}  // namespace simrules
