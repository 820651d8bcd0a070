#pragma once

#include <vector>

#include "gate/case.h"

namespace simrules {

/// Where the change checks put what they find, and what they compare.
struct GateRun {
  const GateInput& input;
  std::vector<GateFinding>& findings;
};

/// Checks a rule that the head has: its revision, note, evidence and dates.
void check_rule(const RuleCase& rule, const GateRun& run);

/// Checks that a rule which is gone is listed in `retired` with a reason, or has moved.
void check_gone_rule(const RuleCase& rule, const GateRun& run);

/// Checks that no policy is gone, and that one which ended says why.
void check_policies(const GateRun& run);

/// Checks that the rules of the policies that changed rest on evidence that was read not too long ago.
void check_freshness(const GateRun& run);

}  // namespace simrules
