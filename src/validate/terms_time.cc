#include <compare>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/earlier_terms.h"
#include "validate/report.h"

namespace simrules {
namespace {

bool is_after(const PartialDate& date, const PartialDate& other) {
  return std::is_gt(compare_at_shared_precision(date, other));
}

/// Returns the member of some terms that says when they began, for a note; the terms themselves
/// where none does.
std::string begin_pointer(const DatedItem& dated, std::size_t terms) {
  const std::string at = terms == 0 ? dated.pointer : dated.entry(terms - 1);
  const Item item = terms == 0 ? dated.item : Item(dated.item.previously()[terms - 1]);
  return item.since() ? pointer_join(at, "since") : at;
}

/// Reports terms that end when the next ones have begun already.
void check_end(const CheckContext& context,
               const CheckInfo& info,
               const DatedItem& dated,
               std::size_t entry,
               DiagnosticSink& sink) {
  const auto until = dated.item.previously()[entry].until();
  const auto& since = dated.times[entry].since;
  if (!until || !since) return;
  const bool is_same = *until == *since;
  if (!is_after(*until, *since) && !(is_same && until->day > 0)) return;
  const std::string last = to_string(day_before(first_day(*since)));
  report(
      context,
      info,
      {.pointer = dated.entry(entry, "until"),
       .message = fmt::format("`until` is {}, but the terms after these hold since {}",
                              to_string(*until),
                              to_string(*since)),
       .help = fmt::format("`until` is the last day of the terms: write {}, or correct the other "
                           "date",
                           last),
       .notes = {note_at(context, begin_pointer(dated, entry), "the next terms")}},
      sink);
}

/// Reports terms that begin after their own last day, or no later than those before them end.
void check_begin(const CheckContext& context,
                 const CheckInfo& info,
                 const DatedItem& dated,
                 std::size_t entry,
                 DiagnosticSink& sink) {
  const ListOf<EarlierTerms> entries = dated.item.previously();
  const auto since = entries[entry].since();
  const auto until = entries[entry].until();
  if (!since || !until || !is_after(*since, *until)) return;
  report(context,
         info,
         {.pointer = dated.entry(entry, "since"),
          .message = fmt::format("`since` is {}, after `until`", to_string(*since)),
          .help = "check both dates against the source",
          .notes = {note_at(context, dated.entry(entry, "until"), "the last day")}},
         sink);
}

/// Reports an entry that stands above one that ended later.
void check_order(const CheckContext& context,
                 const CheckInfo& info,
                 const DatedItem& dated,
                 std::size_t entry,
                 DiagnosticSink& sink) {
  const ListOf<EarlierTerms> entries = dated.item.previously();
  if (entry == 0) return;
  const auto newer = entries[entry - 1].until();
  const auto older = entries[entry].until();
  if (!newer || !older || is_after(*newer, *older)) return;
  report(context,
         info,
         {.pointer = dated.entry(entry, "until"),
          .message = fmt::format(
              "terms until {} stand below terms until {}", to_string(*older), to_string(*newer)),
          .help = "write the newest terms first, each with its own last day",
          .notes = {note_at(context, dated.entry(entry - 1, "until"), "the entry above")}},
         sink);
}

void run_terms_out_of_order(const CheckContext& context,
                            const CheckInfo& info,
                            DiagnosticSink& sink) {
  for_each_entry(context, [&](const DatedItem& dated, std::size_t entry) {
    check_end(context, info, dated, entry, sink);
    check_begin(context, info, dated, entry, sink);
    check_order(context, info, dated, entry, sink);
  });
}

}  // namespace

Check check_terms_out_of_order() {
  return {{"terms-out-of-order",
           Severity::kError,
           "Terms at different times overlap, or stand in the wrong order.",
           "A day would have two answers: the last day of terms is the one before the next ones "
           "begin.",
           "tethering:\n  - verdict: allowed\n    since: 2025-08-20\n    previously:\n"
           "      - {until: 2025-08-20, verdict: not_offered}\n",
           "tethering:\n  - verdict: allowed\n    since: 2025-08-20\n    previously:\n"
           "      - {until: 2025-08-19, verdict: not_offered}\n"},
          run_terms_out_of_order};
}

namespace {

/// A date of some terms, and where it stands.
struct TermsDate {
  std::string pointer;
  std::optional<PartialDate> date;
};

void check_within(const CheckContext& context,
                  const CheckInfo& info,
                  const DatedItem& dated,
                  const TermsDate& at,
                  DiagnosticSink& sink) {
  if (!at.date) return;
  const Dates thing = dated.item.effective();
  const auto from = thing.from();
  const auto until = thing.until();
  const bool is_early = from && is_after(*from, *at.date);
  if (!is_early && !(until && is_after(*at.date, *until))) return;
  const char* bound = is_early ? "from" : "until";
  report(context,
         info,
         {.pointer = at.pointer,
          .message = fmt::format("`{}` is {}, {} `{}` of the thing itself",
                                 pointer_leaf(at.pointer),
                                 to_string(*at.date),
                                 is_early ? "before" : "after",
                                 bound),
          .help = "`effective` says when the thing exists, whatever its terms: correct one of the "
                  "two, or take out what is not known",
          .notes = {note_at(context,
                            pointer_join(pointer_join(dated.pointer, "effective"), bound),
                            fmt::format("`{}` is set here", bound))}},
         sink);
}

void run_terms_outside_effective(const CheckContext& context,
                                 const CheckInfo& info,
                                 DiagnosticSink& sink) {
  for_each_dated_item(context, [&](const DatedItem& dated) {
    check_within(
        context, info, dated, {pointer_join(dated.pointer, "since"), dated.item.since()}, sink);
    const ListOf<EarlierTerms> entries = dated.item.previously();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      check_within(context, info, dated, {dated.entry(i, "since"), entries[i].since()}, sink);
      check_within(context, info, dated, {dated.entry(i, "until"), entries[i].until()}, sink);
    }
  });
}

}  // namespace

