#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/pointer.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const json sources = context.policy.value->value("sources", json::array());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto accessed = parse_partial_date(sources[i].value("accessed", ""));
    const auto published = parse_partial_date(sources[i].value("published", ""));
    if (!accessed || !published || compare_at_shared_precision(*published, *accessed) <= 0) {
      continue;
    }
    const std::string source = pointer_join("/sources", i);
    report(context,
           info,
           {pointer_join(source, "accessed"),
            fmt::format("read on {}, before it was published", sources[i].value("accessed", "")),
            "correct one of the two dates",
            {note_at(context, pointer_join(source, "published"), "published on this date")}},
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
          run};
}

}  // namespace simrules
