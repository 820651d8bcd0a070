#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/baseline.h"
#include "cli/sources/loader.h"
#include "cli/sources/repository.h"

namespace simrules {

/// What decides on a change beside the policies: the schema of policies, its vocabulary, the levels
/// and their shape, the settings. Words of languages decide nothing.
/// Shape: `base` has what the base's commit has, by path; `differing` are the paths at which the
///        repository has something else.
struct Deciding {
  std::map<std::string, std::string> base;
  std::vector<std::string> differing;

  /// Tells whether the schema of policies, or its vocabulary, is another one than the base's.
  bool has_other_schema() const;
};

/// Compares what decides with what the commit of the base has.
/// Shape:  nothing where the base is no commit of the repository; `levels` is the levels file that was
///         asked for, empty for that of the repository.
std::optional<Deciding> compare_deciding(const Side& base,
                                         const Repository& repository,
                                         const std::string& levels);

/// Finds the first of some policy files that is not as the base has it, or the first policy of the base
/// that none of a whole head is; nothing where all are the same.
std::optional<std::string> changed_data(const Side& base,
                                        const std::vector<InputFile>& head,
                                        bool is_whole);

/// Reports that a change brings data together with what judges it.
/// Errors: `judges-itself`.
void report_together(const Deciding& deciding,
                     const std::string& data,
                     const Repository& repository,
                     DiagnosticSink& sink);

/// Returns the checks that are made here.
const std::vector<CheckInfo>& deciding_checks();

}  // namespace simrules
