#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for (const Rule& rule : context.policy.rules) {
    const auto plans = rule.value->find("plans");
    const auto except = rule.value->find("except");
    if (except == rule.value->end() || plans == rule.value->end() || !plans->is_array()) continue;
    for (std::size_t i = 0; i < except->size(); ++i) {
      const json& name = (*except)[i];
      if (std::find(plans->begin(), plans->end(), name) != plans->end()) continue;
      report(context,
             info,
             {pointer_join(pointer_join(rule.pointer, "except"), i),
              fmt::format("{} is excepted but `plans` does not cover it",
                          quoted(name.get<std::string>())),
              "remove it from `except`, or write `plans: all`",
              {note_at(context, pointer_join(rule.pointer, "plans"), "the rule covers these")}},
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
          run};
}

}  // namespace simrules
