#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "model/amounts/quantity.h"
#include "schema/spec/find_field.h"
#include "validate/beside.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Tells whether an amount is surely above another one; months have 28 to 31 days.
bool is_above(const FieldSpec& spec, const json& amount, const json& most) {
  const auto both = measure(spec, amount, most);
  return both && is_gt(compare(both->base.least, both->head.most));
}

std::string shown(const json& amount) {
  if (!amount.is_object()) return amount.is_string() ? amount.get<std::string>() : amount.dump();
  const std::string value = shown(member_of(amount, "value"));
  const std::string_view unit = text_at(amount, "unit");
  const bool is_word = unit.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  return fmt::format("{} {}{}", value, unit, is_word && value != "1" ? "s" : "");
}

/// Reports a value by what it comes to.
void report_above(const CheckContext& context,
                  const CheckInfo& info,
                  const FieldVisit& field,
                  const json& amount,
                  const Beside& most,
                  DiagnosticSink& sink) {
  report(context,
         info,
         {.pointer = field.pointer(),
          .message = fmt::format("`{}` is {}, more than the {} of `{}`",
                                 field.spec.name,
                                 printable(shown(amount)),
                                 printable(shown(most.value)),
                                 pointer_leaf(most.pointer())),
          .help = "correct one of the two",
          .notes = {note_at(context, most.pointer(), "the other one is here")}},
         sink);
}

void check_counts(const CheckContext& context,
                  const CheckInfo& info,
                  const FieldVisit& field,
                  DiagnosticSink& sink) {
  const Counts& counts = field.spec.counts;
  const auto word = find_beside(field, counts.by);
  const auto span = find_beside(field, counts.within);
  if (!word || !span || !field.value.is_number()) return;
  const auto unit = counts.words.find(std::string(text_or_empty(&word->value)));
  const FieldSpec* spec = find_field(context.schema.root(), span->pointer());
  if (unit == counts.words.end() || spec == nullptr) return;
  const json counted = {{"value", field.value}, {"unit", unit->second}};
  if (is_above(*spec, counted, span->value))
    report_above(context, info, field, counted, *span, sink);
}

void run_above_its_maximum(const CheckContext& context,
                           const CheckInfo& info,
                           DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    for (const std::string& path : field.spec.at_most) {
      const auto most = find_beside(field, path);
      if (most && is_above(field.spec, field.value, most->value))
        report_above(context, info, field, field.value, *most, sink);
    }
    if (!field.spec.counts.by.empty()) check_counts(context, info, field, sink);
  });
}

}  // namespace

Check check_above_its_maximum() {
  return {{"above-its-maximum",
           Severity::kError,
           "An amount is above what stands beside it as its most.",
           "A smallest step that is larger than the largest amount, or more days than their window "
           "has, is a slip: one of the two is wrong.",
           "transfer:\n  - verdict: conditional\n    recipients: anyone\n"
           "    amount: {min: {value: 2, unit: GB}, max: {value: 500, unit: MB}}\n",
           "transfer:\n  - verdict: conditional\n    recipients: anyone\n"
           "    amount: {min: {value: 500, unit: MB}, max: {value: 2, unit: GB}}\n"},
          run_above_its_maximum};
}

namespace {

/// Returns how many decimals a currency has.
std::size_t decimals_of(const json& table, std::string_view currency) {
  const json* own = find_member(table, currency);
  return (own != nullptr ? *own : member_of(table, "else")).get<std::size_t>();
}

/// Counts the decimals that say something: 5.50 has one.
std::size_t count_decimals(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : number.find_last_not_of('0') - point;
}

void run_too_many_decimals(const CheckContext& context,
                           const CheckInfo& info,
                           DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    const Money& money = field.spec.money;
    if (money.currency.empty() || !field.value.is_string()) return;
    const auto currency = find_beside(field, money.currency);
    const FieldSpec* known =
        currency ? find_field(context.schema.root(), currency->pointer()) : nullptr;
    const auto per = find_beside(field, money.per);
    const FieldSpec* span = per ? find_field(context.schema.root(), per->pointer()) : nullptr;
    if (known == nullptr || known->decimals.is_null()) return;
    // What is paid as it is used costs fractions of a coin for each unit.
    if (span != nullptr && are_divisible(*span, per->value, per->value)) return;
    const std::string_view code = text_or_empty(&currency->value);
    const std::size_t most = decimals_of(known->decimals, code);
    const std::string_view price = text_or_empty(&field.value);
    if (count_decimals(price) <= most) return;
    CheckInfo weighed = info;
    // Pages show what a day of a longer pass comes to.
    if (per && per->value.is_object()) weighed.severity = Severity::kWarning;
    report(context,
           weighed,
           {.pointer = field.pointer(),
            .message = fmt::format("`{}` is {}, but {} has {} decimals",
                                   field.spec.name,
                                   quoted(price),
                                   printable(code),
                                   most == 0 ? "no" : std::to_string(most)),
            .help = "write the price as the source does, or correct the currency",
            .notes = {note_at(context, currency->pointer(), "the currency")}},
           sink);
  });
}

}  // namespace

Check check_too_many_decimals() {
  return {
      {"too-many-decimals",
       Severity::kError,
       "A price has more decimals than its currency.",
       "Nobody can pay such a price, but for a unit of data or a minute, and what a day of a "
       "longer "
       "pass comes to is a warning: its decimal point slipped, or it is of another currency.",
       "tethering:\n  - verdict: conditional\n    fees:\n"
       "      - {id: option, charge: activation, price: \"5.50\", currency: JPY, tax: included, "
       "per: once}\n",
       "tethering:\n  - verdict: conditional\n    fees:\n"
       "      - {id: option, charge: activation, price: 550, currency: JPY, tax: included, "
       "per: once}\n"},
      run_too_many_decimals};
}

}  // namespace simrules
