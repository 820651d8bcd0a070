#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/change.h"
#include "diff/compare/renames.h"
#include "generator.h"
#include "schema/spec/field_spec.h"

namespace simrules {

inline const FieldSpec* find_spec(const FieldSpec& spec, const std::string& name) {
  return spec.is_keyed_list() ? spec.items.get() : spec.member(name);
}

/// Writes the same amount in another unit where that leaves a whole number.
inline void rewrite_unit(const FieldSpec& spec, nlohmann::json& amount, Generator& random) {
  const auto from = spec.units.find(amount.value("unit", ""));
  if (from == spec.units.end() || !amount["value"].is_number_integer()) return;
  auto other = spec.units.begin();
  std::advance(other, static_cast<std::ptrdiff_t>(random.below(spec.units.size())));
  const std::int64_t total = amount["value"].get<std::int64_t>() * from->second;
  if (total % other->second != 0) return;
  amount = {{"value", total / other->second}, {"unit", other->first}};
}

/// Says the same in another way: sets and keyed items shuffled, amounts in other units.
inline void rewrite(const FieldSpec& spec, nlohmann::json& value, Generator& random) {
  if (spec.is_quantity() && value.is_object()) return rewrite_unit(spec, value, random);
  // The order of earlier terms says which of them came first.
  const bool is_free = spec.is_set || (spec.is_keyed_list() && spec.area != Area::kPast);
  if (value.is_array() && is_free) random.shuffle(value);
  if (value.is_array() && spec.is_keyed_list()) {
    for (nlohmann::json& item : value) rewrite(*spec.items, item, random);
  }
  if (!value.is_object()) return;
  for (auto& [name, member] : value.items()) {
    if (const FieldSpec* known = spec.member(name)) rewrite(*known, member, random);
  }
}

/// Brings what says the same into one form, without a line of the code under test.
/// Units: amounts are counted in hundredths of the smallest unit; the generator writes two decimals
///        at most.
inline nlohmann::json canonical(const FieldSpec& spec, nlohmann::json value);

inline std::int64_t hundredths(const nlohmann::json& number) {
  if (number.is_number()) return number.get<std::int64_t>() * 100;
  std::string digits = number.get<std::string>();
  const std::size_t point = digits.find('.');
  digits.resize(point + 3, '0');
  digits.erase(point, 1);
  return std::stoll(digits);
}

inline nlohmann::json canonical_amount(const FieldSpec& spec, const nlohmann::json& amount) {
  const auto factor = spec.units.find(amount.at("unit"));
  const bool converts = factor != spec.units.end();
  return {{"value", hundredths(amount.at("value")) * (converts ? factor->second : 1)},
          {"unit", converts ? "" : amount.at("unit")}};
}

inline nlohmann::json canonical_members(const FieldSpec& spec, const nlohmann::json& object) {
  nlohmann::json members = nlohmann::json::object();
  for (const auto& [name, member] : object.items()) {
    const FieldSpec* known = spec.member(name);
    if (known == nullptr) continue;
    nlohmann::json form = canonical(*known, member);
    if (!known->absent || form != *known->absent) members[name] = std::move(form);
  }
  return members;
}

inline nlohmann::json canonical(const FieldSpec& spec, nlohmann::json value) {
  if (value.is_array()) {
    for (nlohmann::json& item : value) item = canonical(*spec.items, item);
    std::sort(value.begin(), value.end());
    return value;
  }
  if (value.is_object()) {
    return spec.is_quantity() ? canonical_amount(spec, value) : canonical_members(spec, value);
  }
  const bool is_number = spec.better == Better::kHigher || spec.better == Better::kLower;
  const bool is_word = value.is_string() && value.get<std::string>().find('.') == std::string::npos;
  return is_number && !is_word ? nlohmann::json(hundredths(value)) : value;
}

/// Finds the place of a keyed pointer's last token: the object or list that it stands in.
inline std::pair<nlohmann::json*, const FieldSpec*> find_owner(
    const FieldSpec& root, nlohmann::json& value, const std::vector<std::string>& tokens) {
  nlohmann::json* at = &value;
  const FieldSpec* spec = &root;
  for (std::size_t i = 0; i + 1 < tokens.size() && spec != nullptr; ++i) {
    nlohmann::json* next = nullptr;
    if (spec->is_keyed_list()) {
      for (nlohmann::json& item : *at) {
        if (item.at(spec->key) == tokens[i]) next = &item;
      }
    } else {
      next = &(*at)[tokens[i]];
    }
    spec = find_spec(*spec, tokens[i]);
    at = next;
  }
  return {at, spec};
}

/// Gives an id wherever a field refers to a list.
inline void rename_references(const FieldSpec& spec,
                              nlohmann::json& value,
                              const std::string& list,
                              const Change& rename) {
  if (spec.refers == list && value == rename.before) value = rename.after;
  if (value.is_array()) {
    for (nlohmann::json& item : value) {
      if (spec.refers == list && item == rename.before) item = rename.after;
      if (spec.items != nullptr) rename_references(*spec.items, item, list, rename);
    }
  }
  if (!value.is_object()) return;
  for (auto& [name, member] : value.items()) {
    if (const FieldSpec* known = spec.member(name)) rename_references(*known, member, list, rename);
  }
}

/// Gives an item its new id; the pointer names what is around it by the ids of the head.
inline void apply_rename(const FieldSpec& root, nlohmann::json& value, const Change& rename) {
  std::vector<std::string> tokens = pointer_split(rename.pointer);
  tokens.pop_back();
  const auto [list, spec] = find_owner(root, value, tokens);
  for (nlohmann::json& item : *list) {
    if (item.at(spec->key) == rename.before) item[spec->key] = rename.after;
  }
  if (tokens.size() == 2) rename_references(root, value, tokens[0], rename);
}

/// Does one change to a value; what is derived from other fields has no place in it and is passed
/// over.
inline void apply_change(const FieldSpec& root, nlohmann::json& value, const Change& change) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const auto [owner, spec] = find_owner(root, value, tokens);
  const std::string& name = tokens.back();
  if (spec == nullptr || find_spec(*spec, name) == nullptr) return;
  if (spec->is_keyed_list()) {
    const std::string& key = spec->key;
    if (owner->is_null()) *owner = nlohmann::json::array();
    std::erase_if(owner->get_ref<nlohmann::json::array_t&>(),
                  [&](const nlohmann::json& item) { return item.at(key) == name; });
    if (change.kind != ChangeKind::kRemoved) owner->push_back(change.after);
    return;
  }
  const bool is_derived = change.kind == ChangeKind::kChanged && (*owner)[name] != change.before;
  if (is_derived) return;
  if (change.kind == ChangeKind::kRemoved) {
    owner->erase(name);
  } else {
    (*owner)[name] = change.after;
  }
}

}  // namespace simrules
