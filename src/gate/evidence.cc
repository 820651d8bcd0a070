#include "gate/evidence.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "gate/checks.h"
#include "gate/tombstone.h"
#include "gate/words.h"

namespace simrules {
namespace {

/// The day on which each source of some evidence was read.
using Readings = std::map<std::string_view, std::string_view>;

Readings readings_of(const Item& cited, const PolicyView& policy) {
  Readings readings;
  for (const Evidence& each : cited.evidence()) {
    readings[each.source()] = policy.find_source(each.source()).accessed();
  }
  return readings;
}

/// Returns the day on which the newest source of some evidence was read; empty without evidence.
std::string_view newest_read(const Item& cited, const PolicyView& policy) {
  return newest_reading(cited.evidence(), policy).accessed();
}

/// Says what is wrong with evidence that was read on a day, if the base's was read on another; empty
/// if it is as new.
/// Shape: "but no source says so"; an empty day is no evidence.
std::string evidence_gap(std::string_view base_day, std::string_view head_day) {
  if (head_day.empty()) return "but no source says so";
  if (head_day >= base_day) return "";
  return fmt::format("but the newest source that says so was read on {}, before the base's of {}",
                     head_day,
                     base_day);
}

std::string gap_of(const RuleCase& rule) {
  return evidence_gap(newest_read(*rule.base, *rule.base_policy),
                      newest_read(*rule.head, *rule.head_policy));
}

void judge_tombstone(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  const Tombstone tombstone = tombstone_of(rule, run.input);
  if (!tombstone.is_sound()) return;
  std::string_view newest = newest_read(tombstone.entry, *rule.head_policy);
  if (tombstone.successor != nullptr) {
    newest = std::max(newest, newest_read(*tombstone.successor, *tombstone.home));
  }
  const std::string_view before = newest_read(*rule.base, *rule.base_policy);
  const std::string gap = evidence_gap(before, newest);
  if (gap.empty()) return;
  report(
      rule,
      info,
      run,
      {.pointer = tombstone.pointer,
       .message = fmt::format("{} is retired, {}", quoted(local_name(rule.name)), gap),
       .help = fmt::format("add `evidence` to the entry, of a source that was read on {} or later",
                           before.empty() ? "the day of this edit" : before)});
}

void judge_evidence(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty == Duty::kGone) return judge_tombstone(rule, info, run);
  if (rule.duty != Duty::kRevised || !needs_reason(rule.impact)) return;
  const std::string gap = gap_of(rule);
  if (gap.empty()) return;
  report(rule,
         info,
         run,
         {.pointer = rule.head->pointer + "/evidence",
          .message = change_words(rule) + " " + gap,
          .help = evidence_help(rule)});
}

void judge_end_evidence(const PolicyMatch& policy, const CheckInfo& info, const GateRun& run) {
  if (!is_end(policy, run.input)) return;
  const std::string_view before = newest_day_read(*policy.base);
  const std::string gap = evidence_gap(before, newest_day_read(*policy.head));
  if (gap.empty()) return;
  report_end(policy,
             info,
             run,
             {.message = fmt::format("the policy {} ended, {}", quoted(policy.head->id), gap),
              .help = fmt::format("add a source that was read on {} or later", before)});
}

}  // namespace

GateCheck check_change_without_new_evidence() {
  return {
      {"change-without-new-evidence",
       Severity::kError,
       "A rule got better or worse for subscribers, or went, on evidence that was read before the "
       "base's.",
       "An older page cannot show what has changed since a newer one was read.",
       "sources:\n  - accessed: 2026-11-22\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: conditional\n"
       "    conditions: [application_required]\n"
       "    revision: {date: 2026-11-23, cause: correction, note: {en: It needs a form.}}\n"
       "sources:\n  - accessed: 2026-11-20\n",
       "sources:\n  - accessed: 2026-11-22\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: conditional\n"
       "    conditions: [application_required]\n"
       "    revision: {date: 2026-11-23, cause: correction, note: {en: It needs a form.}}\n"
       "sources:\n  - accessed: 2026-11-23\n",
       ExampleKind::kGate},
      judge_evidence,
      judge_end_evidence};
}

bool lacks_new_evidence(const RuleCase& rule) { return !gap_of(rule).empty(); }

std::string evidence_help(const RuleCase& rule) {
  const std::string_view day = newest_read(*rule.base, *rule.base_policy);
  return day.empty() ? "name a source that says so in its `evidence`"
                     : fmt::format(
                           "name a source in its `evidence` that was read on {} or later, "
                           "or read one again and move its `accessed`",
                           day);
}

bool was_read_again(const RuleCase& rule) {
  const Readings before = readings_of(*rule.base, *rule.base_policy);
  const Readings after = readings_of(*rule.head, *rule.head_policy);
  return std::any_of(after.begin(), after.end(), [&](const Readings::value_type& reading) {
    const auto former = before.find(reading.first);
    return former == before.end() || reading.second > former->second;
  });
}

}  // namespace simrules
