#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "release/contents/changes_json.h"
#include "wording/place.h"

namespace simrules {

/// A finished comparison, as it is shown.
/// Shape: `announced` is empty but between two days.
struct Comparison {
  Origin base;
  Origin head;
  VersionPlan version;
  Differences differences;
  ChangeContext context;
  Differences announced = {};
};

/// Says what was compared with what: "Compared folder policies (…) with release 1.2.0 (…)."
std::string compared_text(const Comparison& comparison);

/// Says how much changed, the worst impact first: "2 changes in 1 policy: 1 more restrictive, 1
/// editorial", or "no changes".
std::string summary_line(const Differences& differences, const Language& words);

}  // namespace simrules
