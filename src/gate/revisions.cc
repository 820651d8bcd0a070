#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "gate/checks.h"
#include "gate/evidence.h"
#include "gate/words.h"

namespace simrules {
namespace {

/// Tells whether a rule says since when what the carrier changed holds: by the dates of the rule only
/// where the rule itself is new.
bool has_dates(const RuleCase& rule) {
  const Dates dates = rule.head->effective();
  const bool is_new = rule.duty == Duty::kNew && (dates.from() || dates.announced());
  const std::size_t known = rule.base ? rule.base->previously().size() : 0;
  return is_new || !rule.head->since_text().empty() || rule.head->previously().size() > known;
}

/// Tells whether the first day of a rule's terms is still that of the terms before.
bool has_old_day(const RuleCase& rule) {
  return rule.duty == Duty::kRevised && rule.head->since() &&
         rule.head->since() == rule.base->since() &&
         rule.head->previously().size() == rule.base->previously().size();
}

/// Says all that the rule lacks at once, as one edit mends it.
std::string revision_help(const RuleCase& rule) {
  const bool is_clarified = rule.impact == Impact::kClarified;
  const std::string_view before = rule.base_revision().date();
  std::string help =
      fmt::format("write `revision: {{date: <{}>, cause: {}{}}}`; ",
                  before.empty() ? "the day of this edit" : fmt::format("later than {}", before),
                  is_clarified ? kClarification : kCarrierChange,
                  needs_reason(rule.impact) ? ", note: {en: ...}" : "");
  help += is_clarified ? "the cause is `carrier_change` if the carrier made it so"
                       : "the cause is `correction` if the data was wrong, `clarification` if it "
                         "was not known";
  if (!has_dates(rule) || has_old_day(rule)) {
    help += "; `carrier_change` needs `since`, the first day of the new terms";
  }
  if (needs_reason(rule.impact) && lacks_new_evidence(rule)) help += "; " + evidence_help(rule);
  return help;
}

/// Says in which way a revision does not speak of the change.
std::string unrevised_words(const RuleCase& rule) {
  const std::string_view before = rule.base_revision().date();
  const Revision revision = rule.head_revision();
  if (revision.date().empty()) return "it has no `revision`";
  if (revision.date() == before) return fmt::format("its revision is still of {}", before);
  if (revision.date() < before) {
    return fmt::format("its revision went back from {} to {}", before, revision.date());
  }
  return fmt::format(
      "the cause of its revision is `{}`, which {}",
      revision.cause(),
      revision.cause() == kInitial ? "is for what is new" : "says that nothing changed");
}

void judge_revision(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty != Duty::kUnrevised) return;
  const std::string_view date = rule.head_revision().date();
  const bool is_by_date = date.empty() || date <= rule.base_revision().date();
  report(rule,
         info,
         run,
         {.pointer = rule.head->pointer + (is_by_date ? "/revision" : "/revision/cause"),
          .message = fmt::format("{} but {}", change_words(rule), unrevised_words(rule)),
          .help = revision_help(rule)});
}

}  // namespace

GateCheck check_change_without_revision() {
  return {
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
       "    since: 2026-12-01\n"
       "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is forbidden.}}\n"
       "    previously:\n"
       "      - {until: 2026-11-30, seen: 2026-11-22, verdict: allowed}\n",
       ExampleKind::kGate},
      judge_revision};
}

namespace {

void judge_dates(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty != Duty::kNew && rule.duty != Duty::kRevised) return;
  if (rule.head_revision().cause() != kCarrierChange) return;
  const bool is_old = has_old_day(rule);
  if (has_dates(rule) && !is_old) return;
  report(
      rule,
      info,
      run,
      {.pointer = rule.head->pointer + (is_old ? "/since" : "/revision/cause"),
       .message =
           fmt::format("{} says that the carrier changed it, but {}",
                       quoted(local_name(rule.name)),
                       is_old ? "its `since` is still that of the terms before" : "not since when"),
       .help = "write `since: <the first day of the new terms>`, as precisely as the source says, "
               "or `since: unknown`"});
}

}  // namespace

GateCheck check_carrier_change_without_date() {
  return {
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
       "  - since: 2026-11\n"
       "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is new.}}\n",
       ExampleKind::kGate},
      judge_dates};
}

namespace {

/// A note on a change that did not take place misleads whoever reads it later.
void judge_idle_revision(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty != Duty::kIdle) return;
  const std::string_view before = rule.base_revision().date();
  const Revision revision = rule.head_revision();
  const std::string_view after = revision.date();
  if (after == before || (before.empty() && revision.cause() == kInitial)) return;
  const bool is_reverified = revision.cause() == kReverified;
  if (is_reverified && after > before && was_read_again(rule)) return;
  report(rule,
         info,
         run,
         {.pointer = rule.head->pointer + "/revision",
          .message = fmt::format("the revision of {} moved from {} to {}, but {}",
                                 quoted(local_name(rule.name)),
                                 before.empty() ? "none" : before,
                                 after.empty() ? "none" : after,
                                 is_reverified ? "none of its sources was read again"
                                               : "nothing of substance changed in it"),
          .help = is_reverified
                      ? "move `accessed` of the sources that were read, or take the revision back"
                      : "take the revision back; if its sources were read again, the cause is "
                        "`reverified`",
          .notes = {base_note(run.input, *rule.base_policy, rule.base->pointer + "/revision")}});
}

}  // namespace

GateCheck check_revision_without_change() {
  return {{"revision-without-change",
           Severity::kError,
           "The revision of a rule moved although nothing of substance changed in it.",
           "A note on a change that did not take place misleads whoever reads it later.",
           "tethering:\n  - verdict: allowed\n"
           "# becomes\n"
           "tethering:\n"
           "  - seen: 2026-11-22\n"
           "    revision: {date: 2026-11-23, cause: reverified}\n",
           "tethering:\n  - verdict: allowed\n"
           "# becomes\n"
           "tethering:\n"
           "  - seen: 2026-11-22\n"
           "    revision: {date: 2026-11-23, cause: reverified}\n"
           "sources:\n  - accessed: 2026-11-23\n",
           ExampleKind::kGate},
          judge_idle_revision};
}

}  // namespace simrules
