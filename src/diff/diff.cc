#include "diff/diff.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <nlohmann/json.hpp>

#include "diff/compare/older_dates.h"
#include "diff/compare/pairing.h"
#include "diff/compare/policy_diff.h"
#include "diff/compare/renames.h"
#include "diff/effects/effects.h"

namespace simrules {
namespace {

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

/// Tells of a policy that only one side has: of what it is, then of each of its rules.
/// Shape: our data has it now or has it no more, which does nothing to anybody: all of it has the impact
///        of the policy.
Differences diff_one_side(const Policy& policy, const PolicySchema& schema, DiffSide side) {
  const Policy rest = without_rules(policy, schema.topics());
  const bool came = side == DiffSide::kHead;
  Differences differences = came ? diff(rest, schema.root(), policy, schema.root())
                                 : diff(policy, schema.root(), rest, schema.root());
  const auto& topics = schema.topics();
  Change whole = came ? added_policy(policy, topics) : removed_policy(policy, topics);
  differences.effects.push_back(effect_of(whole));
  differences.changes.push_back(std::move(whole));
  const Impact impact = differences.changes.back().impact;
  for (Change& change : differences.changes) change.impact = impact;
  for (Effect& effect : differences.effects) {
    effect.impact = impact;
    for (auto& [fact, part] : effect.changes) part = impact;
    for (Change& term : effect.terms) term.impact = impact;
  }
  return differences;
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
      append(diff_one_side(*match.head, head_schema, DiffSide::kHead), differences);
    } else if (match.head == nullptr) {
      append(diff_one_side(*match.base, head_schema, DiffSide::kBase), differences);
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
  if (&base.raw() == &head.raw()) return {};
  AlignedBase aligned = align(base, head, head_spec);
  carry_dates(base_spec, head, head_spec, aligned);
  const PolicyPair pair{aligned.policy, base_spec, head, head_spec, are_days};
  Differences differences{diff_policy(pair), {}};
  std::ranges::move(aligned.renames, std::back_inserter(differences.changes));
  differences.effects = effects_of(pair, differences.changes);
  sort(differences);
  return differences;
}

}  // namespace simrules
