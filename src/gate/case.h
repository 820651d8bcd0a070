#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gate/input.h"
#include "gate/past.h"

namespace simrules {

/// What a rule has to say for itself.
enum class Duty {
  kGone,       // it is gone
  kNew,        // it is new, or revised because something that it depends on changed
  kIdle,       // nothing of substance changed in it
  kUnrevised,  // it changed, and its revision does not speak of that
  kRevised     // it changed, and its revision does speak of that
};

/// A rule on both sides, or something else that has a revision: a plan or a zone, whose list stands
/// for the topic then, or the policy as such, which answers for all that has no revision of its own.
/// Shape: `base` is empty for a new rule and `head` for one that is gone; `base_policy` is null if
///        the policy is new; `changes` are those of substance, the weightiest first, and `impact`
///        rolls them up; `is_affected` tells whether anything of substance changed that the rule
///        depends on, such as a zone that it names, and `duty` what follows from all that; `rewritten` is what the past said of it and does not
///        any more.
struct RuleCase {
  RuleName name;
  const Policy* base_policy = nullptr;
  const Policy* head_policy = nullptr;
  std::optional<Rule> base = {};
  std::optional<Rule> head = {};
  std::vector<const Change*> changes = {};
  Impact impact = Impact::kNeutral;
  bool is_affected = false;
  Duty duty = Duty::kNew;
  std::optional<Rewrite> rewritten = {};

  /// Returns the revision on one side; nothing where the rule is not there.
  Revision base_revision() const { return base ? base->revision() : Revision(); }
  Revision head_revision() const { return head ? head->revision() : Revision(); }
};

/// Lists the rules of all policies that the head has, by policy as the head calls it, and the other
/// items that have revisions and are not gone.
std::vector<RuleCase> rule_cases(const GateInput& input);

/// Tells whether the revision of the head is not the base's: of a later day, or of the same with
/// another note.
bool has_moved_on(const RuleCase& rule);

/// Tells whether a change is that of the id of a rule alone.
bool is_rule_rename(const Change& change);

/// Tells whether an impact asks for a note and for evidence as new as the base's.
bool needs_reason(Impact impact);

}  // namespace simrules
