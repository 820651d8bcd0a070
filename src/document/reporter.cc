#include "document/reporter.h"

#include <algorithm>
#include <utility>

namespace simrules {

std::optional<Fix> Reporter::placed(const std::optional<FaultFix>& fix) const {
  if (!fix) return std::nullopt;
  Fix placed{fix->label, {}, fix->safe};
  for (const Replacement& part : fix->replacements) {
    placed.edits.push_back(source_.edit(part.span, part.text));
  }
  return placed;
}

bool Reporter::has_reported(SourceSpan range) const {
  return std::ranges::any_of(refusals_, [&](const Refusal& refusal) {
    return range.begin <= refusal.span.begin && refusal.span.begin < range.end;
  });
}

void Reporter::report(Fault finding) {
  refusals_.push_back({finding.pointer, finding.span, finding.lacking});
  if (finding.told) return;
  sink_.report(Diagnostic{.check = finding.check,
                          .severity = Severity::kError,
                          .place = source_.place(finding.span),
                          .pointer = std::move(finding.pointer),
                          .message = std::move(finding.message),
                          .help = std::move(finding.help),
                          .notes = std::move(finding.notes),
                          .fix = placed(finding.fix)});
}

}  // namespace simrules
