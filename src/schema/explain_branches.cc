#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/explain_fix.h"
#include "schema/explain_text.h"
#include "schema/explain_walk.h"
#include "schema/reference.h"

namespace simrules {

namespace {

using nlohmann::json;

/// Explains a value under one branch of a choice, apart from the other findings.
std::vector<Violation> explain_branch(Walk& walk, const json& branch, const json& value) {
  std::vector<Violation> findings;
  std::vector<Violation>* const outer = walk.findings;
  walk.findings = &findings;
  walk_schema(walk, branch, value);
  walk.findings = outer;
  return findings;
}

void append(Walk& walk, std::vector<Violation> findings) {
  for (Violation& finding : findings) walk.findings->push_back(std::move(finding));
}

bool is_required(const SchemaNode& node, const std::string& key) {
  return std::find(node.required.begin(), node.required.end(), key) != node.required.end();
}

/// Lists the keys by whose words the branches of a choice can be told apart.
std::vector<std::string> discriminators(Walk& walk, const json& branches, const json& value) {
  std::vector<std::string> keys;
  const SchemaNode& first = walk.index.node(branches.front());
  if (first.properties == nullptr) return keys;
  for (const auto& [key, property] : first.properties->items()) {
    const bool given = value.contains(key);
    const bool everywhere =
        std::all_of(branches.begin(), branches.end(), [&, name = key](const json& branch) {
          const SchemaNode& node = walk.index.node(branch);
          if (node.properties == nullptr || !node.properties->contains(name)) return false;
          const SchemaNode& member = walk.index.node(node.properties->at(name));
          const bool worded = member.constant != nullptr || member.values != nullptr;
          return worded && (given || is_required(node, name));
        });
    if (everywhere) keys.push_back(key);
  }
  return keys;
}

/// Picks the branches that a discriminating key of the value allows.
std::vector<const json*> matching_branches(Walk& walk,
                                           const json& branches,
                                           const std::string& key,
                                           const json& value) {
  std::vector<const json*> matching;
  for (const json& branch : branches) {
    const json& member = walk.index.node(branch).properties->at(key);
    if (conforms(walk, member, value)) matching.push_back(&branch);
  }
  return matching;
}

/// Reports that a discriminating key has a word of no branch, or is missing.
void report_discriminator(Walk& walk,
                          const Spot& spot,
                          const json& branches,
                          const std::string& key) {
  std::vector<std::string> words;
  for (const json& branch : branches) {
    const SchemaNode& member = walk.index.node(walk.index.node(branch).properties->at(key));
    for (const std::string& word : words_of_node(member)) {
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
  }
  const auto value = spot.value.find(key);
  if (value == spot.value.end()) {
    report_missing(walk,
                   "missing-key",
                   key,
                   fmt::format("key {} is missing in {}", quoted(key), name_of(walk, spot.node)),
                   fmt::format("add {} with {}", quoted(key), quoted_list(words)));
    return;
  }
  walk.path.push_back({&key, 0});
  const auto close =
      value->is_string() ? nearest(value->get_ref<const std::string&>(), words) : std::nullopt;
  report_value(walk,
               "unknown-word",
               FindingRank::kWord,
               fmt::format("{} is {}, expected {}",
                           quoted(key),
                           value->is_string() ? quoted_value(*value) : describe_value(*value),
                           quoted_list(words)),
               close ? other_word(walk, value->get_ref<const std::string&>(), *close, words)
                     : help_of(walk, spot.node));
  walk.path.pop_back();
}

/// Lists the keys that branches ask for which do nothing else.
std::vector<std::string> required_only(Walk& walk, const json& branches) {
  std::vector<std::string> keys;
  for (const json& branch : branches) {
    const SchemaNode& node = walk.index.node(branch);
    if (node.json->size() != 1 || node.required.size() != 1) return {};
    keys.push_back(node.required.front());
  }
  return keys;
}

std::string expected_of_branches(Walk& walk, const json& branches) {
  std::vector<std::string> parts;
  for (const json& branch : branches) {
    const std::string part = expected_of(walk.index.node(branch));
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  return fmt::format("{}", fmt::join(parts, ", or "));
}

bool is_about_value(const std::vector<Violation>& findings, const std::string& pointer) {
  return std::all_of(findings.begin(), findings.end(), [&](const Violation& finding) {
    return finding.diagnostic.pointer == pointer && finding.rank != FindingRank::kMember;
  });
}

/// Reports that a value fits no branch: the findings of the branch that was most likely meant, if
/// one stands out.
void report_no_branch(Walk& walk, const Spot& spot, const json& branches) {
  std::vector<std::vector<Violation>> explained;
  for (const json& branch : branches) explained.push_back(explain_branch(walk, branch, spot.value));
  const std::string pointer = walk.pointer();
  std::size_t best = explained.size();
  for (std::size_t i = 0; i < explained.size(); ++i) {
    // A branch that the value as a whole cannot meet says less than one that its members fail.
    if (explained[i].empty() || is_about_value(explained[i], pointer)) continue;
    if (best == explained.size() || explained[i].size() < explained[best].size()) best = i;
  }
  const std::vector<std::string> keys = required_only(walk, branches);
  if (spot.value.is_object() && !keys.empty()) {
    report_missing(walk,
                   "missing-key",
                   keys.front(),
                   fmt::format("key {} is missing", quoted_list(keys)),
                   "add one of them");
  } else if (best < explained.size()) {
    append(walk, std::move(explained[best]));
  } else if (explained.size() == 1 && !explained.front().empty()) {
    append(walk, std::move(explained.front()));
  } else {
    report_value(walk,
                 "no-branch-matches",
                 FindingRank::kBranch,
                 fmt::format("{} is {}, expected {}",
                             name_of(walk, spot.node),
                             describe_value(spot.value),
                             expected_of_branches(walk, branches)),
                 help_of(walk, spot.node));
  }
}

bool report_choice(Walk& walk, const Spot& spot, const json& branches) {
  if (!walk.explains()) return false;
  for (const std::string& key : spot.value.is_object() ? discriminators(walk, branches, spot.value)
                                                       : std::vector<std::string>()) {
    const auto value = spot.value.find(key);
    const auto matching = value == spot.value.end()
                              ? std::vector<const json*>()
                              : matching_branches(walk, branches, key, *value);
    if (matching.empty()) {
      report_discriminator(walk, spot, branches, key);
      return false;
    }
    if (matching.size() > 1) continue;
    append(walk, explain_branch(walk, *matching.front(), spot.value));
    return false;
  }
  report_no_branch(walk, spot, branches);
  return false;
}

bool walk_any_of(Walk& walk, const Spot& spot) {
  if (spot.node.any_of == nullptr) return true;
  const json& branches = *spot.node.any_of;
  const bool ok = std::any_of(branches.begin(), branches.end(), [&](const json& branch) {
    return conforms(walk, branch, spot.value);
  });
  return ok || report_choice(walk, spot, branches);
}

bool walk_one_of(Walk& walk, const Spot& spot) {
  if (spot.node.one_of == nullptr) return true;
  const json& branches = *spot.node.one_of;
  const auto matching = std::count_if(branches.begin(), branches.end(), [&](const json& branch) {
    return conforms(walk, branch, spot.value);
  });
  if (matching == 1) return true;
  if (matching == 0) return report_choice(walk, spot, branches);
  if (!walk.explains()) return false;
  const std::vector<std::string> keys = required_only(walk, branches);
  const bool exclusive = spot.value.is_object() && !keys.empty();
  report_value(walk,
               "several-branches-match",
               FindingRank::kBranch,
               exclusive ? fmt::format("only one of {} may be given", quoted_list(keys, "and"))
                         : fmt::format("{} fits {} alternatives, expected exactly one",
                                       name_of(walk, spot.node),
                                       matching),
               exclusive ? "keep the one that the source states" : help_of(walk, spot.node));
  return false;
}

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

bool walk_condition(Walk& walk, const Spot& spot) {
  if (spot.node.condition == nullptr) return true;
  const bool met = conforms(walk, *spot.node.condition, spot.value);
  const json* consequence = met ? spot.node.consequence : spot.node.alternative;
  if (consequence == nullptr) return true;
  if (!walk.explains()) return walk_schema(walk, *consequence, spot.value);
  return explain_consequence(walk, spot, *consequence);
}

}  // namespace

bool walk_branches(Walk& walk, const Spot& spot) {
  bool ok = true;
  if (spot.node.all_of != nullptr) {
    for (const json& part : *spot.node.all_of) {
      ok = walk_schema(walk, part, spot.value) && ok;
      if (!ok && !walk.explains()) return false;
    }
  }
  ok = walk_any_of(walk, spot) && ok;
  ok = walk_one_of(walk, spot) && ok;
  if (spot.node.excluded != nullptr && conforms(walk, *spot.node.excluded, spot.value)) {
    ok = false;
    if (walk.explains()) report_excluded(walk, spot);
  }
  return walk_condition(walk, spot) && ok;
}

}  // namespace simrules
