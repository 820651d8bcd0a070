#include "diff/diff.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <nlohmann/json.hpp>

#include "diff/compare/pairing.h"
#include "diff/compare/policy_diff.h"

namespace simrules {
std::vector<Change> diff(const Catalog& base,
                         const PolicySchema& base_schema,
                         const Catalog& head,
                         const PolicySchema& head_schema,
                         bool are_days) {
  std::vector<Change> changes;
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == nullptr) {
      changes.push_back(added_policy(*match.head));
    } else if (match.head == nullptr) {
      changes.push_back(removed_policy(*match.base));
    } else {
      std::vector<Change> found =
          diff_policy({*match.base, base_schema.root(), *match.head, head_schema.root(), are_days});
      std::move(found.begin(), found.end(), std::back_inserter(changes));
    }
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return std::tie(a.policy, a.pointer, a.id) < std::tie(b.policy, b.pointer, b.id);
  });
  return changes;
}

}  // namespace simrules
