#include "diff/days.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/compare/pairing.h"
#include "diff/diff.h"
#include "model/effective.h"
#include "model/time/state.h"
#include "model/time/timeline.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The members that date an item and its terms, and that are no terms themselves.
const std::set<std::string>& dating_members() {
  static const std::set<std::string> kNames = {"effective", "since", "revision"};
  return kNames;
}

const json* item_at(const json& list, const std::string& key, const std::string& id) {
  const auto found = std::find_if(
      list.begin(), list.end(), [&](const json& item) { return text_at(item, key) == id; });
  return found == list.end() ? nullptr : &*found;
}

/// Adds what the base says of a day of those items that the head says nothing of yet.
Policy with_base(const PolicyMatch& states,
                 const Policy& head,
                 const PolicySchema& schema,
                 const PartialDate& day) {
  json value = states.head->raw();
  for (const auto& [name, spec] : schema.root().properties) {
    if (!spec->is_keyed_list()) continue;
    for (const json& item : member_of(states.base->raw(), name)) {
      const std::string id(text_at(item, spec->key));
      const json* later = item_at(member_of(head.raw(), name), spec->key, id);
      if (later == nullptr || !begins_after(Item(later), day)) continue;
      if (item_at(value[name], spec->key, id) == nullptr) value[name].push_back(item);
    }
  }
  return make_policy(std::move(value), head.path, head.sha256, schema.topics());
}

/// The sides that a state is taken of; the base counts only where the head is still to come.
struct Sides {
  const Catalog& base;
  const Catalog& head;
  const PolicySchema& schema;
};

Catalog state_of(const Sides& sides, const StateView& view) {
  const Catalog head = state_on(sides.head, sides.schema, view);
  const Catalog base = state_on(sides.base, sides.schema, {view.day});
  std::vector<Policy> policies;
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.head == nullptr) continue;
    policies.push_back(
        match.base == nullptr
            ? *match.head
            : with_base(match, *sides.head.find(match.head->id), sides.schema, view.day));
  }
  return Catalog(std::move(policies));
}

/// Returns the place in the head's file of a pointer that names items by their key: that of the
/// nearest value around it that is there.
ChangePlace place_of(const std::string& pointer, const Policy& policy, const FieldSpec& root) {
  if (policy.document == nullptr) return {policy.path, 0, 0};
  const json* value = &policy.raw();
  const FieldSpec* spec = &root;
  std::string at;
  for (const std::string& token : pointer_split(pointer)) {
    const json* next = nullptr;
    if (value->is_array()) {
      next = item_at(*value, spec->key, token);
      if (next != nullptr) at = pointer_join(at, static_cast<std::size_t>(next - &value->front()));
      spec = spec->items.get();
    } else if (value->is_object() && value->contains(token)) {
      next = &value->at(token);
      at = pointer_join(at, token);
      spec = spec->member(token);
    }
    if (next == nullptr || spec == nullptr) break;
    value = next;
  }
  const Place place = policy.document->key_place(at);
  return {place.path, place.line, place.column};
}

/// Returns the item of a policy that a change is in; nothing for one of the policy itself.
Item item_of(const Change& change, const Policy& policy, const PolicySchema& schema) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const FieldSpec* list = tokens.size() < 2 ? nullptr : schema.root().member(tokens[0]);
  if (list == nullptr || !list->is_keyed_list()) return {};
  return Item(item_at(member_of(policy.raw(), tokens[0]), list->key, tokens[1]));
}

bool is_within(const std::optional<PartialDate>& date, const Period& period) {
  return date && is_before(period.after, *date) && !is_before(period.until, *date);
}

/// Gives a change its cause, its place, and the first day of the terms that it brings: the dates of an
/// item are those of the thing.
void settle(Change& change, const Catalog& head, const PolicySchema& schema, const Period& period) {
  const Policy& policy = *head.find(change.policy);
  change.cause = kCarrierChange;
  change.base.reset();
  change.head = place_of(change.pointer, policy, schema.root());
  const Item item = item_of(change, policy, schema);
  const auto from = item.effective().from();
  for (const TermsTime& terms : timeline_of(item, policy)) {
    if (!terms.since || terms.since == from) continue;
    if (!is_within(terms.begins, period) && !is_within(terms.announced, period)) continue;
    change.effective = {{"from", to_string(*terms.since)}};
    if (terms.announced) change.effective["announced"] = to_string(*terms.announced);
    return;
  }
}

Differences compare_states(const Catalog& first, const Catalog& last, const PolicySchema& schema) {
  Differences differences = diff(first, schema, last, schema, true);
  std::erase_if(differences.changes, is_about_data);
  for (Effect& effect : differences.effects) std::erase_if(effect.terms, is_about_data);
  std::erase_if(differences.effects, [](const Effect& effect) { return effect.terms.empty(); });
  return differences;
}

}  // namespace

bool is_about_data(const Change& change) {
  constexpr std::size_t kField = 2;
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  return !is_substance(change) ||
         (tokens.size() > kField && dating_members().contains(tokens[kField]));
}

DatedChanges diff_days(const Catalog& base,
                       const Catalog& head,
                       const PolicySchema& schema,
                       const Period& period) {
  const Sides sides{base, head, schema};
  const Catalog held = state_of(sides, {period.until});
  DatedChanges changes{.effective = {},
                       .announced = {},
                       .first = state_of(sides, {period.after}),
                       .last = state_of(sides, {period.until, false, period.after})};
  changes.effective = compare_states(changes.first, held, schema);
  changes.announced = compare_states(held, changes.last, schema);
  for (Differences* each : {&changes.effective, &changes.announced}) {
    for (Change& change : each->changes) settle(change, head, schema, period);
    for (Effect& effect : each->effects) {
      for (Change& term : effect.terms) settle(term, head, schema, period);
      effect.cause = effect.terms.front().cause;
      effect.effective = effect.terms.front().effective;
    }
  }
  return changes;
}

}  // namespace simrules
