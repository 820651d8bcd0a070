#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "gate/checks.h"
#include "gate/tombstone.h"
#include "gate/words.h"

namespace simrules {
namespace {

/// What a rule's revision lacks of a note on this change.
/// Shape: `fault` continues a sentence about the revision; empty where it has a new note.
struct NoteGap {
  std::string pointer;
  std::string fault;
  std::string way;
};

NoteGap note_gap(const RuleCase& rule) {
  if (rule.duty != Duty::kNew && rule.duty != Duty::kRevised) return {};
  const Text note = rule.head_revision().note();
  const std::string& at = rule.head->pointer;
  if (!note) return {at + "/revision", "has no note", "add `note: {en: ...}`"};
  if (!note.says_same(rule.base_revision().note())) return {};
  return {at + "/revision/note",
          "still has the note of the change before",
          "write a note on this change"};
}

void judge_note(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty == Duty::kGone) {
    const Tombstone tombstone = tombstone_of(rule, run.input);
    if (!tombstone.is_sound() || tombstone.entry.note()) return;
    // That it is called otherwise says all there is to say.
    if (!id_by_now(rule, run.input).empty()) return;
    return report(
        rule,
        info,
        run,
        {.pointer = tombstone.pointer,
         .message = fmt::format("{} is retired without a note", quoted(local_name(rule.name))),
         .help = "add `note: {en: ...}`: one sentence on why it is gone"});
  }
  const NoteGap gap = note_gap(rule);
  const bool is_correction = rule.head_revision().cause() == kCorrection;
  if (gap.fault.empty() || is_correction || !rule.base || !needs_reason(rule.impact)) return;
  report(rule,
         info,
         run,
         {.pointer = gap.pointer,
          .message = fmt::format("{} but its revision {}", change_words(rule), gap.fault),
          .help = fmt::format("{}: one sentence on what changed, and why", gap.way)});
}

}  // namespace

GateCheck check_change_without_note() {
  return {
      {"change-without-note",
       Severity::kError,
       "A rule got better or worse for subscribers, or went, and no new note says what happened.",
       "A change report without a sentence of a person leaves its readers to guess.",
       "tethering:\n  - verdict: allowed\n"
       "# becomes\n"
       "tethering:\n"
       "  - verdict: not_allowed\n"
       "    since: 2026-12-01\n"
       "    revision: {date: 2026-11-23, cause: carrier_change}\n"
       "sources:\n  - accessed: 2026-11-23\n",
       kEditInOrder,
       ExampleKind::kGate},
      judge_note};
}

namespace {

void judge_correction(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  const NoteGap gap = note_gap(rule);
  if (gap.fault.empty() || rule.head_revision().cause() != kCorrection) return;
  const std::string words =
      rule.base ? change_words(rule) + " by" : subject_words(rule.name) + " is";
  report(rule,
         info,
         run,
         {.pointer = gap.pointer,
          .message = fmt::format("{} a correction that {}", words, gap.fault),
          .help = fmt::format("{}: what the data said, and why that was wrong", gap.way)});
}

}  // namespace

GateCheck check_correction_without_note() {
  return {{"correction-without-note",
           Severity::kError,
           "A revision corrects our data and does not say what was wrong.",
           "Those who relied on the wrong data must be able to see what they were told.",
           "tethering:\n  - verdict: conditional\n"
           "# becomes\n"
           "tethering:\n"
           "  - verdict: allowed\n"
           "    revision: {date: 2026-11-23, cause: correction}\n"
           "sources:\n  - accessed: 2026-11-23\n",
           "tethering:\n  - verdict: conditional\n"
           "# becomes\n"
           "tethering:\n"
           "  - verdict: allowed\n"
           "    revision: {date: 2026-11-23, cause: correction, note: {en: No form is needed.}}\n"
           "sources:\n  - accessed: 2026-11-23\n",
           ExampleKind::kGate},
          judge_correction};
}

}  // namespace simrules
