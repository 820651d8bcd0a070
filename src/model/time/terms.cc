#include "model/time/terms.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/member.h"
#include "model/time/members.h"

namespace simrules {
namespace {

using nlohmann::json;

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

template <typename Names>
void erase_all(json& object, const Names& names) {
  for (const std::string_view name : names) object.erase(std::string(name));
}

template <typename List>
auto find_item(List& list, const std::string& key, std::string_view id) {
  return std::find_if(
      list.begin(), list.end(), [&](const json& item) { return text_at(item, key) == id; });
}

/// Puts the items that differed into the places of those that have their key.
void merge_items(json& list, const json& items, const std::string& key) {
  for (const json& item : items) {
    const auto known = find_item(list, key, text_at(item, key));
    if (known == list.end()) {
      list.push_back(item);
    } else {
      *known = item;
    }
  }
}

/// Undoes what the end of some terms brought to the countries of a zone.
void turn_back_countries(json& terms, const EarlierTerms& entry) {
  const WordList added = entry.added();
  const WordList removed = entry.removed();
  if (added.empty() && removed.empty()) return;
  json before = json::array();
  for (const std::string_view country : WordList(&member_of(terms, member_name::kCountries))) {
    if (!added.contains(country) && !removed.contains(country)) before.push_back(country);
  }
  for (const std::string_view country : removed) before.push_back(country);
  terms[member_name::kCountries] = std::move(before);
}

/// Turns terms into those that held before them.
void turn_back(json& terms, const EarlierTerms& entry, const FieldSpec& spec) {
  erase_all(terms, member_name::kNeverInherited);
  for (const std::string_view place : entry.without()) erase_place(terms, spec, place);
  turn_back_countries(terms, entry);
  for (const auto& [name, value] : entry.raw().items()) {
    if (is_one_of(member_name::kOfEarlierTerms, name)) continue;
    const FieldSpec* field = spec.member(name);
    const bool is_merged = field != nullptr && field->is_keyed_list() && terms.contains(name);
    if (is_merged) {
      merge_items(terms[name], value, field->key);
    } else {
      terms[name] = value;
    }
  }
}

/// Returns the words of one list that another does not have.
json words_only_in(const json& list, const json& other) {
  json words = json::array();
  for (const json& word : list) {
    if (std::find(other.begin(), other.end(), word) == other.end()) words.push_back(word);
  }
  return words;
}

void set_unless_empty(json& entry, const char* name, json list) {
  if (!list.empty()) entry[name] = std::move(list);
}

/// A member that both terms have and that differs.
struct Difference {
  const std::string& name;
  const FieldSpec& field;
  const json& before;
  const json& after;
};

void add_items(const Difference& differing, json& entry, json& without) {
  const std::string& key = differing.field.key;
  json items = json::array();
  for (const json& item : differing.before) {
    const auto now = find_item(differing.after, key, text_at(item, key));
    if (now == differing.after.end() || *now != item) items.push_back(item);
  }
  for (const json& item : differing.after) {
    const std::string id(text_at(item, key));
    const bool is_new = find_item(differing.before, key, id) == differing.before.end();
    if (is_new) without.push_back(differing.name + "/" + id);
  }
  set_unless_empty(entry, differing.name.c_str(), std::move(items));
}

void add_difference(const Difference& differing, json& entry, json& without) {
  if (differing.field.is_keyed_list()) {
    add_items(differing, entry, without);
  } else if (differing.name == member_name::kCountries) {
    set_unless_empty(entry, member_name::kAdded, words_only_in(differing.after, differing.before));
    set_unless_empty(
        entry, member_name::kRemoved, words_only_in(differing.before, differing.after));
  } else {
    entry[differing.name] = differing.before;
  }
}

}  // namespace

bool erase_place(json& object, const FieldSpec& spec, std::string_view place) {
  const std::size_t slash = place.find('/');
  const std::string name(place.substr(0, slash));
  const auto member = object.find(name);
  if (member == object.end()) return false;
  if (slash == std::string_view::npos) {
    object.erase(member);
    return true;
  }
  const FieldSpec* field = spec.member(name);
  if (field == nullptr) return false;
  const std::string_view rest = place.substr(slash + 1);
  if (!field->is_keyed_list()) {
    return member->is_object() && erase_place(*member, *field, rest);
  }
  const std::size_t end = rest.find('/');
  const auto item = find_item(*member, field->key, rest.substr(0, end));
  if (item == member->end()) return false;
  if (end != std::string_view::npos) {
    return erase_place(*item, *field->items, rest.substr(end + 1));
  }
  member->erase(item);
  return true;
}

bool is_dated(const FieldSpec& list) {
  return list.is_keyed_list() && list.items->member(member_name::kEffective) != nullptr;
}

bool has_terms(const FieldSpec& list) {
  return list.is_keyed_list() && list.items->member(member_name::kPreviously) != nullptr;
}

json whole_terms(const Item& item, const FieldSpec& spec, std::size_t at) {
  json terms = json::object();
  for (const auto& [name, value] : item.raw().items()) {
    if (!is_one_of(member_name::kOfOtherTimes, name)) terms[name] = value;
  }
  const ListOf<EarlierTerms> entries = item.previously();
  for (std::size_t i = 0; i < at; ++i) turn_back(terms, entries[i], spec);
  // A change to come is no part of terms that were over before it was told.
  if (at > 0) terms.erase(member_name::kUpcoming);
  return terms;
}

json bare_thing(const Item& item, const FieldSpec& spec) {
  json thing = json::object();
  for (const std::string_view name : member_name::kOfTheThing) {
    const json* value = find_member(item.raw(), name);
    if (value != nullptr) thing[std::string(name)] = *value;
  }
  const bool has_verdict = spec.member(member_name::kVerdict) != nullptr;
  if (has_verdict) thing[member_name::kVerdict] = member_name::kUnknownVerdict;
  return thing;
}

json entry_of(const json& earlier, const json& later, const FieldSpec& spec) {
  const FieldSpec& fields = *spec.member(member_name::kPreviously)->items;
  json entry = json::object();
  json without = json::array();
  for (const auto& [name, field] : fields.properties) {
    const FieldSpec* of_terms = spec.member(name);
    const bool is_substance = of_terms != nullptr && of_terms->area == Area::kSubstance;
    if (!is_substance || is_one_of(member_name::kNeverInherited, name) ||
        is_one_of(member_name::kOfEarlierTerms, name)) {
      continue;
    }
    const json* before = find_member(earlier, name);
    const json* after = find_member(later, name);
    if (before == nullptr) {
      if (after != nullptr) without.push_back(name);
    } else if (after == nullptr) {
      entry[name] = *before;
    } else if (*before != *after) {
      add_difference({name, *field, *before, *after}, entry, without);
    }
  }
  set_unless_empty(entry, member_name::kWithout, std::move(without));
  return entry;
}

}  // namespace simrules
