#include "diff/diff.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "diff/compare/moves.h"
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

/// Tells of a policy that only one side has: of what it is, then of each of its rules but those that moved
/// there.
/// Shape: our data has it now or has it no more, which does nothing to anybody: all of it has the impact
///        of the policy.
Differences diff_one_side(const Policy& policy,
                          const PolicySchema& schema,
                          DiffSide side,
                          const std::vector<const Rule*>& moved) {
  const Policy rest = with_rules(without_rules(policy, schema.topics()), moved, schema.root());
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

/// Keeps of a comparison what is about one rule, or all but that.
void keep(Differences& differences, const RuleName& rule, bool is_about) {
  const auto is_other = [&](const auto& each) {
    return (RuleName{each.policy, each.topic, each.rule} == rule) != is_about;
  };
  std::erase_if(differences.changes, is_other);
  std::erase_if(differences.effects, is_other);
}

/// Compares a rule with the one whose place it takes in another policy.
/// Shape: the facts are those of all fields and of the name; for whom either is does nothing to anybody.
Differences diff_move(const Move& move, const FieldSpec& base_spec, const FieldSpec& head_spec) {
  const auto compare = [&](MovedScope scope) {
    const RuleName successor = full_name(*move.to, *move.successor);
    Differences found = diff(before_move(move, scope, head_spec), base_spec, *move.to, head_spec);
    keep(found, successor, true);
    return found;
  };
  Differences differences = compare(MovedScope::kSuccessor);
  for (Change& fact : compare(MovedScope::kFormer).changes) {
    if (std::ranges::find(differences.changes, fact.fingerprint, &Change::fingerprint) !=
        differences.changes.end())
      continue;
    if (is_substance(fact)) fact.impact = Impact::kNeutral;
    differences.changes.push_back(std::move(fact));
  }
  const RuleName name = full_name(*move.to, *move.successor);
  differences.changes.push_back(renamed(name,
                                        *head_spec.member(name.topic),
                                        address_of(name, DiffSide::kHead).pointer,
                                        to_string(full_name(*move.from, *move.former))));
  return differences;
}

/// What moved into a policy and out of it.
struct Moved {
  std::vector<const Rule*> in;
  std::vector<const Rule*> out;
};

Moved moved_in(const PolicyMatch& match, const std::vector<Move>& moves) {
  Moved moved;
  for (const Move& move : moves) {
    if (move.to == match.head) moved.in.push_back(move.successor);
    if (move.from == match.base) moved.out.push_back(move.former);
  }
  return moved;
}

/// Compares two sides of a policy but for what moved: both have it then, and say the same.
Differences diff_beside(const PolicyMatch& match,
                        const Moved& moved,
                        const PolicySchema& base_schema,
                        const PolicySchema& head_schema,
                        bool are_days) {
  const FieldSpec& base_spec = base_schema.root();
  const FieldSpec& head_spec = head_schema.root();
  if (moved.in.empty() && moved.out.empty())
    return diff(*match.base, base_spec, *match.head, head_spec, are_days);
  Differences differences = diff(with_rules(*match.base, moved.in, head_spec),
                                 base_spec,
                                 with_rules(*match.head, moved.out, head_spec),
                                 head_spec,
                                 are_days);
  for (const auto& rules : {moved.in, moved.out}) {
    for (const Rule* rule : rules) keep(differences, full_name(*match.head, *rule), false);
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
  const std::vector<Move> moves = moves_between(base, head);
  for (const PolicyMatch& match : match_policies(base, head)) {
    const Moved moved = moved_in(match, moves);
    if (match.base == nullptr) {
      append(diff_one_side(*match.head, head_schema, DiffSide::kHead, moved.in), differences);
    } else if (match.head == nullptr) {
      append(diff_one_side(*match.base, base_schema, DiffSide::kBase, moved.out), differences);
    } else {
      append(diff_beside(match, moved, base_schema, head_schema, are_days), differences);
    }
  }
  for (const Move& move : moves)
    append(diff_move(move, base_schema.root(), head_schema.root()), differences);
  sort(differences);
  return differences;
}

Differences diff(const Policy& base,
                 const FieldSpec& base_spec,
                 const Policy& head,
                 const FieldSpec& head_spec,
                 bool are_days) {
  if (base.owner != nullptr && base.owner == head.owner) return {};
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