Check check_terms_outside_effective() {
  return {{"terms-outside-effective",
           Severity::kError,
           "Terms are dated outside the time in which the thing exists.",
           "Nothing holds before a product begins or after it ends; one of the two dates is wrong.",
           "tethering:\n  - verdict: allowed\n    effective: {from: 2020-06-02}\n"
           "    since: 2019-01-01\n",
           "tethering:\n  - verdict: allowed\n    effective: {from: 2020-06-02}\n"
           "    since: 2020-06-02\n"},
          run_terms_outside_effective};
}

namespace {

void run_undated_terms(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const auto is_undated = [](const Item& item) { return !item.since() && !item.seen(); };
  for_each_dated_item(context, [&](const DatedItem& dated) {
    const bool was_read_again = dated.item.revision().cause() == kReverified;
    if (was_read_again && is_undated(dated.item) && !dated.times[0].since) {
      report(context,
             info,
             {.pointer = pointer_join(dated.pointer, "revision"),
              .message = "the sources were read again, and nothing says when they were first read",
              .help = "write the day of the first reading into `seen`, or the first day of the "
                      "terms into `since`"},
             sink);
    }
    const ListOf<EarlierTerms> entries = dated.item.previously();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].until() || !is_undated(entries[i])) continue;
      report(context,
             info,
             {.pointer = dated.entry(i, "until"),
              .message = "nothing says on any day that these terms held",
              .help = "write a day on which a source had them into `seen`, or their first day into "
                      "`since`"},
             sink);
    }
  });
}

}  // namespace

Check check_undated_terms() {
  return {{"undated-terms",
           Severity::kWarning,
           "Nothing says since when terms hold, or when they were first read.",
           "What a day was like would change whenever somebody reads a page again.",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: unknown, verdict: not_offered}\n",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: unknown, seen: 2016-07-15, verdict: not_offered}\n"},
          run_undated_terms};
}

}  // namespace simrules
