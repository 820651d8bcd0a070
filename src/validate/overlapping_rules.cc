#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <vector>

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

/// Tells whether two periods share a day; an open end reaches for ever. Where precision leaves it
/// open, the periods are taken to follow each other, as a source that names only years means it.
bool periods_overlap(const json& a, const json& b) {
  const auto ends_before = [](const json& first, const json& second) {
    const auto until = parse_partial_date(first.value("until", ""));
    const auto from = parse_partial_date(second.value("from", ""));
    return until && from && compare_at_shared_precision(*until, *from) <= 0;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

/// Tells whether two sets can meet; a set that is not given means everything.
bool sets_meet(const json& a, const json& b, const char* field) {
  if (!a.contains(field) || !b.contains(field)) return true;
  return std::any_of(a[field].begin(), a[field].end(), [&](const json& item) {
    return std::find(b[field].begin(), b[field].end(), item) != b[field].end();
  });
}

bool places_meet(const json& a, const json& b) {
  const std::string x = a.value("place", "anywhere");
  const std::string y = b.value("place", "anywhere");
  return x == y || x == "anywhere" || y == "anywhere";
}

/// Names a plan that both rules cover; `all` where the policy has no plans. Empty if there is none.
std::string shared_plan(const json& a, const json& b, const json& policy) {
  if (!policy.contains("plans")) return "all";
  const std::vector<std::string> x = covered_plans(a, policy);
  const std::vector<std::string> y = covered_plans(b, policy);
  std::vector<std::string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both.empty() ? "" : both.front();
}

bool compete(const Rule& a, const Rule& b) {
  const json none = json::object();
  return a.topic == b.topic && a.value->at("mechanism") == b.value->at("mechanism") &&
         periods_overlap(a.value->value("effective", none), b.value->value("effective", none)) &&
         periods_overlap(a.value->value("contracts", none), b.value->value("contracts", none)) &&
         sets_meet(*a.value, *b.value, "zones") && places_meet(*a.value, *b.value);
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const std::vector<Rule>& rules = context.policy.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!compete(rules[i], rules[j])) continue;
      const std::string plan = shared_plan(*rules[i].value, *rules[j].value, *context.policy.value);
      if (plan.empty()) continue;
      report(context,
             info,
             {pointer_join(rules[i].pointer, "plans"),
              fmt::format("{} and {} both say what `{}` is for plan {} in the same period",
                          quoted(rules[i].id),
                          quoted(rules[j].id),
                          rules[i].value->at("mechanism").get<std::string>(),
                          quoted(plan)),
              "merge the two, or part them by `plans`, `zones`, `contracts` or `effective`",
              {note_at(context, pointer_join(rules[j].pointer, "id"), "the other rule")}},
             sink);
    }
  }
}

}  // namespace

Check check_overlapping_rules() {
  return {{"overlapping-rules",
           Severity::kError,
           "Two rules of one mechanism cover the same plan in the same period.",
           "Two answers to one question leave the reader to guess which one holds.",
           "tethering:\n  - {id: a, mechanism: hotspot, plans: all, verdict: allowed}\n"
           "  - {id: b, mechanism: hotspot, plans: all, verdict: not_allowed}\n",
           "tethering:\n  - {id: a, mechanism: hotspot, plans: [max], verdict: allowed}\n"
           "  - {id: b, mechanism: hotspot, plans: [mini], verdict: not_allowed}\n"},
          run};
}

}  // namespace simrules
