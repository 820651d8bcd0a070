#include "diff/days.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/compare/match.h"
#include "diff/compare/pairing.h"
#include "diff/diff.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The dates of an item.
constexpr const char* kEffective = "effective";

/// Chooses the version of an item that counts, of those of the base and the head; null for none.
using Choice = std::function<const json*(const json* base, const json* head)>;

bool holds(const json* item, const PartialDate& day) {
  return item != nullptr && holds_on(Item(item), day);
}

/// Chooses what holds on a day: the base's version only as long as the head's is still to come.
Choice held_on(const PartialDate& day) {
  return [day](const json* base, const json* head) {
    if (holds(head, day)) return head;
    const bool is_to_come = head == nullptr || begins_after(Item(head), day);
    return is_to_come && holds(base, day) ? base : nullptr;
  };
}

/// Chooses what is announced in a period, else what holds at its end.
Choice announced_in(const Period& period) {
  const Choice held = held_on(period.until);
  return [period, held](const json* base, const json* head) {
    return head != nullptr && is_announced_in(Item(head), period) ? head : held(base, head);
  };
}

const json* item_at(const json* list, const std::string& key, const std::string& id) {
  if (list == nullptr || !list->is_array()) return nullptr;
  const auto found = std::find_if(list->begin(), list->end(), [&](const json& item) {
    return item.is_object() && item.value(key, json()) == id;
  });
  return found == list->end() ? nullptr : &*found;
}

std::vector<std::string> ids_of(const json* list, const std::string& key) {
  std::vector<std::string> ids;
  if (list == nullptr) return ids;
  for (const auto& [id, index] :
       index_items(*list, key).value_or(std::map<std::string, std::size_t>()))
    ids.push_back(id);
  return ids;
}

/// Takes out what ended by itself: an object whose absence says that there is none.
void end_members(const FieldSpec& spec, json& value, const PartialDate& day) {
  if (value.is_array() && spec.items != nullptr) {
    for (json& item : value) end_members(*spec.items, item, day);
    return;
  }
  if (!value.is_object()) return;
  for (const auto& [name, member] : spec.properties) {
    const auto found = value.find(name);
    if (found == value.end()) continue;
    const bool may_end = member->absent && member->absent->is_null();
    if (may_end && is_over_on(Dates(&*found), day)) {
      value.erase(found);
    } else {
      end_members(*member, *found, day);
    }
  }
}

const json* list_of(const Policy* policy, const std::string& name) {
  return policy == nullptr ? nullptr : find_member(policy->raw(), name);
}

/// What a policy is like on a day.
Policy policy_on(const PolicyMatch& match,
                 const PolicySchema& schema,
                 const Choice& choose,
                 const PartialDate& day) {
  json value = match.head->raw();
  for (const auto& [name, spec] : schema.root().properties) {
    if (!spec->is_keyed_list() || spec->items->member(kEffective) == nullptr) continue;
    const json* base = list_of(match.base, name);
    const json* head = list_of(match.head, name);
    std::vector<std::string> ids = ids_of(base, spec->key);
    for (std::string& id : ids_of(head, spec->key)) ids.push_back(std::move(id));
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    json list = json::array();
    for (const std::string& id : ids) {
      const json* item = choose(item_at(base, spec->key, id), item_at(head, spec->key, id));
      if (item != nullptr) list.push_back(*item);
    }
    end_members(*spec, list, day);
    value[name] = std::move(list);
  }
  return make_policy(std::move(value), match.head->path, match.head->sha256, schema.topics());
}

Catalog catalog_on(const std::vector<PolicyMatch>& matches,
                   const PolicySchema& schema,
                   const Choice& choose,
                   const PartialDate& day) {
  std::vector<Policy> policies;
  for (const PolicyMatch& match : matches) {
    if (match.head != nullptr) policies.push_back(policy_on(match, schema, choose, day));
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
      next = item_at(value, spec->key, token);
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

/// Tells whether a change is about what we wrote, which no day changes: sources, words and the dates
/// themselves.
bool is_about_data(const Change& change) {
  constexpr std::size_t kField = 2;
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  return !is_substance(change) || (tokens.size() > kField && tokens[kField] == kEffective);
}

}  // namespace

DatedChanges diff_days(const Catalog& base,
                       const Catalog& head,
                       const PolicySchema& schema,
                       const Period& period) {
  const std::vector<PolicyMatch> matches = match_policies(base, head);
  const Catalog first = catalog_on(matches, schema, held_on(period.after), period.after);
  const Catalog last = catalog_on(matches, schema, held_on(period.until), period.until);
  const Catalog known = catalog_on(matches, schema, announced_in(period), period.until);
  DatedChanges changes{diff(first, schema, last, schema, true),
                       diff(last, schema, known, schema, true)};
  for (std::vector<Change>* list : {&changes.effective, &changes.announced}) {
    std::erase_if(*list, is_about_data);
    for (Change& change : *list) {
      change.base.reset();
      change.head = place_of(change.pointer, *head.find(change.policy), schema.root());
    }
  }
  return changes;
}

}  // namespace simrules
