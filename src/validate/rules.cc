#include <algorithm>
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/pointer.h"
#include "base/text.h"
#include "model/amounts/quantity.h"
#include "schema/reference.h"
#include "schema/spec/find_field.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

void run_except_outside_plans(const CheckContext& context,
                              const CheckInfo& info,
                              DiagnosticSink& sink) {
  for (const Rule& rule : context.policy.rules) {
    if (!rule.names_plans()) continue;
    const WordList plans = rule.plans();
    const WordList except = rule.except();
    for (std::size_t i = 0; i < except.size(); ++i) {
      if (plans.contains(except[i])) continue;
      report(context,
             info,
             {.pointer = pointer_join(pointer_join(rule.pointer, "except"), i),
              .message =
                  fmt::format("{} is excepted but `plans` does not cover it", quoted(except[i])),
              .help = "remove it from `except`, or write `plans: all`",
              .notes = {note_at(
                  context, pointer_join(rule.pointer, "plans"), "the rule covers these")}},
             sink);
    }
  }
}

}  // namespace

Check check_except_outside_plans() {
  return {{"except-outside-plans",
           Severity::kError,
           "A rule excepts a plan that it does not cover.",
           "An exception from nothing is a slip: either the plan or the exception is wrong.",
           "tethering:\n  - {plans: [max], except: [mini]}\n",
           "tethering:\n  - {plans: all, except: [mini]}\n"},
          run_except_outside_plans};
}

namespace {

/// Tells whether two periods share a day; an open end reaches for ever. Where precision leaves it
/// open, the periods are taken to follow each other, as a source that names only years means it.
bool periods_overlap(const Dates& a, const Dates& b) {
  const auto ends_before = [](const Dates& first, const Dates& second) {
    const auto until = first.until();
    const auto from = second.from();
    return until && from && std::is_lteq(compare_at_shared_precision(*until, *from));
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

/// Tells whether two rules can meet in what they name; one that names nothing is for everything.
bool lists_meet(const WordList& x, const WordList& y) {
  return x.empty() || y.empty() ||
         std::any_of(x.begin(), x.end(), [&](std::string_view word) { return y.contains(word); });
}

bool places_meet(const RuleView& a, const RuleView& b, const FieldSpec& rule) {
  const FieldSpec* spec = rule.member("place");
  const auto is_everywhere = [&](std::string_view place) {
    return place.empty() || (spec != nullptr && place == spec->most);
  };
  return a.place() == b.place() || is_everywhere(a.place()) || is_everywhere(b.place());
}

/// Names a plan that both rules cover; `all` where the policy has no plans. Empty if there is none.
std::string shared_plan(const RuleView& a, const RuleView& b, const PolicyView& policy) {
  if (policy.plans().empty()) return "all";
  const std::vector<std::string_view> x = covered_plans(a, policy);
  const std::vector<std::string_view> y = covered_plans(b, policy);
  const auto both = std::find_first_of(x.begin(), x.end(), y.begin(), y.end());
  return both == x.end() ? "" : std::string(*both);
}

/// Tells whether two values are surely not the same; 24 hours are a day.
bool differ(const FieldSpec& spec, const json& a, const json& b) {
  if (spec.is_unknown(a) || spec.is_unknown(b)) return false;
  return a != b && !is_eq(compare_quantities(spec, a, b));
}

/// Tells whether two rules are of two products of one mechanism: both state something by which the
/// schema tells such products apart (`x-products`), and not the same.
bool are_products(const Rule& a, const Rule& b, const FieldSpec& rule) {
  const FieldSpec* mechanism = rule.member("mechanism");
  if (mechanism == nullptr) return false;
  const auto keys = mechanism->products.find(std::string(a.mechanism()));
  if (keys == mechanism->products.end()) return false;
  return std::ranges::any_of(keys->second, [&](const std::string& path) {
    const FieldSpec* spec = find_field(rule, "/" + path);
    const json* x = find_value(a.raw(), "/" + path);
    const json* y = find_value(b.raw(), "/" + path);
    return spec != nullptr && x != nullptr && y != nullptr && differ(*spec, *x, *y);
  });
}

bool compete(const Rule& a, const Rule& b, const FieldSpec& policy) {
  if (a.topic != b.topic || a.mechanism() != b.mechanism()) return false;
  const FieldSpec& rule = *rule_spec(policy, a.topic);
  return periods_overlap(a.effective(), b.effective()) &&
         periods_overlap(a.contracts(), b.contracts()) && lists_meet(a.zones(), b.zones()) &&
         lists_meet(a.services(), b.services()) && places_meet(a, b, rule) &&
         !are_products(a, b, rule);
}

void run_overlapping_rules(const CheckContext& context,
                           const CheckInfo& info,
                           DiagnosticSink& sink) {
  const std::vector<Rule>& rules = context.policy.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!compete(rules[i], rules[j], context.schema.root())) continue;
      const std::string plan = shared_plan(rules[i], rules[j], context.policy);
      if (plan.empty()) continue;
      report(
          context,
          info,
          {.pointer = pointer_join(rules[i].pointer, "plans"),
           .message = fmt::format("{} and {} both say what `{}` is for plan {} in the same period",
                                  quoted(rules[i].id),
                                  quoted(rules[j].id),
                                  rules[i].mechanism(),
                                  quoted(plan)),
           .help = "merge the two, or part them by `plans`, `zones`, `services`, `contracts` or "
                   "`effective`; several passes differ in their `period` or `allowance`",
           .notes = {note_at(context, pointer_join(rules[j].pointer, "id"), "the other rule")}},
          sink);
    }
  }
}

}  // namespace

