#include "gate/moved.h"

#include <vector>

#include "diff/compare/moves.h"
#include "diff/diff.h"

namespace simrules {

Impact impact_of_move(const RuleCase& gone, const Tombstone& tombstone, const GateInput& input) {
  const bool is_elsewhere = tombstone.successor != nullptr && id_by_now(gone, input).empty();
  if (!is_elsewhere || tombstone.successor->topic != gone.name.topic) return Impact::kNeutral;
  const FieldSpec& fields = input.head_schema.root();
  const Move move{gone.base_policy, &*gone.base, tombstone.home, tombstone.successor};
  const Policy before = before_move(move, MovedScope::kSuccessor, fields);
  std::vector<Impact> impacts;
  for (const Effect& effect : diff(before, fields, *tombstone.home, fields).effects) {
    if (!effect.is_past) impacts.push_back(effect.impact);
  }
  return roll_up(impacts);
}

}  // namespace simrules
