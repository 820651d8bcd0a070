#include <set>
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
  std::set<std::string> used;
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.refers == "sources") used.insert(field.value.get<std::string>());
  });
  const json sources = context.policy.value->value("sources", json::array());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string id = sources[i].value("id", "");
    if (used.count(id) != 0) continue;
    report(context,
           info,
           {pointer_join(pointer_join("/sources", i), "id"),
            fmt::format("no evidence names the source {}", quoted(id)),
            "cite it where it supports or contradicts a rule, or remove it"},
           sink);
  }
}

}  // namespace

Check check_unused_source() {
  return {{"unused-source",
           Severity::kError,
           "A source is named by no evidence.",
           "A source that supports nothing looks like support for everything.",
           "sources:\n  - {id: faq, tier: official}\n  - {id: press-2024, tier: press}\n",
           "sources:\n  - {id: faq, tier: official}\n"},
          run};
}

}  // namespace simrules
