#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.h"
#include "model/catalog.h"
#include "model/time/timeline.h"
#include "schema/schema.h"

namespace simrules {

/// What a state is asked for.
/// Shape: where the dates leave the day open, it says what is likelier, and with `otherwise` what else
///        is possible: a date counts as reached on the first day that it can mean, what nobody has read
///        yet does not. With `announced_after` it also has what was made known after that day, up to
///        `day`, as if it had begun.
struct StateView {
  PartialDate day;
  bool otherwise = false;
  std::optional<PartialDate> announced_after = {};
};

/// Returns which of the terms of a thing hold on a day, as a place in its timeline; nothing where none
/// is known to.
std::optional<std::size_t> terms_at(const std::vector<TermsTime>& times, const StateView& view);

/// Returns the pause of a thing that a day is in; nothing where it is in none.
Dates pause_at(const Item& item, const StateView& view);

/// Returns what a catalog says of a day: the only place that resolves what dates say.
/// Shape: what did not exist on the day is not in it, and what refers to it neither; terms are whole;
///        what has no known terms has the verdict `unknown` or nothing but its name; no item has
///        `previously` or `suspended`. The policies have the paths of their files and no documents.
Catalog state_on(const Catalog& catalog, const PolicySchema& schema, const StateView& view);

}  // namespace simrules
