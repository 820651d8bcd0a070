#pragma once

#include <vector>

#include "diff/change.h"
#include "diff/walk.h"
#include "model/catalog.h"
#include "model/effective.h"
#include "schema/schema.h"

namespace simrules {

/// Lists every difference between two catalogs with its impact on the subscriber.
/// Shape:  sorted by policy id, then pointer; empty when the catalogs say the same.
/// Units:  values keep the unit they are written in; 1 GB and 1000 MB are equal.
/// Errors: none; a pair that cannot be ordered is `Impact::kNeutral`.
/// Source: pointers are RFC 6901 with the `x-key` of an item in place of its index
///         (schemas/README.md).
std::vector<Change> diff(const Catalog& base,
                         const PolicySchema& base_schema,
                         const Catalog& head,
                         const PolicySchema& head_schema,
                         const Presences& present = {});

/// What changed between two days, by the dates that the policies give.
/// Shape: `effective` holds on the second day and not on the first, or the other way round;
///        `announced` was made known in between and begins to hold later.
struct DatedChanges {
  std::vector<Change> effective;
  std::vector<Change> announced;
};

/// Lists what holds on the last day of a period and did not on the first, and what was announced in
/// it.
DatedChanges diff_days(const Catalog& base,
                       const PolicySchema& base_schema,
                       const Catalog& head,
                       const PolicySchema& head_schema,
                       const Period& period);

}  // namespace simrules
