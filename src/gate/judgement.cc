#include "gate/judgement.h"

#include <algorithm>
#include <string_view>

#include "gate/case.h"
#include "gate/parts.h"

namespace simrules {
namespace {

Severity severity_of(std::string_view check) {
  const std::vector<CheckInfo>& checks = gate_checks();
  const auto found = std::find_if(
      checks.begin(), checks.end(), [&](const CheckInfo& info) { return info.id == check; });
  return found == checks.end() ? Severity::kError : found->severity;
}

}  // namespace

std::vector<GateFinding> check_changes(const GateInput& input) {
  std::vector<GateFinding> findings;
  const GateRun run{input, findings};
  for (const RuleCase& rule : rule_cases(input)) {
    if (!rule.head) {
      check_gone_rule(rule, run);
    } else {
      check_rule(rule, run);
    }
  }
  check_policies(run);
  check_freshness(run);
  for (GateFinding& finding : findings) {
    finding.diagnostic.severity = severity_of(finding.diagnostic.check);
  }
  return findings;
}

}  // namespace simrules
