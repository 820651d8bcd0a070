#pragma once

#include <vector>

#include "diff/compare/pairing.h"
#include "gate/case.h"
#include "gate/diagnostic.h"

namespace simrules {

/// The example of an edit that lacks nothing.
inline constexpr const char* kEditInOrder =
    "tethering:\n  - verdict: allowed\n"
    "# becomes\n"
    "tethering:\n"
    "  - verdict: not_allowed\n"
    "    since: 2026-12-01\n"
    "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is forbidden.}}\n"
    "    previously:\n"
    "      - {until: 2026-11-30, seen: 2026-11-22, verdict: allowed}\n"
    "sources:\n  - accessed: 2026-11-23\n";

/// What the change checks compare, and where they put what they find.
struct GateRun {
  const GateInput& input;
  std::vector<GateDiagnostic>& found;
};

/// One row of the table of change checks: its documentation and what it asks of a rule and of a
/// policy.
/// Shape: null where it asks nothing.
struct GateCheck {
  CheckInfo info;
  void (*judge_rule)(const RuleCase& rule, const CheckInfo& info, const GateRun& run) = nullptr;
  void (*judge_policy)(const PolicyMatch& policy,
                       const CheckInfo& info,
                       const GateRun& run) = nullptr;
};

GateCheck check_change_without_revision();
GateCheck check_change_without_note();
GateCheck check_change_without_new_evidence();
GateCheck check_carrier_change_without_date();
GateCheck check_correction_without_note();
GateCheck check_revision_without_change();
GateCheck check_past_rewritten();
GateCheck check_evidence_gone();
GateCheck check_dispute_dropped();
GateCheck check_tier_raised();
GateCheck check_rule_gone();
GateCheck check_policy_gone();
GateCheck check_former_id_gone();
GateCheck check_evidence_stale();
GateCheck check_unmatched_level();

/// Reports what is wrong with a rule.
/// Shape: `pointer` leads into the head's policy; check, severity and place are filled in, and so are
///        the notes where there are none: what the base has of a rule that is gone, what changed
///        otherwise.
void report(const RuleCase& rule, const CheckInfo& info, const GateRun& run, Diagnostic diagnostic);

/// Lists the changes at a pointer of a policy.
std::vector<const Change*> changes_at(const GateInput& input, const Address& place);

}  // namespace simrules
