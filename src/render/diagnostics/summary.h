#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "diff/change.h"
#include "release/contents/changes_json.h"
#include "release/proof/verify.h"

namespace simrules {

/// What a gate compared, and what it let pass on request.
/// Shape: `changes` counts the changes of each impact; `ignored` names the findings that the levels
///        file has ignored, each with its reason; `left_out` counts the files of the head that could
///        not be compared.
struct ComparedSides {
  Origin base;
  Origin head;
  std::map<Impact, std::size_t> changes;
  std::vector<std::string> ignored = {};
  std::size_t left_out = 0;
};

/// What a run looked at and found, beside the diagnostics that it shows.
/// Shape: `paths` are the files checked, as diagnostics name them; `rules`, `checks` (the semantic
///        ones) and `fields` (of the schema) are 0 where no policy schema was at work, and
///        `constraints` where one was; `errors` and `warnings` count all findings, also those that
///        are not shown; a finding at or above `fail_on` makes the run fail; `compared` is there if
///        the run was a gate, `not_made_again` if releases were verified, and `by_digest` as a summary
///        of `verify` has it.
struct RunSummary {
  std::string tool_version;
  std::size_t files = 0;
  std::size_t rules = 0;
  std::size_t checks = 0;
  std::size_t fields = 0;
  std::size_t constraints = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  Severity fail_on = Severity::kError;
  std::vector<std::string> paths = {};
  std::optional<ComparedSides> compared = {};
  std::optional<std::vector<NotMadeAgain>> not_made_again = {};
  std::vector<std::string> by_digest = {};
};

/// Says what was checked: "3 files checked: 7 rules, 12 checks against 90 schema fields".
std::string scope_text(const RunSummary& summary);

/// Says what was found: "1 error, 0 warnings".
std::string count_text(const RunSummary& summary);

/// Says both in one line, without its line break.
std::string summary_text(const RunSummary& summary);

/// Says what was compared with what and how much of it changed, a line each; empty if nothing was.
std::string compared_text(const RunSummary& summary);

/// Returns the text of a file that a diagnostic names; empty if it cannot be had.
using TextOfFile = std::function<std::string(const std::string& path)>;

}  // namespace simrules
