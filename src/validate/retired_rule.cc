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
  const json retired = context.policy.value->value("retired", json::array());
  for (std::size_t i = 0; i < retired.size(); ++i) {
    const std::string id = retired[i].value("id", "");
    const auto& rules = context.policy.rules;
    const auto used = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
      return rule.topic + "/" + rule.id == id;
    });
    if (used == rules.end()) continue;
    report(context,
           info,
           {pointer_join(used->pointer, "id"),
            fmt::format("the id {} was retired and is used again", quoted(id)),
            "give the rule a new id; an id that consumers have seen keeps its meaning",
            {note_at(context, pointer_join(pointer_join("/retired", i), "id"), "retired here")}},
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
          run};
}

}  // namespace simrules
