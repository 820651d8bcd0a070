#pragma once

#include <string>
#include <vector>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Returns the change of the id of an item that stands at a pointer on the head.
/// Shape: `in` is the rule that it is or is in, without an id where it is beside the rules.
Change renamed(const RuleName& in,
               const FieldSpec& list,
               const std::string& pointer,
               const std::string& before);

/// Tells whether a change is that of an id alone.
bool is_rename(const Change& change);

/// Tells whether it is that of a rule which another policy had: it tells the former by its whole name.
bool is_move(const Change& change);

/// A policy of the base, with the ids that the head has for the same things.
/// Shape: `renames` are changes of the ids, whose pointers name the items as the head does; the
///        places of the base are those of its document.
struct AlignedBase {
  Policy policy;
  std::vector<Change> renames;
};

/// Gives the items of a policy the ids that the head has for them, wherever they are named.
/// Shape: an item has another id where the head says so (`formerly`; for rules `retired` with
///        `moved_to`), or where exactly one item went and one came that says the same. Policies that
///        differ in no id are taken as they are.
AlignedBase align(const Policy& base, const Policy& head, const FieldSpec& spec);

}  // namespace simrules
