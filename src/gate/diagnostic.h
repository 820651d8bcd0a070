#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "diff/change.h"
#include "model/names.h"

namespace simrules {

/// A diagnostic of a change check and what it is about.
/// Shape: `subject` is a rule or a policy; `changes` are those it is about.
struct GateDiagnostic {
  Diagnostic diagnostic;
  RuleName subject;
  std::vector<const Change*> changes;
};

}  // namespace simrules
