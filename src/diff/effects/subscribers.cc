#include "diff/effects/subscribers.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"

namespace simrules {
namespace {

using nlohmann::json;

std::optional<Axis> axis_of(Scope scope) {
  switch (scope) {
    case Scope::kPlans:
    case Scope::kExcept:
      return Axis::kPlan;
    case Scope::kZones:
      return Axis::kPlace;
    case Scope::kPlace:
      return Axis::kWhere;
    case Scope::kServices:
      return Axis::kService;
    default:
      return std::nullopt;
  }
}

/// Lists the words of a scope, be it a list or one word; nothing for the word that stands for all.
std::vector<std::string_view> words_of(const FieldSpec& spec, const json& value) {
  std::vector<std::string_view> words;
  if (value.is_string() && value != spec.most) words.push_back(value.get_ref<const std::string&>());
  for (const std::string_view word : WordList(&value)) words.push_back(word);
  return words;
}

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Tells whether one scope lets a value on its axis in.
bool lets_in(const FieldSpec& spec,
             const json& value,
             std::string_view asked,
             const Places& places) {
  const std::vector<std::string_view> words = words_of(spec, value);
  if (spec.scope == Scope::kExcept) return !contains(words, asked);
  if (value.is_string() && value == spec.most) return true;
  if (spec.scope != Scope::kZones) return contains(words, asked);
  return std::ranges::any_of(words, [&](std::string_view zone) { return places.has(zone, asked); });
}

template <typename Visit>
void each_scope(const Scoped& scoped, Axis axis, const Visit& visit) {
  for (const auto& [name, spec] : scoped.spec->properties) {
    if (axis_of(spec->scope) != axis) continue;
    if (const json* value = find_member(*scoped.item, name)) visit(*spec, *value);
  }
}

bool has_scopes(const FieldSpec& spec) {
  return std::ranges::any_of(spec.properties,
                             [](const auto& member) { return is_axis(member.second->scope); });
}

void collect(const Scoped& at, std::vector<Scoped>& found) {
  if (at.item->is_array() && at.spec->items != nullptr) {
    for (const json& item : *at.item) collect({&item, at.spec->items.get(), at.places}, found);
  }
  if (!at.item->is_object()) return;
  if (has_scopes(*at.spec)) found.push_back(at);
  for (const auto& [name, spec] : at.spec->properties) {
    const json* value = find_member(*at.item, name);
    if (value != nullptr && spec->area == Area::kSubstance && spec->scope == Scope::kNone)
      collect({value, spec.get(), at.places}, found);
  }
}

}  // namespace

Places::Places(const PolicyView& policy, const PolicyView& other) {
  for (const Zone& zone : policy.zones()) {
    const Zone there = other.find_zone(zone.id());
    auto countries = countries_of(zone, policy);
    if (countries && (!there || countries_of(there, other)))
      listed_.emplace(zone.id(), std::move(*countries));
  }
}

std::vector<std::string_view> Places::of(std::string_view zone) const {
  const auto listed = listed_.find(zone);
  return listed == listed_.end() ? std::vector{zone} : listed->second;
}

bool Places::has(std::string_view zone, std::string_view place) const {
  const auto listed = listed_.find(zone);
  return listed == listed_.end() ? zone == place : contains(listed->second, place);
}

bool Scoped::is_for(Axis axis, std::string_view value) const {
  bool all = true;
  each_scope(*this, axis, [&](const FieldSpec& scope, const json& words) {
    all = all && lets_in(scope, words, value, *places);
  });
  return all;
}

bool Scoped::is_for(const Subscriber& subscriber) const {
  for (std::size_t i = 0; i < kAxes; ++i) {
    if (!is_for(static_cast<Axis>(i), subscriber.values.at(i))) return false;
  }
  return true;
}

bool Scoped::names_places() const {
  bool named = false;
  each_scope(*this, Axis::kPlace, [&](const FieldSpec&, const json&) { named = true; });
  return named;
}

std::vector<Scoped> scoped_in(const Scoped& item) {
  std::vector<Scoped> found;
  collect(item, found);
  return found;
}

std::vector<std::string_view> named_on(Axis axis, const std::vector<Scoped>& scoped) {
  std::set<std::string_view> named;
  for (const Scoped& each : scoped) {
    each_scope(each, axis, [&](const FieldSpec& scope, const json& value) {
      for (const std::string_view word : words_of(scope, value)) {
        if (scope.scope != Scope::kZones) {
          named.insert(word);
          continue;
        }
        for (const std::string_view place : each.places->of(word)) named.insert(place);
      }
    });
  }
  return {named.begin(), named.end()};
}

bool is_axis(Scope scope) { return axis_of(scope).has_value(); }

}  // namespace simrules
