#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "model/policy.h"

namespace simrules {

/// Tells whether a rule, plan or zone held on a day.
/// Shape: an item without dates holds; a date that is less precise than the question counts as
///        reached, and not as over.
bool holds_on(const Item& item, const PartialDate& day);

/// Tells whether an item begins to hold only after a day.
bool begins_after(const Item& item, const PartialDate& day);

/// The time between two days: after the first one, up to the second.
struct Period {
  PartialDate after;
  PartialDate until;
};

/// Reads `2024-10-01..2024-12-31`; nothing unless both are days and the second one is later.
std::optional<Period> parse_period(std::string_view text);

}  // namespace simrules
