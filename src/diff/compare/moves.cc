#include "diff/compare/moves.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "diff/compare/pairing.h"
#include "schema/spec/find_field.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kSources = "sources";

/// Returns a rule as it would stand in place of its successor.
json in_place_of(const Move& move, MovedScope scope, const FieldSpec& rule) {
  json value = move.former->raw();
  for (const auto& [name, field] : rule.properties) {
    const bool is_scope = !field->refers.empty() || field->scope != Scope::kNone;
    if (!is_scope || scope == MovedScope::kFormer) continue;
    value.erase(name);
    if (const json* named = find_member(move.successor->raw(), name)) value[name] = *named;
  }
  value["id"] = move.successor->id;
  return value;
}

/// Adds the sources of a policy to those of another, which go behind them.
void add_sources(const Policy& policy, json& value) {
  json sources = json::array();
  std::set<std::string_view> ids;
  for (const Source& source : policy.sources()) {
    ids.insert(source.id());
    sources.push_back(source.raw());
  }
  for (const json& source : value[kSources]) {
    if (!ids.contains(NamedItem(&source).id())) sources.push_back(source);
  }
  value[kSources] = std::move(sources);
}

}  // namespace

std::vector<Move> moves_between(const Catalog& base, const Catalog& head) {
  std::map<std::string_view, const Policy*> bases;
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.head != nullptr) bases.emplace(match.head->id, match.base);
  }
  const auto base_rule = [&](const Policy& policy, const RuleName& name) {
    const Policy* before = bases.at(policy.id);
    return before == nullptr ? nullptr : find_rule(*before, name.topic, name.id);
  };
  std::vector<Move> moves;
  std::set<const Rule*> taken;
  for (const Policy& policy : head.policies()) {
    for (const Retired& retired : policy.retired()) {
      const RuleName old = parse_local_name(policy.id, retired.id());
      const auto now = retired.successor();
      if (!now || now->policy == policy.id || now->topic != old.topic) continue;
      const Policy* home = head.find(now->policy);
      const Rule* former = base_rule(policy, old);
      const bool is_gone = former != nullptr && find_rule(policy, old.topic, old.id) == nullptr;
      if (home == nullptr || !is_gone || base_rule(*home, *now) != nullptr) continue;
      const Rule* successor = find_rule(*home, now->topic, now->id);
      if (successor != nullptr && taken.insert(successor).second)
        moves.push_back({bases.at(policy.id), former, home, successor});
    }
  }
  return moves;
}

Policy with_rules(const Policy& policy,
                  const std::vector<const Rule*>& rules,
                  const FieldSpec& fields) {
  json value = policy.raw();
  for (const Rule* rule : rules) value[rule->topic].push_back(rule->raw());
  Policy whole = make_policy(std::move(value), policy.path, policy.sha256, topics_of(fields));
  whole.document = policy.document;
  return whole;
}

Policy before_move(const Move& move, MovedScope scope, const FieldSpec& fields) {
  const std::string& topic = move.successor->topic;
  json value = move.to->raw();
  for (json& rule : value[topic]) {
    if (NamedItem(&rule).id() == move.successor->id)
      rule = in_place_of(move, scope, *rule_spec(fields, topic));
  }
  add_sources(*move.from, value);
  return make_policy(std::move(value), move.from->path, move.from->sha256, topics_of(fields));
}

}  // namespace simrules
