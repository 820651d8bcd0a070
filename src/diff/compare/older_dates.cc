#include "diff/compare/older_dates.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/change_ids.h"
#include "model/time/members.h"
#include "schema/spec/find_field.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The two members that a first day can stand in.
constexpr const char* kDates[] = {member_name::kEffective, member_name::kSince};

/// Lists the lists whose items have a date of their terms in the schema of the head alone.
std::vector<std::string> split_lists(const FieldSpec& base, const FieldSpec& head) {
  std::vector<std::string> lists;
  for (const auto& [name, list] : head.properties) {
    const FieldSpec* older = rule_spec(base, name);
    const bool is_split = list->is_keyed_list() && older != nullptr &&
                          list->items->member(member_name::kSince) != nullptr &&
                          older->member(member_name::kSince) == nullptr;
    if (is_split) lists.push_back(name);
  }
  return lists;
}

/// Tells whether the head dates the terms with the day that the base had for all.
bool has_moved(const json& base, const json& head) {
  const json& since = member_of(head, member_name::kSince);
  json before = member_of(base, member_name::kEffective);
  json after = member_of(head, member_name::kEffective);
  const bool is_moved = since.is_string() && member_of(before, member_name::kFrom) == since &&
                        !after.contains(member_name::kFrom);
  if (!is_moved) return false;
  // When it was made known goes with the terms, too.
  for (const char* name : {member_name::kFrom, member_name::kAnnounced}) before.erase(name);
  if (after.is_object()) after.erase(member_name::kAnnounced);
  return before.empty() == (after.is_null() || after.empty()) &&
         (before.empty() || before == after);
}

/// Writes the dates of an item as the head does.
class Carrier {
 public:
  Carrier(const Policy& head, const FieldSpec& spec) : head_(head), spec_(spec) {}

  void carry(const std::string& list, json& item, const json& now) {
    const std::string id(NamedItem(&item).id());
    for (const char* name : kDates) {
      const json before = member_of(item, name);
      const json& after = member_of(now, name);
      if (before == after) continue;
      add(list, id, name, before, after);
      if (after.is_null()) {
        item.erase(name);
      } else {
        item[name] = after;
      }
    }
  }

  std::vector<Change> take() { return std::move(changes_); }

 private:
  void add(const std::string& list,
           const std::string& id,
           const std::string& name,
           const json& before,
           const json& after) {
    const FieldSpec& section = *spec_.member(list);
    Change change;
    change.policy = head_.id;
    change.topic = section.topic;
    if (section.topic == list) change.rule = id;
    change.pointer = pointer_join(pointer_join(pointer_join("", list), id), name);
    change.impact = Impact::kEditorial;
    change.is_untold = true;
    if (before.is_null()) change.kind = ChangeKind::kAdded;
    if (after.is_null()) change.kind = ChangeKind::kRemoved;
    change.before = before;
    change.after = after;
    change.id = change_id(change.topic, name, "reworded");
    change.label = section.items->label("en") + " " + id + ": " + name;
    change.fingerprint = fingerprint(change);
    changes_.push_back(std::move(change));
  }

  const Policy& head_;
  const FieldSpec& spec_;
  std::vector<Change> changes_;
};

}  // namespace

void carry_dates(const FieldSpec& base_spec,
                 const Policy& head,
                 const FieldSpec& head_spec,
                 AlignedBase& aligned) {
  const std::vector<std::string> lists = split_lists(base_spec, head_spec);
  if (lists.empty()) return;
  json value = aligned.policy.raw();
  Carrier carrier(head, head_spec);
  for (const std::string& name : lists) {
    if (!value.contains(name)) continue;
    for (json& item : value[name]) {
      const Item now = find_item(head, name, NamedItem(&item).id());
      if (now && has_moved(item, now.raw())) carrier.carry(name, item, now.raw());
    }
  }
  std::vector<Change> changes = carrier.take();
  if (changes.empty()) return;
  Policy policy = make_policy(
      std::move(value), aligned.policy.path, aligned.policy.sha256, topics_of(head_spec));
  policy.document = aligned.policy.document;
  aligned.policy = std::move(policy);
  std::ranges::move(changes, std::back_inserter(aligned.renames));
}

}  // namespace simrules
