#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "gate/evidence.h"
#include "gate/parts.h"
#include "gate/words.h"

namespace simrules {
namespace {

using nlohmann::json;

struct RevisionText {
  std::string date;
  std::string cause;
  json note;
};

RevisionText revision_of(const std::optional<Rule>& rule) {
  if (!rule) return {};
  const json revision = rule->value->value("revision", json::object());
  return {revision.value("date", ""), revision.value("cause", ""), revision.value("note", json())};
}

/// A rule of the head with its revisions.
struct Subject {
  const RuleCase& rule;
  const GateRun& run;
  RevisionText base;
  RevisionText head;
};

/// What is wrong, and where: a pointer inside the rule.
struct Fault {
  const char* check;
  const char* member;
  std::string message;
  std::string help;
};

void report(const Subject& subject, Fault fault, std::vector<Note> notes = {}) {
  const RuleCase& rule = subject.rule;
  const Document& document = *rule.head_policy->document;
  std::string pointer = rule.head->pointer + fault.member;
  Place place = document.key_place(pointer);
  if (notes.empty()) notes = change_notes(subject.run.input, rule, place);
  subject.run.findings.push_back({{.check = fault.check,
                                   .place = std::move(place),
                                   .pointer = std::move(pointer),
                                   .message = std::move(fault.message),
                                   .help = std::move(fault.help),
                                   .notes = std::move(notes)},
                                  rule.name,
                                  rule.changes});
}

bool has_new_note(const Subject& subject) {
  return !subject.head.note.is_null() && subject.head.note != subject.base.note;
}

bool has_dates(const Rule& rule) {
  return !text_at(*rule.value, "/effective/from").empty() ||
         !text_at(*rule.value, "/effective/announced").empty();
}

std::optional<std::string> evidence_fault_of(const RuleCase& rule) {
  return evidence_fault(newest_read(*rule.base->value, *rule.base_policy->value),
                        newest_read(*rule.head->value, *rule.head_policy->value));
}

std::string evidence_help(const RuleCase& rule) {
  const std::string day = newest_read(*rule.base->value, *rule.base_policy->value);
  return day.empty() ? "name a source that says so in its `evidence`"
                     : fmt::format(
                           "name a source in its `evidence` that was read on {} or later, "
                           "or read one again and move its `accessed`",
                           day);
}

/// Says all that the rule lacks at once, as one edit mends it.
std::string revision_help(const Subject& subject) {
  const RuleCase& rule = subject.rule;
  const bool is_clarified = rule.impact == Impact::kClarified;
  std::string help = fmt::format(
      "write `revision: {{date: <{}>, cause: {}{}}}`; ",
      subject.base.date.empty() ? "the day of this edit" : "later than " + subject.base.date,
      is_clarified ? "clarification" : kCarrierChange,
      needs_reason(rule.impact) ? ", note: {en: ...}" : "");
  help += is_clarified ? "the cause is `carrier_change` if the carrier made it so"
                       : "the cause is `correction` if the data was wrong, `clarification` if it "
                         "was not known";
  if (!has_dates(*rule.head)) {
    help += "; `carrier_change` needs `effective: {from: ...}` or `{announced: ...}`";
  }
  if (needs_reason(rule.impact) && evidence_fault_of(rule)) help += "; " + evidence_help(rule);
  return help;
}

/// Reports a revision that does not speak of this change; false if there is one that does.
bool lacks_revision(const Subject& subject) {
  const std::string words = change_words(subject.rule);
  std::string message;
  const char* member = "/revision";
  if (subject.head.date.empty()) {
    message = fmt::format("{} but it has no `revision`", words);
  } else if (subject.head.date == subject.base.date) {
    message = fmt::format("{} but its revision is still of {}", words, subject.base.date);
  } else if (subject.head.date < subject.base.date) {
    message = fmt::format(
        "{} but its revision went back from {} to {}", words, subject.base.date, subject.head.date);
  } else if (subject.head.cause == kInitial || subject.head.cause == kReverified) {
    member = "/revision/cause";
    message = fmt::format(
        "{} but the cause of its revision is `{}`, which {}",
        words,
        subject.head.cause,
        subject.head.cause == kInitial ? "is for what is new" : "says that nothing changed");
  } else {
    return false;
  }
  report(subject, {"change-without-revision", member, message, revision_help(subject)});
  return true;
}

void check_note(const Subject& subject) {
  if (has_new_note(subject)) return;
  const bool is_stale = !subject.head.note.is_null();
  const char* member = is_stale ? "/revision/note" : "/revision";
  const std::string fault = is_stale ? "still has the note of the change before" : "has no note";
  const char* way = is_stale ? "write a note on this change" : "add `note: {en: ...}`";
  const bool is_new = !subject.rule.base;
  const std::string words = is_new ? quoted(subject.rule.name.topic + "/" + subject.rule.name.id)
                                   : change_words(subject.rule);
  if (subject.head.cause == kCorrection) {
    report(subject,
           {"correction-without-note",
            member,
            fmt::format("{} {} a correction that {}", words, is_new ? "is" : "by", fault),
            fmt::format("{}: what the data said, and why that was wrong", way)});
  } else if (needs_reason(subject.rule.impact) && !is_new) {
    report(subject,
           {"change-without-note",
            member,
            fmt::format("{} but its revision {}", words, fault),
            fmt::format("{}: one sentence on what changed, and why", way)});
  }
}

void check_evidence(const Subject& subject) {
  if (!needs_reason(subject.rule.impact)) return;
  const auto fault = evidence_fault_of(subject.rule);
  if (!fault) return;
  report(subject,
         {"change-without-new-evidence",
          "/evidence",
          change_words(subject.rule) + " " + *fault,
          evidence_help(subject.rule)});
}

void check_dates(const Subject& subject) {
  if (subject.head.cause != kCarrierChange || has_dates(*subject.rule.head)) return;
  report(subject,
         {"carrier-change-without-date",
          "/revision/cause",
          fmt::format("{} says that the carrier changed it, but not since when",
                      quoted(subject.rule.name.topic + "/" + subject.rule.name.id)),
          "add `effective: {from: ...}`, or `{announced: ...}` if only that is known, as precisely "
          "as the source says"});
}

/// A note on a change that did not take place misleads whoever reads it later.
void check_idle_revision(const Subject& subject) {
  const RuleCase& rule = subject.rule;
  if (subject.head.date == subject.base.date) return;
  const bool is_first = subject.base.date.empty() && subject.head.cause == kInitial;
  if (is_first) return;
  const bool is_reverified = subject.head.cause == kReverified;
  if (is_reverified && subject.head.date > subject.base.date &&
      was_read_again(*rule.base->value,
                     *rule.base_policy->value,
                     *rule.head->value,
                     *rule.head_policy->value)) {
    return;
  }
  report(subject,
         {"revision-without-change",
          "/revision",
          fmt::format("the revision of {} moved from {} to {}, but {}",
                      quoted(rule.name.topic + "/" + rule.name.id),
                      subject.base.date.empty() ? "none" : subject.base.date,
                      subject.head.date.empty() ? "none" : subject.head.date,
                      is_reverified ? "none of its sources was read again"
                                    : "nothing of substance changed in it"),
          is_reverified ? "move `accessed` of the sources that were read, or take the revision back"
                        : "take the revision back; if its sources were read again, the cause is "
                          "`reverified`"},
         {base_note(subject.run.input, *rule.base_policy, rule.base->pointer + "/revision")});
}

}  // namespace

void check_rule(const RuleCase& rule, const GateRun& run) {
  const Subject subject{rule, run, revision_of(rule.base), revision_of(rule.head)};
  const bool is_new = !rule.base;
  const bool has_moved = subject.head.date != subject.base.date;
  // A plan or a zone has a revision once there is something to give a reason for.
  const bool has_none = subject.head.date.empty() && subject.base.date.empty();
  if (has_none && !needs_reason(rule.impact)) return;
  if (is_new || (rule.changes.empty() && rule.is_affected && has_moved)) {
    check_note(subject);
    check_dates(subject);
  } else if (rule.changes.empty()) {
    check_idle_revision(subject);
  } else if (!lacks_revision(subject)) {
    check_note(subject);
    check_evidence(subject);
    check_dates(subject);
  }
}

}  // namespace simrules
