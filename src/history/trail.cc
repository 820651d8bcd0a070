#include "history/trail.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "diff/compare/pairing.h"

namespace simrules {
namespace {

/// Returns the policy of an id, now or before.
const Policy* find_called(const Catalog& catalog, const std::string& id) {
  if (const Policy* policy = catalog.find(id)) return policy;
  const auto& all = catalog.policies();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Policy& p) { return p.formerly().contains(id); });
  return found == all.end() ? nullptr : &*found;
}

/// Returns the rule that an entry of `retired` names as successor, if the catalog has it.
std::optional<RuleName> successor_of(const Retired& retired, const Catalog& catalog) {
  std::optional<RuleName> name = retired.successor();
  const Policy* home = name ? find_called(catalog, name->policy) : nullptr;
  if (home == nullptr || find_rule(*home, name->topic, name->id) == nullptr) return std::nullopt;
  name->policy = home->id;
  return name;
}

/// Returns the rule of the base that the head says has become another one.
std::optional<RuleName> predecessor_of(const RuleName& name,
                                       const Catalog& base,
                                       const Catalog& head) {
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == nullptr || match.head == nullptr) continue;
    for (const Retired& entry : match.head->retired()) {
      RuleName earlier = parse_local_name(match.base->id, entry.id());
      const bool was_there = find_rule(*match.base, earlier.topic, earlier.id) != nullptr;
      if (was_there && successor_of(entry, head) == name) return earlier;
    }
  }
  return std::nullopt;
}

std::optional<RuleName> name_in_base(const RuleName& name,
                                     const Catalog& base,
                                     const Catalog& head) {
  const Policy* before = policy_in_base(name.policy, base, head);
  if (name.is_policy()) {
    return before == nullptr ? std::nullopt : std::optional(RuleName{before->id});
  }
  if (before != nullptr && find_rule(*before, name.topic, name.id) != nullptr) {
    return RuleName{before->id, name.topic, name.id};
  }
  return predecessor_of(name, base, head);
}

/// Follows what a state knows under a name to the states before and after it; what was away for a
/// while comes back under the name that it had.
Trail follow(const DataStates& states, std::size_t anchor, const RuleName& name) {
  Trail trail(states.size());
  trail[anchor] = name;
  RuleName known = name;
  for (std::size_t i = anchor; i-- > 0;) {
    trail[i] = name_in_base(known, states[i].catalog, states[i + 1].catalog);
    known = trail[i].value_or(known);
  }
  known = name;
  for (std::size_t i = anchor + 1; i < states.size(); ++i) {
    trail[i] = name_in_head(known, states[i - 1].catalog, states[i].catalog);
    known = trail[i].value_or(known);
  }
  return trail;
}

}  // namespace

const Policy* policy_in_head(const std::string& id, const Catalog& base, const Catalog& head) {
  const Policy* policy = base.find(id);
  if (policy == nullptr) return head.find(id);
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == policy) return match.head;
  }
  return nullptr;
}

const Policy* policy_in_base(const std::string& id, const Catalog& base, const Catalog& head) {
  const Policy* policy = head.find(id);
  if (policy == nullptr) return base.find(id);
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.head == policy) return match.base;
  }
  return nullptr;
}

std::optional<RuleName> name_in_head(const RuleName& name,
                                     const Catalog& base,
                                     const Catalog& head) {
  const Policy* after = policy_in_head(name.policy, base, head);
  if (after == nullptr) return std::nullopt;
  if (name.is_policy()) return RuleName{after->id};
  if (find_rule(*after, name.topic, name.id) != nullptr) {
    return RuleName{after->id, name.topic, name.id};
  }
  return successor_of(after->find_retired(name.topic, name.id), head);
}

std::optional<Trail> follow_policy(const DataStates& states, const std::string& id) {
  for (std::size_t i = states.size(); i-- > 0;) {
    if (states[i].catalog.find(id) != nullptr) return follow(states, i, {id});
  }
  for (std::size_t i = states.size(); i-- > 0;) {
    const Policy* policy = find_called(states[i].catalog, id);
    if (policy != nullptr) return follow(states, i, {policy->id});
  }
  return std::nullopt;
}

std::vector<RuleName> find_rules(const DataStates& states,
                                 const Trail& policy,
                                 const std::string& id) {
  const RuleName wanted = parse_local_name("", id);
  std::vector<RuleName> found;
  for (std::size_t i = states.size(); i-- > 0;) {
    if (!policy[i]) continue;
    for (const Rule& rule : states[i].catalog.find(policy[i]->policy)->rules) {
      if (rule.id != wanted.id || (!wanted.topic.empty() && rule.topic != wanted.topic)) continue;
      const bool is_known = std::any_of(found.begin(), found.end(), [&](const RuleName& name) {
        return name.topic == rule.topic;
      });
      if (!is_known) found.push_back({policy[i]->policy, rule.topic, rule.id});
    }
  }
  return found;
}

Trail follow_rule(const DataStates& states, const RuleName& rule) {
  std::size_t anchor = states.size();
  while (anchor-- > 0) {
    const Policy* policy = states[anchor].catalog.find(rule.policy);
    if (policy != nullptr && find_rule(*policy, rule.topic, rule.id) != nullptr) break;
  }
  return follow(states, anchor, rule);
}

std::vector<std::string> rule_ids(const DataStates& states, const Trail& policy) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (!policy[i]) continue;
    for (const Rule& rule : states[i].catalog.find(policy[i]->policy)->rules) {
      ids.insert(rule.id);
      ids.insert(local_name(rule.topic, rule.id));
    }
  }
  return {ids.begin(), ids.end()};
}

}  // namespace simrules
