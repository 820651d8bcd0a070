#include <set>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/explain/text.h"
#include "schema/explain/walk.h"
#include "schema/reference.h"

namespace simrules {

namespace {

using nlohmann::json;

/// Reports a `not`: at the keys that must not be there, else at the value.
void report_excluded(Walk& walk, const Spot& spot) {
  const SchemaNode& excluded = walk.index.node(*spot.node.excluded);
  std::string help = help_of(walk, spot.node);
  if (help.empty()) help = spot.node.text("errorMessage");
  if (spot.value.is_object() && !excluded.required.empty()) {
    const std::vector<std::string>& keys = excluded.required;
    const std::string message =
        keys.size() == 1 ? fmt::format("key {} is not allowed here", quoted(keys.front()))
                         : fmt::format("{} must not stand together", quoted_list(keys, "and"));
    report_member(walk,
                  "not-allowed-here",
                  keys.back(),
                  message,
                  help.empty() ? "remove " + quoted(keys.back()) : help);
    return;
  }
  const bool never = excluded.json->empty();
  report_value(
      walk,
      "not-allowed-here",
      FindingRank::kBranch,
      never || spot.value.is_structured()
          ? fmt::format("{} is not allowed here", name_of(walk, spot.node))
          : fmt::format("{} must not be {}", name_of(walk, spot.node), quoted_value(spot.value)),
      help.empty() && never ? "remove it" : help);
}

/// Collects the pointers of the values that a condition looks at.
void collect_conditions(Walk& walk,
                        const json& condition,
                        const std::string& pointer,
                        std::set<std::string>& out) {
  const SchemaNode& node = walk.index.node(condition);
  for (const std::string& key : node.required) out.insert(pointer_join(pointer, key));
  if (node.properties != nullptr) {
    for (const auto& [key, member] : node.properties->items()) {
      out.insert(pointer_join(pointer, key));
      collect_conditions(walk, member, pointer_join(pointer, key), out);
    }
  }
  for (const json* list : {node.all_of, node.any_of, node.one_of}) {
    if (list == nullptr) continue;
    for (const json& part : *list) collect_conditions(walk, part, pointer, out);
  }
  if (node.excluded != nullptr) collect_conditions(walk, *node.excluded, pointer, out);
}

/// Explains what a condition asks for, with a note at each value that decided it.
bool explain_consequence(Walk& walk, const Spot& spot, const json& consequence) {
  std::set<std::string> decided_by;
  const std::string pointer = walk.pointer();
  collect_conditions(walk, *spot.node.condition, pointer, decided_by);
  const std::size_t outer = walk.conditions.size();
  walk.conditions.insert(walk.conditions.end(), decided_by.begin(), decided_by.end());
  const std::size_t before = walk.findings->size();
  const bool ok = walk_schema(walk, consequence, spot.value);
  walk.conditions.resize(outer);
  for (const std::string& place : decided_by) {
    const json* value = find_value(spot.value, place.substr(pointer.size()));
    if (value == nullptr || value->is_structured()) continue;
    const Note note{
        walk.document.value_place(place),
        fmt::format("because {} is {} here", quoted(pointer_leaf(place)), quoted_value(*value))};
    for (std::size_t i = before; i < walk.findings->size(); ++i)
      (*walk.findings)[i].diagnostic.notes.push_back(note);
  }
  return ok;
}

}  // namespace

bool walk_condition(Walk& walk, const Spot& spot) {
  if (spot.node.condition == nullptr) return true;
  const bool met = conforms(walk, *spot.node.condition, spot.value);
  const json* consequence = met ? spot.node.consequence : spot.node.alternative;
  if (consequence == nullptr) return true;
  if (!walk.explains()) return walk_schema(walk, *consequence, spot.value);
  return explain_consequence(walk, spot, *consequence);
}

bool walk_branches(Walk& walk, const Spot& spot) {
  bool ok = true;
  if (spot.node.all_of != nullptr) {
    for (const json& part : *spot.node.all_of) {
      ok = walk_schema(walk, part, spot.value) && ok;
      if (!ok && !walk.explains()) return false;
    }
  }
  ok = walk_choices(walk, spot) && ok;
  if (spot.node.excluded != nullptr && conforms(walk, *spot.node.excluded, spot.value)) {
    ok = false;
    if (walk.explains()) report_excluded(walk, spot);
  }
  return walk_condition(walk, spot) && ok;
}

}  // namespace simrules
