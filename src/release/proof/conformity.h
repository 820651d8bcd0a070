#pragma once

#include "base/diagnostic.h"
#include "base/threads/parallel.h"
#include "release/stored/stored_release.h"

namespace simrules {

/// What is wrong with the JSON files of a release by the schemas beside them.
/// Shape: each `of_` passes on what was found and tells whether that was nothing.
class Conformity {
 public:
  bool of_dataset(DiagnosticSink& sink) const { return pass_on(dataset_, sink); }
  bool of_others(DiagnosticSink& sink) const { return pass_on(others_, sink); }
  bool of_policies(DiagnosticSink& sink) const { return pass_on(policies_, sink); }

 private:
  friend Conformity conformity_of(const StoredRelease& stored, const Jobs& jobs);

  static bool pass_on(const DiagnosticList& found, DiagnosticSink& sink);

  DiagnosticList dataset_;
  DiagnosticList others_;
  DiagnosticList policies_;
};

/// Checks the JSON files of a release by the schemas beside them, several at the same time.
/// Shape:  an older dataset is checked when it is read, and one that is split by its parts.
/// Errors: `release-unreadable`, `release-file-missing`.
Conformity conformity_of(const StoredRelease& stored, const Jobs& jobs);

}  // namespace simrules
