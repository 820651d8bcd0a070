#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "gate/checks.h"

namespace simrules {
namespace {

constexpr std::size_t kMostNotes = 5;

/// Lists the rules of a policy whose evidence is too old, the oldest first.
std::vector<RuleAge> stale_rules(const Policy& policy,
                                 const PartialDate& day,
                                 const FreshnessLimit& limit) {
  std::vector<Answer> rules;
  for (const Rule& rule : policy.rules) rules.push_back({&policy, &rule});
  return report_freshness(rules, day, limit).stale;
}

std::string rule_name(const RuleAge& age) {
  return quoted(local_name(age.rule.rule->topic, age.rule.rule->id));
}

Place place_of(const RuleAge& age) {
  return age.rule.policy->document->key_place(pointer_join(age.rule.rule->pointer, "evidence"));
}

/// Lists the rules after the oldest one, as many as somebody reads.
std::vector<Note> notes_of(const std::vector<RuleAge>& stale) {
  std::vector<Note> notes;
  for (std::size_t i = 1; i < stale.size() && i <= kMostNotes; ++i) {
    notes.push_back(
        {place_of(stale[i]),
         fmt::format("that of {} on {}", rule_name(stale[i]), to_string(stale[i].accessed))});
  }
  if (stale.size() > kMostNotes + 1) {
    notes.push_back({{}, fmt::format("and that of {} more", stale.size() - kMostNotes - 1)});
  }
  return notes;
}

/// Returns the command that lists what is found.
std::string listing(const Policy& policy, const PartialDate& day, const FreshnessLimit& limit) {
  constexpr FreshnessLimit kDefault;
  std::string command =
      fmt::format("simrules stale --policy {} --as-of {}", policy.id, to_string(day));
  if (limit.older_than != kDefault.older_than) {
    command += fmt::format(" --older-than {}d", limit.older_than);
  }
  if (limit.stagger != kDefault.stagger) command += fmt::format(" --stagger {}d", limit.stagger);
  return command;
}

bool is_touched(const Policy& policy, const GateInput& input) {
  return std::any_of(input.changes.begin(), input.changes.end(), [&](const Change& change) {
    return change.policy == policy.id;
  });
}

void judge_stale(const PolicyMatch& match, const CheckInfo& info, const GateRun& run) {
  if (match.head == nullptr || !is_touched(*match.head, run.input)) return;
  const Policy& policy = *match.head;
  const auto day = run.input.as_of ? run.input.as_of : parse_date(newest_day_stated(policy));
  if (!day) return;
  const FreshnessLimit& limit = run.input.freshness;
  const std::vector<RuleAge> stale = stale_rules(policy, *day, limit);
  if (stale.empty()) return;
  const std::string others =
      stale.size() == 1 ? "" : fmt::format(" ({} rules in all)", stale.size());
  run.found.push_back(
      {{.check = info.id,
        .severity = info.severity,
        .place = place_of(stale.front()),
        .pointer = pointer_join(stale.front().rule.rule->pointer, "evidence"),
        .message =
            fmt::format("the evidence of {} was last read on {}, more than {} days before {}{}",
                        rule_name(stale.front()),
                        to_string(stale.front().accessed),
                        limit.older_than,
                        to_string(*day),
                        others),
        .help = fmt::format("read the sources again and write the day into their `accessed`; `{}` "
                            "lists them",
                            listing(policy, *day, limit)),
        .notes = notes_of(stale)},
       {policy.id},
       {}});
}

}  // namespace

GateCheck check_evidence_stale() {
  return {
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
       "    seen: 2026-01-05\n"
       "sources:\n"
       "  - {id: faq, accessed: 2026-01-05}\n"
       "  - {id: new, accessed: 2026-11-23}\n",
       "sources:\n  - accessed: 2026-01-05\n"
       "# becomes\n"
       "transfer:\n"
       "  - evidence: [{source: new, stance: supports, claim: {en: Families share data.}}]\n"
       "    seen: 2026-01-05\n"
       "tethering:\n  - seen: 2026-01-05\n"
       "sources:\n"
       "  - {id: faq, accessed: 2026-11-23}\n"
       "  - {id: new, accessed: 2026-11-23}\n",
       ExampleKind::kGate},
      nullptr,
      judge_stale};
}

}  // namespace simrules
