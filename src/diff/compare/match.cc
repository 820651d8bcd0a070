#include "diff/compare/match.h"

#include <algorithm>
#include <compare>
#include <set>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/amounts/decimal.h"
#include "model/amounts/quantity.h"

namespace simrules {
namespace {

using nlohmann::json;

const FieldSpec& known(const FieldSpec* spec) {
  static const FieldSpec kUnknownField;
  return spec != nullptr ? *spec : kUnknownField;
}

bool same_members(const FieldSpec& spec, const json& base, const json& head) {
  const auto matches = [&](const std::string& name) {
    return same(known(spec.member(name)), find_member(base, name), find_member(head, name));
  };
  const auto all_match = [&](const json& object) {
    const auto& members = object.get_ref<const json::object_t&>();
    return std::all_of(
        members.begin(), members.end(), [&](const auto& entry) { return matches(entry.first); });
  };
  return all_match(base) && all_match(head);
}

bool same_items(const FieldSpec& spec, const json& base, const json& head) {
  const auto base_items = index_items(base, spec.key);
  const auto head_items = index_items(head, spec.key);
  if (!base_items || !head_items) return base == head;
  if (base_items->size() != head_items->size()) return false;
  return std::all_of(base_items->begin(), base_items->end(), [&](const auto& entry) {
    const auto other = head_items->find(entry.first);
    return other != head_items->end() &&
           same(*spec.items, &base[entry.second], &head[other->second]);
  });
}

bool same_numbers(const json& base, const json& head) {
  const std::optional<Decimal> a = parse_decimal(base);
  const std::optional<Decimal> b = parse_decimal(head);
  return a && b && is_eq(compare(*a, *b));
}

bool same_present(const FieldSpec& spec, const json& base, const json& head) {
  if (base == head) return true;
  // A number in the place of a quantity is a count, or money.
  if (spec.is_quantity() && (base.is_object() || head.is_object()))
    return is_eq(compare_quantities(spec, base, head));
  if (base.is_array() && head.is_array()) {
    if (spec.is_keyed_list()) return same_items(spec, base, head);
    return spec.is_set &&
           std::set<json>(base.begin(), base.end()) == std::set<json>(head.begin(), head.end());
  }
  if (base.is_object() && head.is_object()) return same_members(spec, base, head);
  const bool is_number = spec.better == Better::kHigher || spec.better == Better::kLower;
  return is_number && same_numbers(base, head);
}

}  // namespace

const json* stated(const FieldSpec& spec, const json* value) {
  if (value != nullptr || !spec.absent || spec.absent->is_null()) return value;
  return &*spec.absent;
}

std::optional<std::map<std::string, std::size_t>> index_items(const json& list,
                                                              const std::string& key) {
  std::map<std::string, std::size_t> indexes;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_object()) return std::nullopt;
    const json* name = find_member(list[i], key);
    if (name == nullptr || !name->is_string()) return std::nullopt;
    if (!indexes.emplace(name->get<std::string>(), i).second) return std::nullopt;
  }
  return indexes;
}

bool has_ids(const FieldSpec& list) {
  return list.is_keyed_list() && list.key == "id" && list.area != Area::kEditorial &&
         list.area != Area::kBookkeeping && list.area != Area::kPast;
}

bool same(const FieldSpec& spec, const json* base, const json* head) {
  base = stated(spec, base);
  head = stated(spec, head);
  if (base == nullptr || head == nullptr) return base == head;
  return same_present(spec, *base, *head);
}

}  // namespace simrules
