#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace simrules {

/// Makes a finding of `some-check` in a policy file.
inline Diagnostic make_diagnostic(std::string message,
                                  Place place = {"policies/jp/x.yaml", 14, 3, 14, 9, "  scope: a"},
                                  Severity severity = Severity::kError) {
  Diagnostic diagnostic;
  diagnostic.check = "some-check";
  diagnostic.severity = severity;
  diagnostic.place = std::move(place);
  diagnostic.message = std::move(message);
  return diagnostic;
}

/// Makes a place on one line.
inline Place place_at(std::string path, int line, int column, int end_line, int end_column) {
  return {std::move(path), line, column, end_line, end_column, ""};
}

}  // namespace simrules
