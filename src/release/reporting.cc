#include "release/reporting.h"

#include <utility>

namespace simrules {

bool report_error(DiagnosticSink& sink,
                  const char* check,
                  const std::string& path,
                  std::string message,
                  std::string help) {
  Diagnostic diagnostic;
  diagnostic.check = check;
  diagnostic.place.path = path;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  sink.report(std::move(diagnostic));
  return false;
}

void RenamingSink::report(Diagnostic diagnostic) {
  const bool ours =
      diagnostic.check.rfind("release-", 0) == 0 || diagnostic.check.rfind("index-", 0) == 0;
  if (!ours) diagnostic.check = check_;
  target_.report(std::move(diagnostic));
}

}  // namespace simrules
