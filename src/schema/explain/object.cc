#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/explain/fix.h"
#include "schema/explain/text.h"
#include "schema/explain/walk.h"

namespace simrules {

namespace {

using nlohmann::json;

// More keys than this do not help whoever looks for one.
constexpr std::size_t kMaxNamedKeys = 12;

// Of a key that so many fields take nobody knows which was meant.
constexpr std::size_t kMaxTakers = 4;

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

/// Lists the missing keys that a schema asks for, by its conditions and dependencies too.
void collect_missing(Walk& walk, const Spot& spot, std::vector<std::string>& missing) {
  for (const std::string& key : spot.node.required) {
    if (!spot.value.contains(key)) missing.push_back(key);
  }
  if (spot.node.dependencies != nullptr) {
    for (const auto& [key, needed] : spot.node.dependencies->items()) {
      if (!needed.is_array() || !spot.value.contains(key)) continue;
      for (const json& name : needed) {
        if (!spot.value.contains(name.get_ref<const std::string&>())) missing.push_back(name);
      }
    }
  }
  if (spot.node.all_of != nullptr) {
    for (const json& part : *spot.node.all_of)
      collect_missing(walk, {walk.index.node(part), spot.value}, missing);
  }
  if (spot.node.condition == nullptr) return;
  const bool met = conforms(walk, *spot.node.condition, spot.value);
  const json* asked = met ? spot.node.consequence : spot.node.alternative;
  if (asked != nullptr) collect_missing(walk, {walk.index.node(*asked), spot.value}, missing);
}

/// Lists the keys that an unknown one may have been meant to be, missing ones that are asked for
/// first.
std::vector<std::string> candidates(Walk& walk, const Spot& spot) {
  std::vector<std::string> missing;
  collect_missing(walk, spot, missing);
  if (spot.node.properties == nullptr) return missing;
  for (const std::string& key : keys_of(*spot.node.properties)) {
    if (std::find(missing.begin(), missing.end(), key) == missing.end()) missing.push_back(key);
  }
  return missing;
}

/// Lists the fields of an object that take a key themselves, or each of their items: who writes a
/// key one level too high means one of them.
std::vector<std::string> takers_of(Walk& walk, const SchemaNode& node, const std::string& key) {
  std::vector<std::string> takers;
  if (node.properties == nullptr) return takers;
  for (const auto& [name, schema] : node.properties->items()) {
    const SchemaNode* field = &walk.index.node(schema);
    const bool is_list = field->items != nullptr && field->items->is_object();
    if (is_list) field = &walk.index.node(*field->items);
    if (field->properties == nullptr || !field->properties->contains(key)) continue;
    takers.push_back(is_list ? "an item of " + quoted(name) : quoted(name));
  }
  return takers;
}

void report_unknown_key(Walk& walk, const Spot& spot, const std::string& key) {
  const std::vector<std::string> known = candidates(walk, spot);
  const auto close = nearest(key, known);
  const std::string pointer = walk.pointer();
  const std::vector<std::string> takers = takers_of(walk, spot.node, key);
  WayOut way_out("remove it, or see the field table for the keys that belong here");
  if (close && spot.value.contains(*close)) {
    const Place place = walk.document.key_place(pointer_join(pointer, *close));
    way_out.help = fmt::format(
        "{} is there already, at line {}: keep one of them", quoted(*close), place.line);
  } else if (close) {
    way_out = other_key(walk, key, *close, known);
  } else if (!takers.empty() && takers.size() <= kMaxTakers) {
    way_out.help = fmt::format("it belongs one level deeper: into {}", fmt::join(takers, " or "));
  } else if (spot.node.properties == nullptr || spot.node.properties->empty()) {
    way_out.help = "remove it";
  } else if (spot.node.properties->size() <= kMaxNamedKeys) {
    way_out.help = "the keys here are " + quoted_list(keys_of(*spot.node.properties), "and");
  }
  const std::string where = walk.path.empty() ? "" : " in " + name_of(walk, spot.node);
  Violation& finding = report_member(
      walk, "unknown-key", key, fmt::format("unknown key {}{}", quoted(key), where), way_out);
  if (close && !spot.value.contains(*close)) finding.suggestion = *close;
}

/// Says what to write for a missing key.
std::string missing_help(Walk& walk, const Spot& spot, const std::string& key) {
  std::string text;
  std::string expected = "another value";
  for (const SchemaNode* node : {&spot.node, field_of(walk)}) {
    const bool known =
        node != nullptr && node->properties != nullptr && node->properties->contains(key);
    if (!known || !text.empty()) continue;
    const SchemaNode& member = walk.index.node(node->properties->at(key));
    // What to write instead of a wrong value rarely fits where there is none.
    text = phrase(member.text("description"));
    if (text.empty()) text = member.text("x-help");
    expected = expected_of(member);
  }
  if (!text.empty()) return fmt::format("add {}: {}", quoted(key), text);
  if (expected != "another value") return fmt::format("add {} with {}", quoted(key), expected);
  return fmt::format("add {}", quoted(key));
}

bool walk_required(Walk& walk, const Spot& spot) {
  bool ok = true;
  for (const std::string& key : spot.node.required) {
    if (spot.value.contains(key)) continue;
    if (!walk.explains()) return false;
    ok = false;
    const std::string where = walk.path.empty() ? "" : " in " + name_of(walk, spot.node);
    report_missing(walk,
                   "missing-key",
                   key,
                   fmt::format("key {} is missing{}", quoted(key), where),
                   missing_help(walk, spot, key));
  }
  return ok;
}

bool walk_members(Walk& walk, const Spot& spot) {
  const SchemaNode& node = spot.node;
  bool ok = true;
  for (const auto& [key, value] : spot.value.items()) {
    const bool known = node.properties != nullptr && node.properties->contains(key);
    if (known) {
      ok = walk_member(walk, node.properties->at(key), key, value) && ok;
    } else if (node.additional != nullptr && node.additional->is_object()) {
      ok = walk_member(walk, *node.additional, key, value) && ok;
    } else if (node.additional != nullptr && *node.additional == false) {
      ok = false;
      if (walk.explains()) report_unknown_key(walk, spot, key);
      continue;
    }
    check_key_format(walk, spot, key);
    if (!ok && !walk.explains()) return false;
  }
  return ok;
}

bool walk_dependencies(Walk& walk, const Spot& spot) {
  if (spot.node.dependencies == nullptr) return true;
  bool ok = true;
  for (const auto& [key, dependency] : spot.node.dependencies->items()) {
    if (!spot.value.contains(key)) continue;
    if (dependency.is_object()) {
      ok = walk_schema(walk, dependency, spot.value) && ok;
      continue;
    }
    for (const json& needed : dependency) {
      const auto& name = needed.get_ref<const std::string&>();
      if (spot.value.contains(name)) continue;
      ok = false;
      if (!walk.explains()) return false;
      Violation& finding =
          report_member(walk,
                        "missing-dependency",
                        key,
                        fmt::format("{} needs {} beside it", quoted(key), quoted(name)),
                        missing_help(walk, spot, name));
      finding.subjects = {name};
    }
  }
  return ok;
}

bool walk_size(Walk& walk,
               const Spot& spot,
               const char* noun,
               std::optional<std::size_t> least,
               std::optional<std::size_t> most) {
  const std::size_t size = spot.value.size();
  const bool few = least && size < *least;
  const bool many = most && size > *most;
  if (!few && !many) return true;
  if (walk.explains()) {
    report_value(walk,
                 few ? "too-few-items" : "too-many-items",
                 FindingRank::kBound,
                 fmt::format("{} has {}, expected at {} {}",
                             name_of(walk, spot.node),
                             counted(size, noun),
                             few ? "least" : "most",
                             few ? *least : *most),
                 help_of(walk, spot.node));
  }
  return false;
}

struct LessValue {
  bool operator()(const json* a, const json* b) const { return *a < *b; }
};

bool walk_unique(Walk& walk, const Spot& spot) {
  if (!spot.node.unique_items) return true;
  bool ok = true;
  std::map<const json*, std::size_t, LessValue> seen;
  for (std::size_t i = 0; i < spot.value.size(); ++i) {
    const json& item = spot.value[i];
    const auto [first, is_new] = seen.emplace(&item, i);
    if (is_new) continue;
    ok = false;
    if (!walk.explains()) return false;
    const std::string list = walk.pointer();
    const Place again = walk.document.value_place(pointer_join(list, first->second));
    const WayOut way_out = removal(walk, i);
    walk.path.push_back({nullptr, i});
    const std::string what =
        item.is_structured() ? fmt::format("item {}", first->second + 1) : quoted_value(item);
    report_value(walk,
                 "duplicate-item",
                 FindingRank::kBound,
                 fmt::format("{} repeats {}", name_of(walk, spot.node), what),
                 way_out);
    walk.findings->back().diagnostic.notes.push_back({again, "it is listed here first"});
    walk.path.pop_back();
  }
  return ok;
}

}  // namespace

void check_key_format(Walk& walk, const Spot& spot, const std::string& key) {
  const Format* format = spot.node.key_format;
  if (format == nullptr || !walk.explains() || format->accepts(key)) return;
  report_member(walk,
                format->check,
                key,
                fmt::format("the key is {}, expected {}", quoted(key), format->expected),
                help_of(walk, spot.node));
}

bool walk_list(Walk& walk, const Spot& spot) {
  bool ok = walk_size(walk, spot, "item", spot.node.min_items, spot.node.max_items);
  if (spot.node.items != nullptr) {
    for (std::size_t i = 0; i < spot.value.size() && (ok || walk.explains()); ++i) {
      ok = walk_item(walk, *spot.node.items, i, spot.value[i]) && ok;
    }
  }
  return walk_unique(walk, spot) && ok;
}

bool walk_object(Walk& walk, const Spot& spot) {
  bool ok = walk_size(walk, spot, "key", spot.node.min_properties, spot.node.max_properties);
  ok = walk_required(walk, spot) && ok;
  if (!ok && !walk.explains()) return false;
  ok = walk_members(walk, spot) && ok;
  return walk_dependencies(walk, spot) && ok;
}

}  // namespace simrules
