#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.h"
#include "model/policy.h"

namespace simrules {

/// When terms held.
/// Shape: `since` is their first day as precisely as it is known. `begins` is the first day on which they
///        are taken to hold: the first one that the date can mean, or the one on which somebody first
///        read them; `or_begins` is the other day that it may have been, and the two days part what is
///        open from what is not. Without `begins` they are
///        claimed for no day. `ends` is their last day, as late as it can be, nothing for the newest
///        and where it is not known; `announced` is when they were made known before they held.
struct TermsTime {
  std::optional<PartialDate> since;
  std::optional<PartialDate> begins;
  std::optional<PartialDate> or_begins;
  std::optional<PartialDate> ends;
  std::optional<PartialDate> announced;
};

/// The day from which terms are taken to hold that nobody has dated at all.
inline constexpr PartialDate kEver{1, 1, 1};

/// Lists when the terms of a rule, plan or zone began: those of its body, then those of `previously`.
/// Shape: the newest first, so the place of earlier terms is that of their entry, plus one.
std::vector<TermsTime> timeline_of(const Item& item, const PolicyView& policy);

/// Orders two days; both are whole days.
bool is_before(const PartialDate& day, const PartialDate& other);

}  // namespace simrules
