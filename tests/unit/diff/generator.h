#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Makes values for any field of any policy schema from its specification alone, so that a new
/// field is tested from the moment that it is declared.
/// Shape: names come from a small pool, so that two values often share items, plans and sources;
///        `density` is how many of a hundred members an object has.
class Generator {
 public:
  explicit Generator(unsigned seed, int density = 60) : random_(seed), density_(density) {}

  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  template <typename Value>
  const Value& pick(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

  template <typename Range>
  void shuffle(Range& range) {
    std::shuffle(range.begin(), range.end(), random_);
  }

  nlohmann::json make(const FieldSpec& spec) {
    if (spec.is_keyed_list()) return make_items(spec);
    if (spec.is_set) return make_set(spec);
    if (!spec.words.empty() && (spec.properties.empty() || chance(30))) return pick(spec.words);
    if (spec.is_quantity()) return make_quantity(spec);
    if (!spec.properties.empty() || spec.additional != nullptr) return make_members(spec);
    return make_scalar(spec);
  }

  /// Returns a neighbour of a value: most of it as it was, some of it changed.
  nlohmann::json mutate(const FieldSpec& spec, const nlohmann::json& value) {
    if (chance(3)) return make(spec);
    if (spec.is_keyed_list() && value.is_array()) return mutate_items(spec, value);
    const bool is_leaf = spec.properties.empty() && spec.additional == nullptr;
    if (is_leaf || spec.is_quantity() || !value.is_object()) return chance(20) ? make(spec) : value;
    return mutate_members(spec, value);
  }

 private:
  const std::vector<std::string>& names() const {
    static const std::vector<std::string> pool = {"a", "b", "c/~d"};
    return pool;
  }

  std::vector<std::string> keys_of(const FieldSpec& list) {
    const FieldSpec* key = list.items->member(list.key);
    return key != nullptr && !key->words.empty() ? key->words : names();
  }

  nlohmann::json make_item(const FieldSpec& list, const std::string& key) {
    nlohmann::json item = make(*list.items);
    item[list.key] = key;
    return item;
  }

  nlohmann::json make_items(const FieldSpec& list) {
    nlohmann::json items = nlohmann::json::array();
    std::vector<std::string> keys = keys_of(list);
    shuffle(keys);
    keys.resize(std::min<std::size_t>(keys.size(), below(4)));
    for (const std::string& key : keys) items.push_back(make_item(list, key));
    return items;
  }

  nlohmann::json mutate_items(const FieldSpec& list, const nlohmann::json& value) {
    nlohmann::json items = nlohmann::json::array();
    std::set<std::string> seen;
    for (const nlohmann::json& item : value) {
      const std::string key = item.at(list.key);
      seen.insert(key);
      if (chance(10)) continue;
      items.push_back(mutate(*list.items, item));
      items.back()[list.key] = key;
    }
    for (const std::string& key : keys_of(list)) {
      if (!seen.contains(key) && chance(5)) items.push_back(make_item(list, key));
    }
    shuffle(items);
    return items;
  }

  nlohmann::json make_set(const FieldSpec& spec) {
    if (!spec.most.empty() && chance(20)) return spec.most;
    std::vector<std::string> pool = spec.items->words.empty() ? names() : spec.items->words;
    shuffle(pool);
    pool.resize(std::min<std::size_t>(pool.size(), below(4)));
    return pool;
  }

  nlohmann::json make_number() {
    const std::string whole = std::to_string(below(50));
    if (chance(70)) return std::stoi(whole);
    return whole + "." + std::to_string(below(10)) + (chance(30) ? "0" : "");
  }

  nlohmann::json make_quantity(const FieldSpec& spec) {
    if (!spec.properties.contains("unit")) return make_number();
    return {{"value", make_number()}, {"unit", pick(spec.member("unit")->words)}};
  }

  nlohmann::json make_members(const FieldSpec& spec) {
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [name, member] : spec.properties) {
      if (chance(density_)) object[name] = make(*member);
    }
    if (spec.additional != nullptr && chance(30)) object["xx"] = make(*spec.additional);
    return object;
  }

  nlohmann::json mutate_members(const FieldSpec& spec, const nlohmann::json& value) {
    nlohmann::json object = value;
    for (const auto& [name, member] : spec.properties) {
      if (!object.contains(name)) {
        if (chance(5)) object[name] = make(*member);
      } else if (chance(5)) {
        object.erase(name);
      } else {
        object[name] = mutate(*member, object[name]);
      }
    }
    return object;
  }

  nlohmann::json make_date() {
    const std::string year = std::to_string(2020 + below(3));
    const std::string month = "-0" + std::to_string(1 + below(3));
    const std::string day = "-1" + std::to_string(below(3));
    return std::vector<std::string>{year, year + month, year + month + day}[below(3)];
  }

  nlohmann::json make_scalar(const FieldSpec& spec) {
    switch (spec.better) {
      case Better::kHigher:
      case Better::kLower:
        return make_number();
      case Better::kTrue:
      case Better::kFalse:
        return chance(50);
      case Better::kLater:
      case Better::kEarlier:
        return make_date();
      default:
        return pick(names());
    }
  }

  std::mt19937 random_;
  int density_;
};

}  // namespace simrules
