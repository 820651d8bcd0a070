#pragma once

#include <string>
#include <vector>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Tells whether a change is that of an id alone.
bool is_rename(const Change& change);

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
