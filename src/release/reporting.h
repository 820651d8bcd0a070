#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/report_error.h"

namespace simrules {

/// Passes findings on under the id of what they mean here: a fault inside a published file is no
/// fault of an author.
/// Shape: ids that start with `release-` or `index-` stay as they are.
class RenamingSink final : public DiagnosticSink {
 public:
  RenamingSink(DiagnosticSink& target, const char* check) : target_(target), check_(check) {}

  void report(Diagnostic diagnostic) override;

 private:
  DiagnosticSink& target_;
  const char* check_;
};

}  // namespace simrules
