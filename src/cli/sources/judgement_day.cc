#include "cli/sources/judgement_day.h"

#include <algorithm>

#include "cli/clock.h"
#include "cli/git/git.h"

namespace simrules {

std::optional<PartialDate> judgement_day(const std::string& path) {
  const auto now = time_now();
  if (!now) return std::nullopt;
  return newest_day(std::min(*now, committed_at(path).value_or(*now)));
}

}  // namespace simrules
