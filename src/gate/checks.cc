#include "gate/judgement.h"

namespace simrules {

const std::vector<CheckInfo>& gate_checks() {
  static const std::vector<CheckInfo> table = {
      {"change-without-revision",
       Severity::kError,
       "What a rule says changed, but its revision did not move on or gives no reason.",
       "Whoever reads the change must learn whether the carrier changed its rule or our data was "
       "wrong.",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n  - verdict: not_allowed\n",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: not_allowed\n"
       "    effective: {from: 2026-12-01}\n"
       "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is forbidden.}}\n",
       ExampleKind::kGate},
      {"change-without-note",
       Severity::kError,
       "A rule got better or worse for subscribers, or went, and no new note says what happened.",
       "A change report without a sentence of a person leaves its readers to guess.",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: not_allowed\n"
       "    effective: {from: 2026-12-01}\n"
       "    revision: {date: 2026-11-23, cause: carrier_change}\n",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: not_allowed\n"
       "    effective: {from: 2026-12-01}\n"
       "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is forbidden.}}\n",
       ExampleKind::kGate},
      {"change-without-new-evidence",
       Severity::kError,
       "A rule got better or worse for subscribers, or went, on evidence that was read before the "
       "base's.",
       "An older page cannot show what has changed since a newer one was read.",
       "sources:\n  - accessed: 2026-11-22\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: conditional\n"
       "    revision: {date: 2026-11-23, cause: correction, note: {en: It needs a form.}}\n"
       "sources:\n  - accessed: 2026-11-20\n",
       "sources:\n  - accessed: 2026-11-22\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: conditional\n"
       "    revision: {date: 2026-11-23, cause: correction, note: {en: It needs a form.}}\n"
       "sources:\n  - accessed: 2026-11-23\n",
       ExampleKind::kGate},
      {"carrier-change-without-date",
       Severity::kError,
       "A revision says that the carrier changed its rule, but the rule does not say since when.",
       "A change of the carrier has a day for subscribers, which is not the day of our edit.",
       "tethering:\n  - verdict: unknown\n"
       "# becomes\n"
       "tethering:\n"
       "  - revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is new.}}\n",
       "tethering:\n  - verdict: unknown\n"
       "# becomes\n"
       "tethering:\n"
       "  - effective: {announced: 2026-11}\n"
       "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is new.}}\n",
       ExampleKind::kGate},
      {"correction-without-note",
       Severity::kError,
       "A revision corrects our data and does not say what was wrong.",
       "Those who relied on the wrong data must be able to see what they were told.",
       "tethering:\n  - verdict: conditional\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: allowed\n"
       "    revision: {date: 2026-11-23, cause: correction}\n",
       "tethering:\n  - verdict: conditional\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: allowed\n"
       "    revision: {date: 2026-11-23, cause: correction, note: {en: No form is needed.}}\n",
       ExampleKind::kGate},
      {"revision-without-change",
       Severity::kError,
       "The revision of a rule moved although nothing of substance changed in it.",
       "A note on a change that did not take place misleads whoever reads it later.",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n"
       "  - revision: {date: 2026-11-23, cause: reverified}\n",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n"
       "  - revision: {date: 2026-11-23, cause: reverified}\n"
       "sources:\n  - accessed: 2026-11-23\n",
       ExampleKind::kGate},
      {"rule-gone",
       Severity::kError,
       "A rule is gone and `retired` does not list it, or names a successor that is not there.",
       "Consumers keep ids; one that goes without a word is a dead end for them.",
       "transfer:\n  - {id: data-gift}\n"
       "# becomes\n"
       "transfer:\n  - {id: data-gift-2}\n",
       "transfer:\n  - {id: data-gift}\n"
       "# becomes\n"
       "transfer:\n  - {id: data-gift-2}\n"
       "retired:\n"
       "  - id: transfer/data-gift\n"
       "    date: 2026-11-23\n"
       "    moved_to: jp/au#transfer/data-gift-2\n"
       "    note: {en: Another product took its place.}\n",
       ExampleKind::kGate},
      {"policy-gone",
       Severity::kError,
       "A policy file is gone and no other policy lists its id in `formerly`.",
       "A brand that ended is still asked about, and its file says when and why it ended.",
       "git rm policies/jp/au.yaml\nsimrules gate --against git:main",
       "sed -i 's/^lifecycle: active/lifecycle: ended/' policies/jp/au.yaml\n"
       "simrules gate --against git:main",
       ExampleKind::kCommand},
      {"evidence-stale",
       Severity::kWarning,
       "A policy changed, and other rules of it rest on evidence that was last read long ago.",
       "Whoever knows the carrier's pages well enough to edit a policy reads its other pages at "
       "little "
       "cost.",
       "sources:\n  - accessed: 2026-01-05\n"
       "# becomes\n"
       "transfer:\n"
       "  - evidence: [{source: new, stance: supports, claim: {en: Families share data.}}]\n"
       "sources:\n"
       "  - {id: faq, accessed: 2026-01-05}\n"
       "  - {id: new, accessed: 2026-11-23}\n",
       "sources:\n  - accessed: 2026-01-05\n"
       "# becomes\n"
       "transfer:\n"
       "  - evidence: [{source: new, stance: supports, claim: {en: Families share data.}}]\n"
       "sources:\n"
       "  - {id: faq, accessed: 2026-11-23}\n"
       "  - {id: new, accessed: 2026-11-23}\n",
       ExampleKind::kGate},
      {"unmatched-level",
       Severity::kError,
       "An entry of the levels file fits no change check, policy, rule or change.",
       "An exception that fits nothing now would lie in wait for a later change.",
       "printf 'schema_version: 1\\nlevels:\\n"
       "  - {check: rule-gone, level: ignore, policy: jp/gone, reason: Moved.}\\n' "
       ">gate-levels.yaml\nsimrules gate --against release",
       "rm gate-levels.yaml\nsimrules gate --against release",
       ExampleKind::kCommand},
  };
  return table;
}

}  // namespace simrules
