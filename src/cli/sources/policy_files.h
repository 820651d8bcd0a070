#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/loader.h"
#include "cli/sources/repository.h"
#include "render/diagnostics/summary.h"
#include "schema/schema.h"
#include "validate/validate.h"

namespace simrules {

/// The files that paths mean.
/// Shape: not `complete` if one of them means none, or not all could be listed.
struct ListedFiles {
  std::vector<InputFile> files;
  bool complete = true;
};

/// Lists the files that paths mean, each once; those of policies/ without any path.
/// Errors: those of `expand_path`.
ListedFiles listed_files(const std::vector<std::string>& paths,
                         FileKind kind,
                         const Repository& repository,
                         const Jobs& jobs,
                         DiagnosticSink& sink);

/// Policy files that were read and checked.
/// Shape: `summary` lacks the counts of findings and the paths.
struct CheckedPolicies {
  LoadedPolicies loaded;
  RunSummary summary;
};

/// Reads policy files and checks them with everything that is known of them, as of
/// the day of an occasion if it has one. What was read before is checked with it, and not read again.
/// Errors: the ids of reading, of the schema and of the semantic checks.
CheckedPolicies check_policy_files(const std::vector<InputFile>& files,
                                   const PolicySchema& schema,
                                   const Repository& repository,
                                   const Jobs& jobs,
                                   DiagnosticList& findings,
                                   const Occasion& occasion = {},
                                   const ReadBefore& before = {});

}  // namespace simrules
