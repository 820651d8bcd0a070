#include "diff/diff.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <nlohmann/json.hpp>

#include "diff/pairing.h"
#include "diff/policy_diff.h"
#include "diff/rule_facts.h"

namespace simrules {
namespace {

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
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == nullptr) {
      changes.push_back(added_policy(*match.head));
    } else if (match.head == nullptr) {
      changes.push_back(removed_policy(*match.base));
    } else {
      std::vector<Change> found =
          diff_policy({*match.base, base_schema.root(), *match.head, head_schema.root(), present});
      std::move(found.begin(), found.end(), std::back_inserter(changes));
    }
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
