#pragma once

#include "diff/effects/effect.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// Lists every difference between two catalogs, and what they do to subscribers.
/// Shape:  both lists are empty when the catalogs say the same; `are_days` tells that the sides are what held on two days (diff/days.h).
/// Units:  values keep the unit they are written in; 1 GB and 1000 MB are equal.
/// Errors: none; a pair that cannot be ordered is `Impact::kNeutral`.
/// Source: pointers are RFC 6901 with the `x-key` of an item in place of its index
///         (schemas/README.md).
Differences diff(const Catalog& base,
                 const PolicySchema& base_schema,
                 const Catalog& head,
                 const PolicySchema& head_schema,
                 bool are_days = false);

/// Lists the differences of two versions of one policy, which may have another id by now.
Differences diff(const Policy& base,
                 const FieldSpec& base_spec,
                 const Policy& head,
                 const FieldSpec& head_spec,
                 bool are_days = false);

}  // namespace simrules
