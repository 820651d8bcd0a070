#pragma once

#include <string>

#include "gate/case.h"

namespace simrules {

/// What a policy says of a rule that is gone.
/// Shape: `entry` is nothing where it says nothing, and leads to `pointer` otherwise; `successor` is
///        the rule that takes its place, with its policy, null where none does or where it is not
///        there.
struct Tombstone {
  Retired entry;
  std::string pointer;
  const Policy* home = nullptr;
  const Rule* successor = nullptr;

  /// Tells whether there is one, and whatever it names is there.
  bool is_sound() const { return entry && (entry.moved_to().empty() || successor != nullptr); }
};

/// Returns the id that a rule which is gone has by now, empty if it is none that got another.
std::string id_by_now(const RuleCase& gone, const GateInput& input);

/// Finds what the head says of a rule that is gone.
/// Shape: the successor is in the head, or in a policy that the head was not asked about.
Tombstone tombstone_of(const RuleCase& gone, const GateInput& input);

}  // namespace simrules
