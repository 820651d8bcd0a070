#include "diff/compare/pairing.h"

#include <set>
#include <string_view>

namespace simrules {
namespace {

/// Returns the policy that the head's was in the base: by its id, else by one that it had before.
const Policy* find_base(const Policy& policy, const Catalog& base, const Catalog& head) {
  if (const Policy* same_id = base.find(policy.id)) return same_id;
  for (const std::string_view id : policy.formerly()) {
    const Policy* former = base.find(id);
    if (former != nullptr && head.find(id) == nullptr) return former;
  }
  return nullptr;
}

}  // namespace

std::vector<PolicyMatch> match_policies(const Catalog& base, const Catalog& head) {
  std::vector<PolicyMatch> matches;
  std::set<const Policy*> matched;
  for (const Policy& policy : head.policies()) {
    // Of two files with one id the first is the policy.
    if (head.find(policy.id) != &policy) continue;
    const Policy* before = find_base(policy, base, head);
    // Two policies may claim one former id; the first has it, the second is new.
    if (before != nullptr && !matched.insert(before).second) before = nullptr;
    matches.push_back({before, &policy});
  }
  for (const Policy& policy : base.policies()) {
    if (!matched.contains(&policy)) matches.push_back({&policy, nullptr});
  }
  return matches;
}

}  // namespace simrules
