#include <array>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

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

void check_order(const CheckContext& context,
                 const CheckInfo& info,
                 const FieldVisit& dates,
                 const Order& order,
                 DiagnosticSink& sink) {
  const auto earlier = parse_partial_date(dates.value.value(order.earlier, ""));
  const auto later = parse_partial_date(dates.value.value(order.later, ""));
  if (!earlier || !later || compare_at_shared_precision(*earlier, *later) <= 0) return;
  report(context,
         info,
         {pointer_join(dates.pointer, order.later),
          fmt::format("`{}` is {}, before `{}`",
                      order.later,
                      dates.value.value(order.later, ""),
                      order.earlier),
          "check both dates against the source",
          {note_at(context,
                   pointer_join(dates.pointer, order.earlier),
                   fmt::format("`{}` is set here", order.earlier))}},
         sink);
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    if (!field.value.is_object()) return;
    if (field.spec.name != "effective" && field.spec.name != "contracts") return;
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
      run};
}

}  // namespace simrules
