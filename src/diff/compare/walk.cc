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

void visit(const Step& step, const WalkVisitor& visitor);

const FieldSpec* member_spec(const FieldSpec* spec, std::string_view name) {
  return spec == nullptr ? nullptr : spec->member(name);
}

const FieldSpec* items_of(const FieldSpec* spec) {
  return spec == nullptr ? nullptr : spec->items.get();
}

bool is_plan_word(const FieldSpec& spec, const json& value) {
  return value.is_string() && spec.plan_values.contains(value.get_ref<const std::string&>());
}

void visit_leaf(const Step& step, const WalkVisitor& visitor) {
  const FieldSpec& spec = step.spec();
  Order order = rank(spec, step.base, step.head);
  if (order == Order::kEqual) {
    const bool both = step.base != nullptr && step.head != nullptr;
    if (both && is_plan_word(spec, *step.head)) visitor.on_plan_word(step);
    return;
  }
  std::vector<std::string> incomparable;
  if (order != Order::kIncomparable && order != Order::kClarified && order != Order::kObscured) {
    incomparable = disagreeing_siblings(step);
    if (!incomparable.empty()) order = Order::kIncomparable;
  }
  ChangeKind kind = ChangeKind::kChanged;
  if (step.base == nullptr) kind = ChangeKind::kAdded;
  if (step.head == nullptr) kind = ChangeKind::kRemoved;
  const bool has_own_absence = spec.absent && spec.absent->is_null();
  const bool is_whole = has_own_absence && kind != ChangeKind::kChanged;
  visitor.on_difference(step, {kind, order, is_whole, std::move(incomparable)});
}

void visit_members(const Step& step, const WalkVisitor& visitor) {
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
          visitor);
  }
}

void visit_item(const Step& item, const WalkVisitor& visitor) {
  if (item.base != nullptr && item.head != nullptr) {
    visit(item, visitor);
    return;
  }
  const bool added = item.base == nullptr;
  const Order order = rank_presence(item.parent->spec().better, added);
  visitor.on_difference(item, {added ? ChangeKind::kAdded : ChangeKind::kRemoved, order, true});
}

void visit_items(const Step& step,
                 const ItemIndex& base,
                 const ItemIndex& head,
                 const WalkVisitor& visitor) {
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
    visit_item(item, visitor);
  }
}

/// Returns the items of a list by key; those of an absent list only where absence states an empty
/// one.
std::optional<ItemIndex> items_to_match(const FieldSpec& spec, const json* list) {
  list = stated(spec, list);
  if (list == nullptr || !list->is_array()) return std::nullopt;
  return index_items(*list, spec.key);
}

bool visit_keyed_list(const Step& step, const WalkVisitor& visitor) {
  const FieldSpec& spec = step.spec();
  const auto base = items_to_match(spec, step.base);
  const auto head = items_to_match(spec, step.head);
  if (!base || !head) return false;
  visit_items(step, *base, *head, visitor);
  return true;
}

bool has_members(const FieldSpec& spec, const json* value) {
  return value != nullptr && value->is_object() && !spec.is_quantity() &&
         (!spec.properties.empty() || spec.additional != nullptr);
}

void visit(const Step& step, const WalkVisitor& visitor) {
  const FieldSpec& spec = step.spec();
  if (step.base == nullptr && step.base_spec == nullptr && step.head_spec != nullptr) {
    visitor.on_difference(step, {ChangeKind::kRecorded, Order::kIncomparable, false});
  } else if (spec.is_keyed_list() && visit_keyed_list(step, visitor)) {
    return;
  } else if (has_members(spec, step.base) && has_members(spec, step.head)) {
    visit_members(step, visitor);
  } else {
    visit_leaf(step, visitor);
  }
}

}  // namespace

std::vector<std::string> disagreeing_siblings(const Step& step) {
  const Step* parent = step.parent;
  const FieldSpec& spec = step.spec();
  if (spec.within.empty() || parent == nullptr) return {};
  if (parent->base == nullptr || parent->head == nullptr) return spec.within;
  return disagreeing_siblings(spec, parent->spec(), *parent->base, *parent->head);
}

void walk(const FieldSpec& base_spec,
          const json& base,
          const FieldSpec& head_spec,
          const json& head,
          const WalkVisitor& visitor) {
  Step root;
  root.base_spec = &base_spec;
  root.head_spec = &head_spec;
  root.base = &base;
  root.head = &head;
  visit(root, visitor);
}

}  // namespace simrules
