#include "gate/judgement.h"

#include "gate/checks.h"

namespace simrules {
namespace {

const std::vector<GateCheck>& table() {
  static const std::vector<GateCheck> rows = {
      check_change_without_revision(),
      check_change_without_note(),
      check_change_without_new_evidence(),
      check_carrier_change_without_date(),
      check_correction_without_note(),
      check_revision_without_change(),
      check_past_rewritten(),
      check_evidence_gone(),
      check_dispute_dropped(),
      check_tier_raised(),
      check_rule_gone(),
      check_policy_gone(),
      check_former_id_gone(),
      check_evidence_stale(),
      check_unmatched_level(),
  };
  return rows;
}

}  // namespace

std::vector<GateDiagnostic> check_changes(const GateInput& input) {
  std::vector<GateDiagnostic> found;
  const GateRun run{input, found};
  for (const RuleCase& rule : rule_cases(input)) {
    for (const GateCheck& check : table()) {
      if (check.judge_rule != nullptr) check.judge_rule(rule, check.info, run);
    }
  }
  for (const PolicyMatch& policy : match_policies(input.base, input.head)) {
    for (const GateCheck& check : table()) {
      if (check.judge_policy != nullptr) check.judge_policy(policy, check.info, run);
    }
  }
  return found;
}

const std::vector<CheckInfo>& gate_checks() {
  static const std::vector<CheckInfo> infos = [] {
    std::vector<CheckInfo> list;
    for (const GateCheck& check : table()) list.push_back(check.info);
    return list;
  }();
  return infos;
}

}  // namespace simrules
