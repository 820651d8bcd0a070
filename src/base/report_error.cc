#include "base/report_error.h"

#include <utility>

namespace simrules {

bool report_error(DiagnosticSink& sink,
                  const char* check,
                  const std::string& path,
                  std::string message,
                  std::string help) {
  sink.report({.check = check,
               .place = {.path = path},
               .message = std::move(message),
               .help = std::move(help)});
  return false;
}

}  // namespace simrules
