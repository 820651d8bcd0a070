#pragma once

#include "diff/effects/effect.h"
#include "model/catalog.h"
#include "model/effective.h"
#include "schema/schema.h"

namespace simrules {

/// What changed between two days, by the dates that the policies give.
/// Shape: `effective` holds on the second day and not on the first, or the other way round;
///        `announced` was made known in between and begins to hold later. Both speak of what is in
///        `first` and `last`, the states that they were found between; the latter has what was
///        announced.
struct DatedChanges {
  Differences effective;
  Differences announced;
  Catalog first;
  Catalog last;
};

/// Tells whether a change is about what we wrote, which no day changes: sources, words and the dates
/// themselves.
bool is_about_data(const Change& change);

/// Lists what holds on the last day of a period and did not on the first, and what was announced in
/// it: comparisons of the states of those days (model/time/state.h), whose cause is the carrier.
/// Shape:  where a rule, plan or zone of the head holds only later, the base's holds until then. What
///         is about our data alone is no change. Places are those of the head alone.
DatedChanges diff_days(const Catalog& base,
                       const Catalog& head,
                       const PolicySchema& schema,
                       const Period& period);

}  // namespace simrules
