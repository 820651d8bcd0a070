#include "gate/tombstone.h"

#include <nlohmann/json.hpp>

#include "base/pointer.h"

namespace simrules {

std::string id_by_now(const RuleCase& gone, const GateInput& input) {
  const std::string elsewhere = to_string(full_name(*gone.base_policy, *gone.base));
  for (const Change& change : input.changes) {
    if (!is_rule_rename(change) || change.topic != gone.name.topic) continue;
    const bool is_here = change.policy == gone.name.policy && change.before == gone.name.id;
    if (is_here || change.before == elsewhere) return change.rule;
  }
  return "";
}

Tombstone tombstone_of(const RuleCase& gone, const GateInput& input) {
  Tombstone tombstone;
  const std::string name = local_name(gone.name);
  const ListOf<Retired> retired = gone.head_policy->retired();
  for (std::size_t i = 0; i < retired.size() && !tombstone.entry; ++i) {
    if (retired[i].id() != name) continue;
    tombstone.entry = retired[i];
    tombstone.pointer = pointer_join("/retired", i);
  }
  const auto successor = tombstone.entry.successor();
  if (!successor) return tombstone;
  tombstone.home = input.head.find(successor->policy);
  if (tombstone.home == nullptr) tombstone.home = input.base.find(successor->policy);
  if (tombstone.home == nullptr) return tombstone;
  tombstone.successor = find_rule(*tombstone.home, successor->topic, successor->id);
  return tombstone;
}

}  // namespace simrules