Check check_overlapping_rules() {
  return {{"overlapping-rules",
           Severity::kError,
           "Two rules of one mechanism cover the same plan in the same period, and are not two "
           "products.",
           "Two answers to one question leave the reader to guess which one holds.",
           "tethering:\n  - {id: a, mechanism: hotspot, plans: all, verdict: allowed}\n"
           "  - {id: b, mechanism: hotspot, plans: all, verdict: not_allowed}\n",
           "tethering:\n  - {id: a, mechanism: hotspot, plans: [max], verdict: allowed}\n"
           "  - {id: b, mechanism: hotspot, plans: [mini], verdict: not_allowed}\n"},
          run_overlapping_rules};
}

namespace {

void run_reasons_without_refusal(const CheckContext& context,
                                 const CheckInfo& info,
                                 DiagnosticSink& sink) {
  for (const Rule& rule : context.policy.rules) {
    const std::string_view verdict = rule.verdict();
    if (rule.reasons().empty() || verdict == "not_allowed" || verdict == "not_offered") continue;
    report_at_key(
        context,
        info,
        {.pointer = pointer_join(rule.pointer, "reasons"),
         .message = fmt::format("reasons are given although the verdict is {}", quoted(verdict)),
         .help = "remove `reasons`, or set the verdict to `not_allowed` or `not_offered`",
         .notes = {note_at(
             context, pointer_join(rule.pointer, "verdict"), "the verdict is set here")}},
        sink);
  }
}

}  // namespace

Check check_reasons_without_refusal() {
  return {{"reasons-without-refusal",
           Severity::kError,
           "A rule gives reasons for a refusal although it refuses nothing.",
           "A reason why something cannot be done contradicts a rule that says it can.",
           "transfer:\n  - verdict: conditional\n    reasons:\n      - kind: technical\n"
           "        evidence: [{source: faq, stance: supports, claim: {en: It cannot.}}]\n",
           "transfer:\n  - verdict: not_offered\n    reasons:\n      - kind: technical\n"
           "        evidence: [{source: faq, stance: supports, claim: {en: It cannot.}}]\n"},
          run_reasons_without_refusal};
}

namespace {

void run_retired_rule(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const ListOf<Retired> retired = context.policy.retired();
  for (std::size_t i = 0; i < retired.size(); ++i) {
    const RuleName name = parse_local_name(context.policy.id, retired[i].id());
    const Rule* used = find_rule(context.policy, name.topic, name.id);
    if (used == nullptr) continue;
    report(
        context,
        info,
        {.pointer = pointer_join(used->pointer, "id"),
         .message = fmt::format("the id {} was retired and is used again", quoted(retired[i].id())),
         .help = "give the rule a new id; an id that consumers have seen keeps its meaning",
         .notes = {note_at(
             context, pointer_join(pointer_join("/retired", i), "id"), "retired here")}},
        sink);
  }
}

}  // namespace

Check check_retired_rule() {
  return {{"retired-rule-in-use",
           Severity::kError,
           "The id of a retired rule is used again.",
           "Consumers keep ids; one that comes back with another meaning gives them wrong answers.",
           "retired:\n  - {id: transfer/gift, date: 2026-01-01}\ntransfer:\n  - {id: gift}\n",
           "retired:\n  - {id: transfer/gift, date: 2026-01-01}\ntransfer:\n  - {id: gift-2}\n"},
          run_retired_rule};
}

}  // namespace simrules
