#pragma once

#include <vector>

#include "diff/change.h"
#include "model/catalog.h"
#include "model/effective.h"
#include "schema/schema.h"

namespace simrules {

/// What changed between two days, by the dates that the policies give.
/// Shape: `effective` holds on the second day and not on the first, or the other way round;
///        `announced` was made known in between and begins to hold later.
struct DatedChanges {
  std::vector<Change> effective;
  std::vector<Change> announced;
};

/// Lists what holds on the last day of a period and did not on the first, and what was announced in
/// it.
/// Shape:  where a rule, plan or zone of the head holds only later, the base's holds until then; a
///         base that is the head itself knows nothing of the terms before. What no date speaks of,
///         and what is about our data alone, is no change. Places are those of the head alone.
DatedChanges diff_days(const Catalog& base,
                       const Catalog& head,
                       const PolicySchema& schema,
                       const Period& period);

}  // namespace simrules
