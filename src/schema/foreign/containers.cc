#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "schema/foreign/text.h"
#include "schema/foreign/walk.h"

namespace simrules {

using nlohmann::json;

bool ForeignWalk::list(const json& schema, const json& value, const std::string& at) {
  bool fine = count(schema, "minItems", value.size(), "items", at);
  fine = count(schema, "maxItems", value.size(), "items", at) && fine;
  const json* items = find_member(schema, "items");
  const json* additional = find_member(schema, "additionalItems");
  for (std::size_t i = 0; items != nullptr && i < value.size(); ++i) {
    const json* each = !items->is_array() ? items : i < items->size() ? &(*items)[i] : additional;
    if (each != nullptr) fine = walk(*each, value[i], pointer_join(at, i)) && fine;
  }
  const json* unique = find_member(schema, "uniqueItems");
  if (unique != nullptr && *unique == true) fine = distinct(value, at) && fine;
  const json* contains = find_member(schema, "contains");
  const auto is_wanted = [&](const json& item) { return conforms(*contains, item); };
  if (contains == nullptr || std::any_of(value.begin(), value.end(), is_wanted)) return fine;
  return fail("too-few-items",
              at,
              fmt::format("{} has no item as `contains` of the schema asks for", name_at(at)));
}

bool ForeignWalk::distinct(const json& value, const std::string& at) {
  const auto less = [](const json* a, const json* b) { return *a < *b; };
  std::set<const json*, decltype(less)> seen(less);
  bool fine = true;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (seen.insert(&value[i]).second) continue;
    fine = fail("duplicate-item",
                pointer_join(at, i),
                fmt::format("item {} of {} is there already", i + 1, name_at(at)));
  }
  return fine;
}

bool ForeignWalk::object(const json& schema, const json& value, const std::string& at) {
  bool fine = count(schema, "minProperties", value.size(), "keys", at);
  fine = count(schema, "maxProperties", value.size(), "keys", at) && fine;
  if (const json* required = find_member(schema, "required")) {
    for (const json& key : *required) {
      if (value.contains(key.get_ref<const std::string&>())) continue;
      fine = fail_at_key("missing-key", at, fmt::format("key {} is missing", shown_value(key)));
    }
  }
  const json* names = find_member(schema, "propertyNames");
  for (const auto& [key, member] : value.items()) {
    const std::string place = pointer_join(at, key);
    if (names != nullptr && !ForeignWalk(schema_, nullptr).walk(*names, json(key), "")) {
      fine = fail_at_key("unknown-key",
                         place,
                         fmt::format("the key {} is none that the schema allows", quoted(key)));
    }
    fine = this->member(schema, key, member, place) && fine;
  }
  return dependencies(schema, value, at) && fine;
}

bool ForeignWalk::member(const json& schema,
                         const std::string& key,
                         const json& value,
                         const std::string& at) {
  bool fine = true;
  bool is_known = false;
  if (const json* properties = find_member(schema, "properties")) {
    if (const auto known = properties->find(key); known != properties->end()) {
      is_known = true;
      fine = walk(*known, value, at);
    }
  }
  if (const json* patterns = find_member(schema, "patternProperties")) {
    for (const auto& [pattern, part] : patterns->items()) {
      if (!matches(pattern, key, at)) continue;
      is_known = true;
      fine = walk(part, value, at) && fine;
    }
  }
  const json* additional = find_member(schema, "additionalProperties");
  if (is_known || additional == nullptr) return fine;
  if (*additional != false) return walk(*additional, value, at) && fine;
  const json* properties = find_member(schema, "properties");
  std::vector<std::string> keys;
  if (properties != nullptr) {
    for (const auto& [name, part] : properties->items()) keys.push_back(name);
  }
  const auto twin = nearest(key, keys);
  return fail_at_key("unknown-key",
                     at,
                     fmt::format("unknown key {}", quoted(key)),
                     twin ? fmt::format("did you mean {}?", quoted(*twin)) : "");
}

bool ForeignWalk::dependencies(const json& schema, const json& value, const std::string& at) {
  const json* all = find_member(schema, "dependencies");
  if (all == nullptr) return true;
  bool fine = true;
  for (const auto& [key, needed] : all->items()) {
    if (!value.contains(key)) continue;
    if (!needed.is_array()) {
      fine = walk(needed, value, at) && fine;
      continue;
    }
    for (const json& name : needed) {
      if (value.contains(name.get_ref<const std::string&>())) continue;
      fine = fail_at_key("missing-dependency",
                         pointer_join(at, key),
                         fmt::format("{} needs {} beside it", quoted(key), shown_value(name)));
    }
  }
  return fine;
}

}  // namespace simrules
