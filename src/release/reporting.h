#pragma once

#include <string>

#include "base/diagnostic.h"

namespace simrules {

/// Reports a finding about a whole file or folder; returns false for its callers.
bool report_error(DiagnosticSink& sink,
                  const char* check,
                  const std::string& path,
                  std::string message,
                  std::string help);

/// Passes findings on under the id of what they mean here: a fault inside a published file is no
/// fault of an author. Shape: ids that start with `release-` or `index-` stay as they are.
class RenamingSink final : public DiagnosticSink {
 public:
  RenamingSink(DiagnosticSink& target, const char* check) : target_(target), check_(check) {}

  void report(Diagnostic diagnostic) override;

 private:
  DiagnosticSink& target_;
  const char* check_;
};

}  // namespace simrules
