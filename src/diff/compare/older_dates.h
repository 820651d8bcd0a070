#pragma once

#include "diff/compare/renames.h"
#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Gives the base the first days of terms as the head writes them, where the schema of the base had
/// one date for the thing and its terms: a day that only moved from `effective` to `since` is no news.
/// Shape: what moved is told in `aligned.renames` as wording that no report shows.
void carry_dates(const FieldSpec& base_spec,
                 const Policy& head,
                 const FieldSpec& head_spec,
                 AlignedBase& aligned);

}  // namespace simrules
