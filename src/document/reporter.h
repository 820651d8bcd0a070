#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace simrules {

/// What is said about one place of a file, before the place is known to people.
/// Shape: `pointer`, `notes` and `fix` stay empty where there is nothing to name.
struct Fault {
  const char* check;
  SourceSpan span;
  std::string message;
  std::string help;
  std::string pointer = {};
  std::vector<Note> notes = {};
  std::optional<Fix> fix = {};
};

/// Reports the errors of one file and remembers whether there were any.
class Reporter {
 public:
  Reporter(const SourceFile& source, DiagnosticSink& sink) : source_(source), sink_(sink) {}

  void report(Fault finding);

  const SourceFile& source() const { return source_; }
  bool failed() const { return failed_; }

 private:
  const SourceFile& source_;
  DiagnosticSink& sink_;
  bool failed_ = false;
};

}  // namespace simrules
