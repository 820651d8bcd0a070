#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for (const Rule& rule : context.policy.rules) {
    const std::string verdict = rule.value->value("verdict", "");
    if (!rule.value->contains("reasons")) continue;
    if (verdict == "not_allowed" || verdict == "not_offered") continue;
    report(context,
           info,
           {pointer_join(rule.pointer, "reasons"),
            fmt::format("reasons are given although the verdict is {}", quoted(verdict)),
            "remove `reasons`, or set the verdict to `not_allowed` or `not_offered`",
            {note_at(context, pointer_join(rule.pointer, "verdict"), "the verdict is set here")},
            true},
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
          run};
}

}  // namespace simrules
