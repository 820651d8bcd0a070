#include "gate/evidence/evidence.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "gate/checks.h"
#include "gate/moved.h"
#include "gate/tombstone.h"
#include "gate/words.h"

namespace simrules {
namespace {

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

/// Returns the day on which the newest source was read that a side of a case rests on.
std::string_view newest_read(const RuleCase& rule, DiffSide side) {
  const bool is_base = side == DiffSide::kBase;
  const Policy& policy = is_base ? *rule.base_policy : *rule.head_policy;
  return rule.name.is_policy() ? newest_day_read(policy)
                               : newest_read(is_base ? *rule.base : *rule.head, policy);
}

std::string gap_of(const RuleCase& rule) {
  std::string gap =
      evidence_gap(newest_read(rule, DiffSide::kBase), newest_read(rule, DiffSide::kHead));
  if (gap.empty() && !has_new_evidence(rule)) gap = "but its evidence is still the same";
  return gap;
}

/// Says how the terms of a successor are to whoever stands under it now.
const char* terms_word(Impact impact) {
  switch (impact) {
    case Impact::kMoreRestrictive:
      return "worse";
    case Impact::kMorePermissive:
      return "better";
    case Impact::kMixed:
      return "better and worse";
    default:
      return "not known";
  }
}

/// Tells whether a rule that is gone rests on other evidence where it says why, or where its successor
/// stands, than it did.
bool is_retired_on_new_evidence(const RuleCase& gone, const Tombstone& tombstone) {
  RuleCase moved = gone;
  moved.head = Rule{RuleView(&tombstone.entry.raw()), gone.name.topic, gone.name.id, ""};
  if (has_new_evidence(moved)) return true;
  moved.head = *tombstone.successor;
  moved.head_policy = tombstone.home;
  return has_new_evidence(moved);
}

/// Asks for evidence of terms that another rule has: whoever stands under it now meets them.
void judge_move(const RuleCase& gone,
                const Tombstone& tombstone,
                const CheckInfo& info,
                const GateRun& run) {
  const Impact impact = impact_of_move(gone, tombstone, run.input);
  if (!needs_reason(impact) || is_retired_on_new_evidence(gone, tombstone)) return;
  const RuleName successor = full_name(*tombstone.home, *tombstone.successor);
  report(
      gone,
      info,
      run,
      {.pointer = tombstone.pointer,
       .message = fmt::format("{} is retired for {}, whose terms are {}, but its evidence is still "
                              "the same",
                              quoted(local_name(gone.name)),
                              quoted(to_string(successor)),
                              terms_word(impact)),
       .help = "name a source in the `evidence` of the entry, or of the rule that takes its place, "
               "that says so and was read since"});
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
  if (gap.empty()) return judge_move(rule, tombstone, info, run);
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
         {.pointer = rule.head->pointer + (rule.name.is_policy() ? "/sources" : "/evidence"),
          .message = change_words(rule) + " " + gap,
          .help = evidence_help(rule)});
}

}  // namespace

GateCheck check_change_without_new_evidence() {
  return {
      {"change-without-new-evidence",
       Severity::kError,
       "A rule got better or worse for subscribers, or went, on the evidence of before or on "
       "older.",
       "A page that said one thing cannot show another: somebody has read it again, or another, or "
       "its claim was not what it says.",
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
      judge_evidence};
}

bool lacks_new_evidence(const RuleCase& rule) { return !gap_of(rule).empty(); }

std::string evidence_help(const RuleCase& rule) {
  const std::string_view day = newest_read(rule, DiffSide::kBase);
  if (rule.name.is_policy()) {
    return "add a source that says so, or read one again and move its `accessed`";
  }
  return day.empty() ? "name a source that says so in its `evidence`"
                     : fmt::format(
                           "name a source in its `evidence` that was read on {} or later, "
                           "read one again and move its `accessed`, or correct its `claim`",
                           day);
}

}  // namespace simrules
