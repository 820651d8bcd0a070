#include "diff/compare/policy_diff.h"

#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/change_ids.h"
#include "diff/compare/item_facts.h"
#include "diff/compare/match.h"
#include "diff/compare/plan_values.h"
#include "diff/compare/rule_rank.h"
#include "diff/compare/walk.h"
#include "diff/order/direction.h"

namespace simrules {
namespace {

using nlohmann::json;

ChangePlace place_in(const Policy& policy, const std::string& pointer) {
  if (policy.document == nullptr) return {policy.path, 0, 0};
  const Place place = policy.document->key_place(pointer);
  return {place.path, place.line, place.column};
}

json value_or_null(const json* value) { return value == nullptr ? json() : *value; }

/// Fills in what every change inside a policy takes from where it stands.
Change change_at(const Step& step, const PolicyPair& pair) {
  Change change;
  change.policy = pair.head.id;
  change.topic = step.spec().topic;
  change.pointer = keyed_pointer(step);
  change.label = label_path(step);
  change.unit = step.spec().unit;
  change.base = place_in(pair.base, side_pointer(step, DiffSide::kBase));
  change.head = place_in(pair.head, side_pointer(step, DiffSide::kHead));
  const std::vector<const Step*> chain = chain_of(step);
  if (chain.size() < 2 || !chain[1]->is_item) return change;
  if (is_rule(*chain[1])) change.rule = chain[1]->token;
  ItemFacts facts = facts_of(Item(chain[1]->base), Item(chain[1]->head), pair.are_days);
  change.cause = std::move(facts.cause);
  change.effective = std::move(facts.effective);
  change.evidence = std::move(facts.evidence);
  return change;
}

Change make_change(const Step& step, const Difference& difference, const PolicyPair& pair) {
  const FieldSpec& spec = step.spec();
  Change change = change_at(step, pair);
  change.kind = difference.kind;
  const bool is_whole_rule = difference.is_whole && is_rule(step);
  const Order order = is_whole_rule ? rank_rule(step, {pair.base, pair.head, pair.are_days})
                                    : rank_term(step, difference.order);
  change.impact = is_policy_id(step) ? Impact::kEditorial : impact_of(spec, order);
  const bool is_unrecorded =
      step.base_spec != nullptr && step.head_spec == nullptr && step.head == nullptr;
  const json* worse = stated(spec, order == Order::kWorse ? step.head : step.base);
  change.id = change_id(
      change.topic,
      field_name(step),
      direction_word(spec, {difference.kind, order, difference.is_whole, is_unrecorded, worse}));
  change.incomparable = difference.incomparable;
  change.before = value_or_null(step.base);
  change.after = value_or_null(step.head);
  return change;
}

/// A plan edited is a rule changed, where the rule's word stands for the plan's value.
std::optional<Change> plan_value_change(const Step& step, const PolicyPair& pair) {
  std::optional<PlanValueChange> values = compare_plan_values(step, pair.base, pair.head);
  if (!values) return std::nullopt;
  Change change = change_at(step, pair);
  change.impact = impact_of(step.spec(), values->order);
  change.id = change_id(
      change.topic, field_name(step), direction_word(step.spec(), {.order = values->order}));
  change.incomparable = std::move(values->incomparable);
  change.before = std::move(values->before);
  change.after = std::move(values->after);
  return change;
}

Change confidence_change(const Rule& base, const Rule& head, const PolicyPair& pair) {
  const std::string name(kConfidence);
  ItemFacts facts = facts_of(base, head, pair.are_days);
  Change change;
  change.id = change_id(head.topic, name, "changed");
  change.policy = pair.head.id;
  change.topic = head.topic;
  change.rule = head.id;
  change.pointer =
      pointer_join(address_of(full_name(pair.head, head), DiffSide::kHead).pointer, name);
  change.impact = Impact::kEvidence;
  change.before = to_string(base.confidence);
  change.after = to_string(head.confidence);
  change.label = display_name(head.name(), head.id) + ": " + name;
  change.cause = std::move(facts.cause);
  change.effective = std::move(facts.effective);
  change.evidence = std::move(facts.evidence);
  change.base = place_in(pair.base, base.pointer);
  change.head = place_in(pair.head, head.pointer);
  return change;
}

void add_confidence_changes(const PolicyPair& pair, std::vector<Change>& changes) {
  for (const Rule& head : pair.head.rules) {
    const Rule* base = find_rule(pair.base, head.topic, head.id);
    if (base == nullptr || base->confidence == head.confidence) continue;
    changes.push_back(confidence_change(*base, head, pair));
  }
}

Change whole_policy(const Policy& policy) {
  Change change;
  change.policy = policy.id;
  change.label = display_name(policy.name(), policy.id);
  return change;
}

}  // namespace

std::vector<Change> diff_policy(const PolicyPair& pair) {
  std::vector<Change> changes;
  const WalkVisitor visitor{[&](const Step& step, const Difference& difference) {
                              changes.push_back(make_change(step, difference, pair));
                            },
                            [&](const Step& step) {
                              if (auto change = plan_value_change(step, pair))
                                changes.push_back(std::move(*change));
                            }};
  walk(pair.base_spec, pair.base.raw(), pair.head_spec, pair.head.raw(), visitor);
  add_confidence_changes(pair, changes);
  for (Change& change : changes) change.fingerprint = fingerprint(change);
  return changes;
}

Change added_policy(const Policy& head) {
  Change change = whole_policy(head);
  change.id = kPolicyIntroduced;
  change.kind = ChangeKind::kAdded;
  change.impact = Impact::kClarified;
  change.after = head.raw();
  change.head = place_in(head, "");
  change.fingerprint = fingerprint(change);
  return change;
}

Change removed_policy(const Policy& base) {
  Change change = whole_policy(base);
  change.id = kPolicyRemoved;
  change.kind = ChangeKind::kRemoved;
  change.impact = base.has_ended() ? Impact::kNeutral : Impact::kObscured;
  change.before = base.raw();
  change.base = place_in(base, "");
  change.fingerprint = fingerprint(change);
  return change;
}

}  // namespace simrules
