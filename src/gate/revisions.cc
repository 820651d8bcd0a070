#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "gate/checks.h"
#include "gate/evidence/evidence.h"
#include "gate/tombstone.h"
#include "gate/words.h"

namespace simrules {
namespace {

/// Tells whether a rule says since when what the carrier changed holds: by the dates of the rule only
/// where the rule itself is new.
bool has_dates(const RuleCase& rule) {
  if (rule.name.is_policy()) return true;
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
  if (!rule.base) return "write `revision: {date: <the day of this edit>, cause: initial}`";
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
  if (!has_moved_on(rule) && revision.date() == before) {
    return fmt::format("its revision is still of {}", before);
  }
  if (revision.date() < before) {
    return fmt::format("its revision went back from {} to {}", before, revision.date());
  }
  return fmt::format(
      "the cause of its revision is `{}`, which {}",
      revision.cause(),
      revision.cause() == kInitial ? "is for what is new" : "says that nothing changed");
}

/// Leads to the revision, or of a policy without one to what changed.
std::string revision_pointer(const RuleCase& rule) {
  if (!rule.name.is_policy() || rule.head_revision()) return rule.head->pointer + "/revision";
  return pointer_join("", pointer_split(rule.changes.front()->pointer).front());
}

/// Asks the rule that takes the place of one that went for what an edit would be asked for; within a topic
/// the two are compared.
void judge_successor(const RuleCase& gone, const CheckInfo& info, const GateRun& run) {
  const Tombstone tombstone = tombstone_of(gone, run.input);
  if (tombstone.successor == nullptr || !id_by_now(gone, run.input).empty()) return;
  const RuleName name = full_name(*tombstone.home, *tombstone.successor);
  const Policy* before = run.input.base.find(name.policy);
  if (before != nullptr && find_rule(*before, name.topic, name.id) != nullptr) return;
  const Revision revision = tombstone.successor->revision();
  const std::string_view cause = revision.cause();
  if (revision.note() && cause != kInitial && cause != kReverified) return;
  report(gone,
         info,
         run,
         {.pointer = tombstone.pointer,
          .message = fmt::format("{} is retired for {}, whose revision does not say why",
                                 subject_words(gone.name),
                                 quoted(to_string(name))),
          .help =
              "write there why it is not what it was: a cause other than `initial`, and a `note`"});
}

void judge_revision(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty == Duty::kGone) return judge_successor(rule, info, run);
  if (rule.duty != Duty::kUnrevised) return;
  const bool is_by_date = !rule.head_revision() || (rule.base && !has_moved_on(rule));
  report(rule,
         info,
         run,
         {.pointer = is_by_date ? revision_pointer(rule) : rule.head->pointer + "/revision/cause",
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
       kEditInOrder,
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
                       subject_words(rule.name),
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

/// Names a revision by its day, or by its cause among those of a day.
std::string words_of(const Revision& revision, bool is_same_day) {
  const std::string_view words = is_same_day ? revision.cause() : revision.date();
  return words.empty() ? "none" : std::string(words);
}

/// A note on a change that did not take place misleads whoever reads it later.
void judge_idle_revision(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty != Duty::kIdle) return;
  const std::string_view before = rule.base_revision().date();
  const Revision revision = rule.head_revision();
  const std::string_view after = revision.date();
  const bool is_same = after == before && revision.cause() == rule.base_revision().cause();
  if (is_same || (before.empty() && revision.cause() == kInitial)) return;
  const bool is_reverified = revision.cause() == kReverified;
  if (is_reverified && after > before && was_read_again(rule)) return;
  if (has_moved_on(rule) && !evidence_gone(rule).empty()) return;
  report(rule,
         info,
         run,
         {.pointer = rule.head->pointer + "/revision",
          .message = fmt::format("the revision of {} moved from {} to {}, but {}",
                                 subject_words(rule.name),
                                 words_of(rule.base_revision(), after == before),
                                 words_of(revision, after == before),
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
