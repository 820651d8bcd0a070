#pragma once

#include <string>

#include "base/diagnostic.h"

namespace simrules {

/// Reports an error about a whole file or folder; returns false for its callers.
bool report_error(DiagnosticSink& sink,
                  const char* check,
                  const std::string& path,
                  std::string message,
                  std::string help);

}  // namespace simrules
