#pragma once

#include <vector>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// Lists every difference between two catalogs with its impact on the subscriber.
/// Shape:  sorted by policy id, then pointer; empty when the catalogs say the same.
///         `are_days` tells that the sides are what held on two days (diff/days.h).
/// Units:  values keep the unit they are written in; 1 GB and 1000 MB are equal.
/// Errors: none; a pair that cannot be ordered is `Impact::kNeutral`.
/// Source: pointers are RFC 6901 with the `x-key` of an item in place of its index
///         (schemas/README.md).
std::vector<Change> diff(const Catalog& base,
                         const PolicySchema& base_schema,
                         const Catalog& head,
                         const PolicySchema& head_schema,
                         bool are_days = false);

}  // namespace simrules
