#include "diff/compare/policy_diff.h"

#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/change_ids.h"
#include "diff/compare/item_facts.h"
#include "diff/compare/rule_rank.h"
#include "diff/compare/step_change.h"
#include "diff/compare/walk.h"

namespace simrules {
namespace {

ChangePlace place_in(const Policy& policy, const std::string& pointer) {
  if (policy.document == nullptr) return {policy.path, 0, 0};
  const Place place = policy.document->key_place(pointer);
  return {place.path, place.line, place.column};
}

/// Tells whether something got better or worse for somebody.
bool is_direction(Impact impact) {
  return impact == Impact::kMorePermissive || impact == Impact::kMoreRestrictive;
}

/// Adds to a change what it takes from where it stands.
void add_place(const Step& step, const PolicyPair& pair, Change& change) {
  change.policy = pair.head.id;
  change.base = place_in(pair.base, side_pointer(step, DiffSide::kBase));
  change.head = place_in(pair.head, side_pointer(step, DiffSide::kHead));
  const std::vector<const Step*> chain = chain_of(step);
  const bool is_in_item = chain.size() > 1 && chain[1]->is_item;
  const bool has_own_revision = is_in_item && chain[1]->spec().member(kRevisionField) != nullptr;
  const Revision revision = pair.head.revision();
  if (!has_own_revision && is_substance(change) && !revision.says_same(pair.base.revision()))
    change.cause = revision.cause();
  if (!is_in_item) return;
  ItemFacts facts = facts_of(Item(chain[1]->base), Item(chain[1]->head), pair.are_days);
  if (!facts.cause.empty()) change.cause = std::move(facts.cause);
  change.effective = std::move(facts.effective);
  change.evidence = std::move(facts.evidence);
  const bool is_whole = chain.size() == 2 && change.kind != ChangeKind::kChanged;
  if (is_whole && is_direction(change.impact) && change.cause != kCarrierChange) {
    // What comes or goes where the carrier did nothing was only not known.
    change.impact = change.kind == ChangeKind::kAdded ? Impact::kClarified : Impact::kObscured;
  }
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

nlohmann::json without_topics(const Policy& policy, const std::vector<std::string>& topics) {
  nlohmann::json value = policy.raw();
  for (const std::string& topic : topics) value.erase(topic);
  return value;
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
  walk(pair.base_spec,
       pair.base.raw(),
       pair.head_spec,
       pair.head.raw(),
       [&](const Step& step, const Difference& difference) {
         Change change = change_at(step, difference, rank_term(step, difference.order));
         add_place(step, pair, change);
         changes.push_back(std::move(change));
       });
  add_confidence_changes(pair, changes);
  for (Change& change : changes) change.fingerprint = fingerprint(change);
  return changes;
}

Policy without_rules(const Policy& policy, const std::vector<std::string>& topics) {
  nlohmann::json value = policy.raw();
  for (const std::string& topic : topics) value[topic] = nlohmann::json::array();
  Policy rest = make_policy(std::move(value), policy.path, policy.sha256, topics);
  rest.document = policy.document;
  return rest;
}

Change added_policy(const Policy& head, const std::vector<std::string>& topics) {
  Change change = whole_policy(head);
  change.id = kPolicyIntroduced;
  change.kind = ChangeKind::kAdded;
  change.impact = Impact::kClarified;
  change.after = without_topics(head, topics);
  change.head = place_in(head, "");
  change.fingerprint = fingerprint(change);
  return change;
}

Change removed_policy(const Policy& base, const std::vector<std::string>& topics) {
  Change change = whole_policy(base);
  change.id = kPolicyRemoved;
  change.kind = ChangeKind::kRemoved;
  change.impact = base.has_ended() ? Impact::kNeutral : Impact::kObscured;
  change.before = without_topics(base, topics);
  change.base = place_in(base, "");
  change.fingerprint = fingerprint(change);
  return change;
}

}  // namespace simrules
