#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace simrules {

/// A range of the file and the text to put there.
struct Replacement {
  SourceSpan span;
  std::string text;
};

/// A fix before its places are known to people; see `Fix`.
struct FaultFix {
  std::string label;
  std::vector<Replacement> replacements;
  bool safe = true;
};

/// What is said about one place of a file, before the place is known to people.
/// Shape: `pointer`, `notes` and `fix` stay empty where there is nothing to name; `lacking` is the
///        object that lacks a member because its key is refused; what is `told` was said of another
///        place and only refuses this one.
struct Fault {
  const char* check;
  SourceSpan span;
  std::string message;
  std::string help;
  std::string pointer = {};
  std::vector<Note> notes = {};
  std::optional<FaultFix> fix = {};
  std::optional<std::string> lacking = {};
  bool told = false;
};

/// What a fault takes away from the document: see `Fault`.
struct Refusal {
  std::string pointer;
  SourceSpan span;
  std::optional<std::string> lacking;
};

/// Reports the errors of one file and remembers where they were.
class Reporter {
 public:
  Reporter(const SourceFile& source, DiagnosticSink& sink) : source_(source), sink_(sink) {}

  void report(Fault finding);

  const SourceFile& source() const { return source_; }
  bool failed() const { return !refusals_.empty(); }
  const std::vector<Refusal>& refusals() const { return refusals_; }

  /// Tells whether an error was reported of something that begins in a range.
  bool has_reported(SourceSpan range) const;

 private:
  std::optional<Fix> placed(const std::optional<FaultFix>& fix) const;

  const SourceFile& source_;
  DiagnosticSink& sink_;
  std::vector<Refusal> refusals_;
};

}  // namespace simrules
