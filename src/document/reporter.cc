#include "document/reporter.h"

#include <utility>

namespace simrules {

void Reporter::report(Fault finding) {
  failed_ = true;
  sink_.report(Diagnostic{.check = finding.check,
                          .severity = Severity::kError,
                          .place = source_.place(finding.span),
                          .pointer = std::move(finding.pointer),
                          .message = std::move(finding.message),
                          .help = std::move(finding.help),
                          .notes = std::move(finding.notes),
                          .fix = std::move(finding.fix)});
}

}  // namespace simrules
