#include <array>
#include <compare>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/date.h"
#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

/// Two members of an object of dates, the first of which is never the later one.
struct Order {
  const char* earlier;
  const char* later;
};

constexpr std::array<Order, 5> kOrders = {{{"from", "until"},
                                           {"from", "until_not_before"},
                                           {"announced", "until"},
                                           {"from", "new_signups_until"},
                                           {"new_signups_until", "until"}}};

std::string_view text_in(const FieldVisit& dates, const char* name) {
  return text_at(dates.value, name);
}

void check_order(const CheckContext& context,
                 const CheckInfo& info,
                 const FieldVisit& dates,
                 const Order& order,
                 DiagnosticSink& sink) {
  const std::string_view end = text_in(dates, order.later);
  const auto earlier = parse_partial_date(text_in(dates, order.earlier));
  const auto later = parse_partial_date(end);
  if (!earlier || !later || std::is_lteq(compare_at_shared_precision(*earlier, *later))) return;
  report(context,
         info,
         {.pointer = pointer_join(dates.pointer(), order.later),
          .message = fmt::format("`{}` is {}, before `{}`", order.later, end, order.earlier),
          .help = "check both dates against the source",
          .notes = {note_at(context,
                            pointer_join(dates.pointer(), order.earlier),
                            fmt::format("`{}` is set here", order.earlier))}},
         sink);
}

void run_date_order(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    const std::string_view name = field.spec.name;
    if (name != "effective" && name != "contracts" && name != "suspended") return;
    for (const Order& order : kOrders) check_order(context, info, field, order, sink);
  });
}

}  // namespace

Check check_date_order() {
  return {
      {"dates-out-of-order",
       Severity::kError,
       "Two dates that follow each other stand the wrong way round.",
       "A rule that ends before it begins never holds, and every answer for a day would leave it "
       "out.",
       "tethering:\n  - effective: {from: 2024-10-01, until: 2024-09-30}\n",
       "tethering:\n  - effective: {from: 2024-09-30, until: 2024-10-01}\n"},
      run_date_order};
}

namespace {

void run_active_after_end(const CheckContext& context,
                          const CheckInfo& info,
                          DiagnosticSink& sink) {
  if (!context.day) return;
  for_each_field(context, [&](const FieldVisit& thing) {
    const Item item(&thing.value);
    const bool is_stated = !item.lifecycle().empty();
    // A policy that says nothing is open; of what is in it the end alone says enough.
    if (!thing.value.is_object() || (!is_stated && thing.around != nullptr)) return;
    if (item.lifecycle() == "ended") return;
    const auto until = item.effective().until();
    if (!until || std::is_gteq(compare_at_shared_precision(*until, *context.day))) return;
    const std::string end = pointer_join(pointer_join(thing.pointer(), "effective"), "until");
    Diagnostic found{
        .severity = context.is_untouched ? Severity::kWarning : info.severity,
        .pointer = end,
        .message = fmt::format("it ended on {}, and on {} nothing says so: `lifecycle` is "
                               "left out, which means `active`",
                               to_string(*until),
                               to_string(*context.day)),
        .help = "write `lifecycle: ended`, or correct the end"};
    if (is_stated) {
      found.pointer = pointer_join(thing.pointer(), "lifecycle");
      found.message = fmt::format("it ended on {}, and `lifecycle` is {} on {}",
                                  to_string(*until),
                                  quoted(item.lifecycle()),
                                  to_string(*context.day));
      found.notes = {note_at(context, end, "the end")};
    }
    report(context, info, std::move(found), sink);
  });
}

void run_date_to_come(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  if (!context.day) return;
  for_each_field(context, [&](const FieldVisit& field) {
    if (!field.spec.has_happened) return;
    const std::string_view text = text_or_empty(&field.value);
    const auto date = parse_partial_date(text);
    if (!date || std::is_lteq(compare_at_shared_precision(*date, *context.day))) return;
    report(context,
           info,
           {.pointer = field.pointer(),
            .message = fmt::format("`{}` is {}, after the day of judgement, {}",
                                   field.spec.name,
                                   text,
                                   to_string(*context.day)),
            .help = "write the day on which it was done; nothing is done on a day that is to come"},
           sink);
  });
}

}  // namespace

Check check_active_after_end() {
  return {
      {"active-after-end",
       Severity::kError,
       "Something is said to be in force after its last day.",
       "What has ended is in no answer, so that readers would look for it in vain; `gate` only "
       "warns of it in a policy that the change does not touch, for time alone brought it about.",
       "lifecycle: active\neffective: {until: 2026-03-31}\n",
       "lifecycle: ended\neffective: {until: 2026-03-31}\n"},
      run_active_after_end};
}

Check check_date_to_come() {
  return {{"date-to-come",
           Severity::kError,
           "Something is said to have been read or revised on a day that is to come.",
           "A page that was read in ten years never grows old, and a rule that was revised then "
           "cannot be revised before.",
           "sources:\n  - accessed: 2026-11-22\n"
           "# becomes\n"
           "sources:\n  - accessed: 2036-11-23\n",
           "sources:\n  - accessed: 2026-11-22\n"
           "# becomes\n"
           "sources:\n  - accessed: 2026-11-23\n",
           ExampleKind::kGate},
          run_date_to_come};
}

namespace {

void run_accessed_before_published(const CheckContext& context,
                                   const CheckInfo& info,
                                   DiagnosticSink& sink) {
  const ListOf<Source> sources = context.policy.sources();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto accessed = parse_partial_date(sources[i].accessed());
    const auto published = parse_partial_date(sources[i].published());
    if (!accessed || !published ||
        std::is_lteq(compare_at_shared_precision(*published, *accessed))) {
      continue;
    }
    const std::string source = pointer_join("/sources", i);
    report(
        context,
        info,
        {.pointer = pointer_join(source, "accessed"),
         .message = fmt::format("read on {}, before it was published", sources[i].accessed()),
         .help = "correct one of the two dates",
         .notes = {note_at(context, pointer_join(source, "published"), "published on this date")}},
        sink);
  }
}

}  // namespace

Check check_accessed_before_published() {
  return {{"accessed-before-published",
           Severity::kError,
           "A source was read before it was published.",
           "One of the two dates is wrong, and both decide how fresh a rule is.",
           "sources:\n  - {published: 2026-11-23, accessed: 2026-11-22}\n",
           "sources:\n  - {published: 2026-11-20, accessed: 2026-11-22}\n"},
          run_accessed_before_published};
}

}  // namespace simrules
