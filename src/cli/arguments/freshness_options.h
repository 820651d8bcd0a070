#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "cli/arguments/command.h"
#include "cli/terminal.h"
#include "model/freshness.h"

namespace simrules {

/// What the command line says of the age of evidence.
struct FreshnessOptions {
  std::string as_of;
  std::string older_than = "180d";
  std::string stagger = "30d";
};

/// The same as values; `as_of` is empty where no day is given.
struct AskedFreshness {
  std::optional<PartialDate> as_of;
  FreshnessLimit limit;
};

/// Lists `--older-than` and `--stagger`.
std::vector<Option> limit_options(FreshnessOptions& options);

/// Reads what the options hold.
/// Errors: nothing for a word that is no day or no time; standard error says so then.
std::optional<AskedFreshness> read_freshness(const FreshnessOptions& options,
                                             const Terminal& terminal);

}  // namespace simrules
