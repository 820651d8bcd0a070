#include "history/trail.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <nlohmann/json.hpp>

#include "diff/compare/pairing.h"
#include "diff/rule_facts.h"

namespace simrules {
namespace {

using nlohmann::json;

std::string text_at(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

bool is_former_id(const Policy& policy, const std::string& id) {
  const std::vector<std::string> former = former_ids(policy);
  return std::find(former.begin(), former.end(), id) != former.end();
}

/// Returns the policy of an id, now or before.
const Policy* find_called(const Catalog& catalog, const std::string& id) {
  if (const Policy* policy = catalog.find(id)) return policy;
  const auto& all = catalog.policies();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Policy& p) { return is_former_id(p, id); });
  return found == all.end() ? nullptr : &*found;
}

/// Splits `transfer/data-gift`.
RuleName rule_at(const std::string& policy, std::string_view place) {
  const std::size_t slash = place.find('/');
  if (slash == std::string_view::npos) return {policy, "", std::string(place)};
  return {policy, std::string(place.substr(0, slash)), std::string(place.substr(slash + 1))};
}

/// Returns the rule that an entry of `retired` names as successor, if the catalog has it.
std::optional<RuleName> successor_of(const json& retired, const Catalog& catalog) {
  const std::string target = text_at(retired, "moved_to");
  const std::size_t hash = target.find('#');
  if (hash == std::string::npos) return std::nullopt;
  const Policy* home = find_called(catalog, target.substr(0, hash));
  if (home == nullptr) return std::nullopt;
  RuleName name = rule_at(home->id, std::string_view(target).substr(hash + 1));
  if (find_rule(*home, name.topic, name.id) == nullptr) return std::nullopt;
  return name;
}

const json& retired_of(const Policy& policy) {
  static const json nothing = json::array();
  const auto found = policy.value->find("retired");
  return found == policy.value->end() ? nothing : *found;
}

/// Returns the rule of the base that the head says has become another one.
std::optional<RuleName> predecessor_of(const RuleName& name,
                                       const Catalog& base,
                                       const Catalog& head) {
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == nullptr || match.head == nullptr) continue;
    for (const json& entry : retired_of(*match.head)) {
      RuleName earlier = rule_at(match.base->id, text_at(entry, "id"));
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
  if (name.id.empty()) {
    return before == nullptr ? std::nullopt : std::optional<RuleName>({before->id, "", ""});
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
  if (name.id.empty()) return RuleName{after->id, "", ""};
  if (find_rule(*after, name.topic, name.id) != nullptr) {
    return RuleName{after->id, name.topic, name.id};
  }
  for (const json& entry : retired_of(*after)) {
    if (text_at(entry, "id") == name.topic + '/' + name.id) return successor_of(entry, head);
  }
  return std::nullopt;
}

std::optional<Trail> follow_policy(const DataStates& states, const std::string& id) {
  for (std::size_t i = states.size(); i-- > 0;) {
    if (states[i].catalog.find(id) != nullptr) return follow(states, i, {id, "", ""});
  }
  for (std::size_t i = states.size(); i-- > 0;) {
    const Policy* policy = find_called(states[i].catalog, id);
    if (policy != nullptr) return follow(states, i, {policy->id, "", ""});
  }
  return std::nullopt;
}

std::vector<RuleName> find_rules(const DataStates& states,
                                 const Trail& policy,
                                 const std::string& id) {
  const RuleName wanted = rule_at("", id);
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

std::vector<std::string> policy_ids(const DataStates& states) {
  std::set<std::string> ids;
  for (const DataState& state : states) {
    for (const Policy& policy : state.catalog.policies()) {
      ids.insert(policy.id);
      for (std::string& former : former_ids(policy)) ids.insert(std::move(former));
    }
  }
  return {ids.begin(), ids.end()};
}

std::vector<std::string> rule_ids(const DataStates& states, const Trail& policy) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (!policy[i]) continue;
    for (const Rule& rule : states[i].catalog.find(policy[i]->policy)->rules) {
      ids.insert(rule.id);
      ids.insert(rule.topic + '/' + rule.id);
    }
  }
  return {ids.begin(), ids.end()};
}

}  // namespace simrules
