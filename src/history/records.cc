#include "history/records.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

#include "diff/diff.h"

namespace simrules {
namespace {

using nlohmann::json;

const Policy* policy_at(const DataState& state, const std::optional<RuleName>& name) {
  return name ? state.catalog.find(name->policy) : nullptr;
}

Catalog only(const Policy* policy) {
  return policy == nullptr ? Catalog() : Catalog(std::vector<Policy>{*policy});
}

/// Puts a policy in the place of the one with its id, so that sentences find it under that id.
Catalog with_policy(const Catalog& catalog, const Policy& policy) {
  std::vector<Policy> policies = catalog.policies();
  std::erase_if(policies, [&](const Policy& other) { return other.id == policy.id; });
  policies.push_back(policy);
  return Catalog(std::move(policies));
}

void erase_rule(json& rules, const std::string& id) {
  std::erase_if(rules.get_ref<json::array_t&>(),
                [&](const json& rule) { return rule.value("id", "") == id; });
}

Policy without_rule(const Policy& policy, const RuleName& name, const PolicySchema& schema) {
  json value = policy.raw();
  erase_rule(value[name.topic], name.id);
  return make_policy(std::move(value), policy.path, policy.sha256, schema.topics());
}

/// Tells whether the words of a change are about a rule; a policy that is gone takes all of its
/// rules with it.
bool concerns(const Change& change, const RuleName& name) {
  const bool is_policy_gone = change.pointer.empty() && change.after.is_null();
  return name.is_policy() || is_policy_gone ||
         (change.topic == name.topic && change.rule == name.id);
}

/// The two sides of a record, before it is known what they say.
struct Sides {
  const DataState* before = nullptr;
  const DataState& after;
  std::optional<RuleName> from;
  std::optional<RuleName> to;
};

/// Returns the policy on the side after, where the rule in question may be gone.
const Policy* head_policy(const Sides& sides) {
  if (sides.to) return policy_at(sides.after, sides.to);
  return policy_in_head(sides.from->policy, sides.before->catalog, sides.after.catalog);
}

/// Returns what the policy of the side after was like before; nullptr where it was not there.
const Policy* earlier_policy(const Sides& sides, const Policy* head) {
  if (sides.before == nullptr) return nullptr;
  if (head == nullptr) return policy_at(*sides.before, sides.from);
  return policy_in_base(head->id, sides.before->catalog, sides.after.catalog);
}

/// Returns what the policy was like before, with the rule in question under the name that it has
/// now.
std::optional<Policy> base_policy(const Sides& sides, const Policy* head) {
  const Policy* base = earlier_policy(sides, head);
  const bool is_rule = sides.to && !sides.to->id.empty();
  if (is_rule && !sides.from && base == nullptr) {
    return without_rule(*head, *sides.to, *sides.after.schema);
  }
  const bool has_moved = is_rule && sides.from &&
                         (sides.from->topic != sides.to->topic || sides.from->id != sides.to->id ||
                          base == nullptr || base->id != sides.from->policy);
  if (!has_moved) return base == nullptr ? std::nullopt : std::optional(*base);
  const Policy* home = sides.before->catalog.find(sides.from->policy);
  const Rule* rule = find_rule(*home, sides.from->topic, sides.from->id);
  return with_rule(base == nullptr ? *head : *base, *rule, *sides.to, *sides.before->schema);
}

RecordKind kind_of(const Sides& sides, bool was_seen) {
  if (!sides.from && !sides.to) return RecordKind::kUnchanged;
  if (!sides.from) return was_seen ? RecordKind::kRecordedAgain : RecordKind::kFirstRecorded;
  if (sides.to) return *sides.from == *sides.to ? RecordKind::kChanged : RecordKind::kMoved;
  if (sides.from->id.empty()) return RecordKind::kRemoved;
  const Policy* policy = head_policy(sides);
  const bool is_retired =
      policy != nullptr && policy->find_retired(sides.from->topic, sides.from->id);
  return is_retired ? RecordKind::kRetired : RecordKind::kRemoved;
}

void fill_changes(const Sides& sides, HistoryRecord& record) {
  const Policy* head = head_policy(sides);
  const std::optional<Policy> base = base_policy(sides, head);
  const PolicySchema& base_schema =
      sides.before == nullptr ? *sides.after.schema : *sides.before->schema;
  const Differences differences =
      diff(only(base ? &*base : nullptr), base_schema, only(head), *sides.after.schema);
  for (const Change* change : told_changes(differences)) record.changes.push_back(*change);
  const RuleName& about = sides.to ? *sides.to : *sides.from;
  std::erase_if(record.changes, [&](const Change& change) { return !concerns(change, about); });
  record.head = sides.after.catalog;
  if (sides.before != nullptr) record.base = sides.before->catalog;
  if (!base || !sides.from) return;
  Policy renamed = *base;
  if (head != nullptr) renamed.id = head->id;
  record.base = with_policy(record.base, renamed);
}

std::vector<RuleName> former_names(const Trail& trail, const RuleName& name) {
  std::vector<RuleName> former;
  for (const std::optional<RuleName>& at : trail) {
    const bool is_new =
        at && *at != name && std::find(former.begin(), former.end(), *at) == former.end();
    if (is_new) former.push_back(*at);
  }
  return former;
}

}  // namespace

const char* to_string(RecordKind kind) {
  switch (kind) {
    case RecordKind::kFirstRecorded:
      return "first_recorded";
    case RecordKind::kRecordedAgain:
      return "recorded_again";
    case RecordKind::kChanged:
      return "changed";
    case RecordKind::kMoved:
      return "moved";
    case RecordKind::kRetired:
      return "retired";
    case RecordKind::kRemoved:
      return "removed";
    case RecordKind::kUnchanged:
      return "unchanged";
  }
  return "unchanged";
}

Policy with_rule(const Policy& policy,
                 const Item& rule,
                 const RuleName& name,
                 const PolicySchema& schema) {
  json value = policy.raw();
  json& rules = value[name.topic];
  if (!rules.is_array()) rules = json::array();
  erase_rule(rules, name.id);
  json renamed = rule.raw();
  renamed["id"] = name.id;
  rules.push_back(std::move(renamed));
  return make_policy(std::move(value), policy.path, policy.sha256, schema.topics());
}

HistoryRecord record_of(const DataStates& states, const Trail& trail, std::size_t state) {
  const Sides sides{state == 0 ? nullptr : &states[state - 1],
                    states[state],
                    state == 0 ? std::nullopt : trail[state - 1],
                    trail[state]};
  const bool was_seen =
      std::any_of(trail.begin(),
                  trail.begin() + static_cast<std::ptrdiff_t>(state),
                  [](const std::optional<RuleName>& name) { return name.has_value(); });
  HistoryRecord record;
  record.state = state;
  record.kind = kind_of(sides, was_seen);
  record.from = sides.from;
  record.to = sides.to;
  if (record.kind == RecordKind::kUnchanged) return record;
  fill_changes(sides, record);
  const bool says_the_same = record.kind == RecordKind::kChanged && record.changes.empty();
  if (says_the_same) record.kind = RecordKind::kUnchanged;
  return record;
}

std::vector<HistoryRecord> list_records(const DataStates& states, const Trail& trail) {
  std::vector<HistoryRecord> records;
  for (std::size_t i = 0; i < released_count(states); ++i) {
    HistoryRecord record = record_of(states, trail, i);
    if (record.kind != RecordKind::kUnchanged) records.push_back(std::move(record));
  }
  return records;
}

std::size_t released_count(const DataStates& states) {
  return static_cast<std::size_t>(std::count_if(
      states.begin(), states.end(), [](const DataState& s) { return !s.released.empty(); }));
}

History tell_history(const DataStates& states, const Trail& trail) {
  History history;
  for (const std::optional<RuleName>& name : trail) history.name = name.value_or(history.name);
  history.former = former_names(trail, history.name);
  history.events = list_events(states, trail);
  history.records = list_records(states, trail);
  const std::size_t released = released_count(states);
  if (released < states.size()) history.unreleased = record_of(states, trail, released);
  return history;
}

}  // namespace simrules
