#include "diff/diff.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>

#include <nlohmann/json.hpp>

#include "diff/policy_diff.h"
#include "diff/rule_facts.h"

namespace simrules {
namespace {

/// Returns the policy that the head's was in the base: by its id, else by one that it had before.
const Policy* find_base(const Policy& policy, const Catalog& base, const Catalog& head) {
  if (const Policy* same_id = base.find(policy.id)) return same_id;
  for (const std::string& id : former_ids(policy)) {
    const Policy* former = base.find(id);
    if (former != nullptr && head.find(id) == nullptr) return former;
  }
  return nullptr;
}

Presence held_on(const PartialDate& day) {
  return
      [day](const nlohmann::json& item) { return holds_on(item, day) && !is_over_on(item, day); };
}

}  // namespace

std::vector<Change> diff(const Catalog& base,
                         const PolicySchema& base_schema,
                         const Catalog& head,
                         const PolicySchema& head_schema,
                         const Presences& present) {
  std::vector<Change> changes;
  std::set<const Policy*> matched;
  for (const Policy& policy : head.policies()) {
    const Policy* before = find_base(policy, base, head);
    // Two policies may claim one former id; the first has it, the second is new.
    if (before == nullptr || !matched.insert(before).second) {
      changes.push_back(added_policy(policy));
      continue;
    }
    std::vector<Change> found =
        diff_policy({*before, base_schema.root(), policy, head_schema.root(), present});
    std::move(found.begin(), found.end(), std::back_inserter(changes));
  }
  for (const Policy& policy : base.policies()) {
    if (!matched.contains(&policy)) changes.push_back(removed_policy(policy));
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return std::tie(a.policy, a.pointer, a.id) < std::tie(b.policy, b.pointer, b.id);
  });
  return changes;
}

DatedChanges diff_days(const Catalog& base,
                       const PolicySchema& base_schema,
                       const Catalog& head,
                       const PolicySchema& head_schema,
                       const Period& period) {
  const Presence before = held_on(period.after);
  const Presence then = held_on(period.until);
  const Presence then_known = [&](const nlohmann::json& item) {
    return then(item) || is_announced_in(item, period);
  };
  return {diff(base, base_schema, head, head_schema, {before, then}),
          diff(head, head_schema, head, head_schema, {then, then_known})};
}

}  // namespace simrules
