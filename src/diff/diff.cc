#include "diff/diff.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <nlohmann/json.hpp>

#include "diff/compare/pairing.h"
#include "diff/compare/policy_diff.h"
#include "diff/compare/renames.h"
#include "diff/effects/effects.h"

namespace simrules {
namespace {

void add_whole(Change change, Differences& differences) {
  differences.effects.push_back(effect_of(change));
  differences.changes.push_back(std::move(change));
}

void append(Differences more, Differences& differences) {
  std::ranges::move(more.changes, std::back_inserter(differences.changes));
  std::ranges::move(more.effects, std::back_inserter(differences.effects));
}

void sort(Differences& differences) {
  std::ranges::sort(differences.changes, [](const Change& a, const Change& b) {
    return std::tie(a.policy, a.pointer, a.id) < std::tie(b.policy, b.pointer, b.id);
  });
  std::ranges::stable_sort(differences.effects, [](const Effect& a, const Effect& b) {
    return std::tie(a.policy, a.topic) < std::tie(b.policy, b.topic);
  });
}

}  // namespace

Differences diff(const Catalog& base,
                 const PolicySchema& base_schema,
                 const Catalog& head,
                 const PolicySchema& head_schema,
                 bool are_days) {
  Differences differences;
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == nullptr) {
      add_whole(added_policy(*match.head), differences);
    } else if (match.head == nullptr) {
      add_whole(removed_policy(*match.base), differences);
    } else {
      append(diff(*match.base, base_schema.root(), *match.head, head_schema.root(), are_days),
             differences);
    }
  }
  sort(differences);
  return differences;
}

Differences diff(const Policy& base,
                 const FieldSpec& base_spec,
                 const Policy& head,
                 const FieldSpec& head_spec,
                 bool are_days) {
  AlignedBase aligned = align(base, head, head_spec);
  const PolicyPair pair{aligned.policy, base_spec, head, head_spec, are_days};
  Differences differences{diff_policy(pair), {}};
  std::ranges::move(aligned.renames, std::back_inserter(differences.changes));
  differences.effects = effects_of(pair, differences.changes);
  sort(differences);
  return differences;
}

}  // namespace simrules
