#include "diff/compare/walk.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "diff/compare/match.h"

namespace simrules {
namespace {

using nlohmann::json;
using ItemIndex = std::map<std::string, std::size_t>;

void visit(const Step& step, const OnDifference& on_difference);

const FieldSpec* member_spec(const FieldSpec* spec, std::string_view name) {
  return spec == nullptr ? nullptr : spec->member(name);
}

const FieldSpec* items_of(const FieldSpec* spec) {
  return spec == nullptr ? nullptr : spec->items.get();
}

void visit_leaf(const Step& step, const OnDifference& on_difference) {
  const FieldSpec& spec = step.spec();
  Ranked ranked = rank_step(step);
  if (ranked.order == Order::kEqual) return;
  ChangeKind kind = ChangeKind::kChanged;
  if (step.base == nullptr) kind = ChangeKind::kAdded;
  if (step.head == nullptr) kind = ChangeKind::kRemoved;
  const bool has_own_absence = spec.absent && spec.absent->is_null();
  const bool is_whole = has_own_absence && kind != ChangeKind::kChanged;
  on_difference(step,
                {kind, ranked.order, is_whole, ranked.movement, std::move(ranked.incomparable)});
}

void visit_members(const Step& step, const OnDifference& on_difference) {
  std::set<std::string_view> names;
  for (const json* side : {step.base, step.head}) {
    for (const auto& [name, value] : side->get_ref<const json::object_t&>()) names.insert(name);
  }
  for (const std::string_view name : names) {
    visit({.parent = &step,
           .token = name,
           .base_spec = member_spec(step.base_spec, name),
           .head_spec = member_spec(step.head_spec, name),
           .base = find_member(*step.base, name),
           .head = find_member(*step.head, name)},
          on_difference);
  }
}

void visit_item(const Step& item, const OnDifference& on_difference) {
  if (item.base != nullptr && item.head != nullptr) {
    visit(item, on_difference);
    return;
  }
  const bool added = item.base == nullptr;
  const Order order = rank_presence(item.parent->spec().better, added);
  on_difference(item, {added ? ChangeKind::kAdded : ChangeKind::kRemoved, order, true, order});
}

void visit_items(const Step& step,
                 const ItemIndex& base,
                 const ItemIndex& head,
                 const OnDifference& on_difference) {
  ItemIndex keys = base;
  keys.insert(head.begin(), head.end());
  for (const auto& entry : keys) {
    Step item{.parent = &step,
              .token = entry.first,
              .is_item = true,
              .base_spec = items_of(step.base_spec),
              .head_spec = items_of(step.head_spec)};
    if (const auto found = base.find(entry.first); found != base.end()) {
      item.base_index = found->second;
      item.base = &(*step.base)[found->second];
    }
    if (const auto found = head.find(entry.first); found != head.end()) {
      item.head_index = found->second;
      item.head = &(*step.head)[found->second];
    }
    visit_item(item, on_difference);
  }
}

/// Returns the items of a list by key; those of an absent list only where absence states an empty
/// one.
std::optional<ItemIndex> items_to_match(const FieldSpec& spec, const json* list) {
  list = stated(spec, list);
  if (list == nullptr || !list->is_array()) return std::nullopt;
  return index_items(*list, spec.key);
}

bool visit_keyed_list(const Step& step, const OnDifference& on_difference) {
  const FieldSpec& spec = step.spec();
  const auto base = items_to_match(spec, step.base);
  const auto head = items_to_match(spec, step.head);
  if (!base || !head) return false;
  visit_items(step, *base, *head, on_difference);
  return true;
}

bool has_members(const FieldSpec& spec, const json* value) {
  return value != nullptr && value->is_object() && !spec.is_quantity() &&
         (!spec.properties.empty() || spec.additional != nullptr);
}

void visit(const Step& step, const OnDifference& on_difference) {
  const FieldSpec& spec = step.spec();
  if (step.base == nullptr && step.base_spec == nullptr && step.head_spec != nullptr) {
    on_difference(step, {ChangeKind::kRecorded, Order::kIncomparable, false});
  } else if (spec.is_keyed_list() && visit_keyed_list(step, on_difference)) {
    return;
  } else if (has_members(spec, step.base) && has_members(spec, step.head)) {
    visit_members(step, on_difference);
  } else {
    visit_leaf(step, on_difference);
  }
}

}  // namespace

void walk(const FieldSpec& base_spec,
          const json& base,
          const FieldSpec& head_spec,
          const json& head,
          const OnDifference& on_difference) {
  Step root;
  root.base_spec = &base_spec;
  root.head_spec = &head_spec;
  root.base = &base;
  root.head = &head;
  walk(root, on_difference);
}

void walk(const Step& start, const OnDifference& on_difference) { visit(start, on_difference); }

}  // namespace simrules
