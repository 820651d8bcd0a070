#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/explain/fix.h"
#include "schema/explain/text.h"
#include "schema/explain/walk.h"

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

/// Counts the defects that a branch adds to what is known already.
std::size_t count_new(const Walk& walk, std::vector<Violation> findings) {
  const auto is_known = [&](const Violation& finding) {
    return std::any_of(walk.findings->begin(), walk.findings->end(), [&](const Violation& known) {
      const bool member = finding.rank == FindingRank::kMember;
      return known.diagnostic.pointer == finding.diagnostic.pointer &&
             member == (known.rank == FindingRank::kMember) && known.subjects == finding.subjects;
    });
  };
  merge_violations(findings, walk.document);
  std::erase_if(findings, is_known);
  return findings.size();
}

std::size_t count_known_keys(Walk& walk, const json& branch, const json& value) {
  const json* properties = walk.index.node(branch).properties;
  if (properties == nullptr || !value.is_object()) return 0;
  std::size_t count = 0;
  for (const auto& [key, member] : value.items()) count += properties->contains(key) ? 1 : 0;
  return count;
}

/// Finds the branch that was most likely meant: with the fewest defects, then with the most keys.
/// Shape: the number of branches, if none stands out.
std::size_t likeliest_branch(Walk& walk,
                             const Spot& spot,
                             const json& branches,
                             const std::vector<std::vector<Violation>>& explained) {
  const std::string pointer = walk.pointer();
  std::size_t best = branches.size();
  std::pair<std::size_t, std::size_t> least;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    // A branch that the value as a whole cannot meet says less than one that its members fail.
    if (explained[i].empty() || is_about_value(explained[i], pointer)) continue;
    const std::pair rank(count_new(walk, explained[i]),
                         spot.value.size() - count_known_keys(walk, branches[i], spot.value));
    if (best != branches.size() && rank >= least) continue;
    best = i;
    least = rank;
  }
  return best;
}

/// Reports that a value fits no branch: the findings of the branch that was most likely meant, if
/// one stands out.
void report_no_branch(Walk& walk, const Spot& spot, const json& branches) {
  std::vector<std::vector<Violation>> explained;
  for (const json& branch : branches) explained.push_back(explain_branch(walk, branch, spot.value));
  const std::size_t best = likeliest_branch(walk, spot, branches, explained);
  const std::vector<std::string> keys = required_only(walk, branches);
  if (spot.value.is_object() && !keys.empty()) {
    report_missing(walk,
                   "missing-key",
                   keys.front(),
                   fmt::format("key {} is missing", quoted_list(keys)),
                   "add one of them")
        .subjects = keys;
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

/// Finds the value of a discriminating key, also under a misspelt name that no branch knows.
const json* discriminating_value(Walk& walk,
                                 const json& branches,
                                 const std::string& key,
                                 const json& value) {
  const auto member = value.find(key);
  if (member != value.end()) return &*member;
  for (const auto& [name, other] : value.items()) {
    const bool known =
        std::any_of(branches.begin(), branches.end(), [&, &n = name](const json& branch) {
          return walk.index.node(branch).properties->contains(n);
        });
    if (!known && nearest(name, {key})) return &other;
  }
  return nullptr;
}

bool report_choice(Walk& walk, const Spot& spot, const json& branches) {
  if (!walk.explains()) return false;
  for (const std::string& key : spot.value.is_object() ? discriminators(walk, branches, spot.value)
                                                       : std::vector<std::string>()) {
    const json* value = discriminating_value(walk, branches, key, spot.value);
    const auto matching = value == nullptr ? std::vector<const json*>()
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

}  // namespace

bool walk_choices(Walk& walk, const Spot& spot) {
  const bool ok = walk_any_of(walk, spot);
  return walk_one_of(walk, spot) && ok;
}

}  // namespace simrules
