#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments/command.h"
#include "cli/exit_code.h"
#include "cli/sources/taken_ids.h"
#include "model/new_policy.h"
#include "schema/schema.h"

namespace simrules {

/// Shape: a name is in English, or begins with its language as in `ja=名前`.
struct NewOptions {
  std::string id;
  std::string kind;
  std::vector<std::string> names;
  std::vector<std::string> countries;
  std::string currency;
  std::string date;
  std::string from;
  bool dry_run = false;
};

/// Makes of the command line what a new policy is about; what it leaves out follows from the id.
/// Errors: nothing for an id, a kind, a country, a currency, a name or a date that is none; `why`
///         says what was expected.
std::optional<NewPolicy> new_policy(const NewOptions& options,
                                    const PolicySchema& schema,
                                    const KnownPolicies& known,
                                    Objection& why);

/// Writes the file of a new policy, or says why not.
ExitCode run_new(const CommonOptions& common, const NewOptions& options);

}  // namespace simrules
