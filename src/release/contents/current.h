#pragma once

#include "base/date.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// A catalog as a release tells it.
/// Shape: `whole` has every thing of the catalog: one that exists on the day says what it says then,
///        any other one its newest known terms; `on_day` has only what exists.
struct CurrentCatalog {
  Catalog on_day;
  Catalog whole;
};

CurrentCatalog current_on(const Catalog& catalog,
                          const PolicySchema& schema,
                          const PartialDate& day);

/// Adds to the things of a policy what a dataset derives of their dates: whether they are there on the
/// day, and their terms before and after it, whole.
/// Shape: `value` is the policy of `current.whole`; `stated` is what its author wrote.
void add_terms_over_time(nlohmann::json& value,
                         const Policy& stated,
                         const CurrentCatalog& current,
                         const PolicySchema& schema,
                         const PartialDate& day);

}  // namespace simrules
