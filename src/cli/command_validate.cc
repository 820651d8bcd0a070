#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/diagnostic_formats.h"
#include "cli/loader.h"
#include "cli/repository.h"
#include "tool_version.h"
#include "validate/validate.h"

namespace simrules {
namespace {

/// What a run looked at, for the reports and the exit code.
/// Shape: `summary` lacks the counts of `findings` until the run is over.
struct Outcome {
  DiagnosticList findings;
  RunSummary summary;
  bool unusable = false;
};

std::vector<std::string> known_ids(const Repository& repository, const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const Policy& policy : catalog.policies()) ids.push_back(policy.id);
  DiagnosticList ignored;
  std::vector<InputFile> files;
  if (repository.found()) {
    expand_path({repository.path("policies"), ""}, files, ignored);
  }
  for (const InputFile& file : files) {
    ids.push_back(std::filesystem::path(file.shown).replace_extension().generic_string());
  }
  return ids;
}

std::vector<InputFile> input_files(const ValidateOptions& options,
                                   const Repository& repository,
                                   Outcome& outcome) {
  std::vector<InputFile> files;
  std::vector<InputFile> paths;
  for (const std::string& path : options.paths) paths.push_back({path, path});
  if (paths.empty() && repository.found()) {
    paths.push_back({repository.path("policies"), repository.shown("policies")});
  }
  for (const InputFile& path : paths) {
    if (!expand_path(path, files, outcome.findings)) outcome.unusable = true;
  }
  for (const InputFile& file : files) outcome.summary.paths.push_back(file.shown);
  return files;
}

void validate_policies(const CommonOptions& common,
                       const ValidateOptions& options,
                       const Repository& repository,
                       Outcome& outcome) {
  const auto schema = repository.policy_schema(outcome.findings);
  if (!schema || schema->field_count() == 0) {
    outcome.unusable = true;
    return;
  }
  const std::vector<InputFile> files = input_files(options, repository, outcome);
  const LoadedPolicies loaded = load_policies(files, *schema, job_count(common), outcome.findings);
  outcome.summary.files = loaded.files;
  outcome.summary.checks = checks().size();
  outcome.summary.fields = schema->field_count();
  std::vector<const Policy*> policies;
  for (const Policy& policy : loaded.catalog.policies()) {
    policies.push_back(&policy);
    outcome.summary.rules += policy.rules.size();
  }
  validate(policies, known_ids(repository, loaded.catalog), *schema, outcome.findings);
}

void validate_foreign(const CommonOptions& common,
                      const ValidateOptions& options,
                      const Repository& repository,
                      Outcome& outcome) {
  const auto schema = load_schema_file(options.schema, outcome.findings);
  if (!schema) {
    outcome.unusable = true;
    return;
  }
  const std::vector<InputFile> files = input_files(options, repository, outcome);
  check_documents(files, *schema, job_count(common), outcome.findings);
  outcome.summary.files = files.size();
}

CheckedRun finished(Outcome& outcome, const ValidateOptions& options) {
  RunSummary& summary = outcome.summary;
  summary.tool_version = kToolVersion;
  summary.errors = outcome.findings.count(Severity::kError);
  summary.warnings = outcome.findings.count(Severity::kWarning);
  summary.fail_on = options.fail_on == "warning" ? Severity::kWarning : Severity::kError;
  return {outcome.findings.sorted(), summary};
}

ExitCode exit_code(const Outcome& outcome, const ValidateOptions& options) {
  const bool unreadable = outcome.findings.has_any(file_checks());
  if (outcome.unusable || unreadable || outcome.summary.files == 0) return kExitUsage;
  const bool failed = outcome.findings.count(Severity::kError) > 0 ||
                      (options.fail_on == "warning" && !outcome.findings.empty());
  return failed ? kExitFindings : kExitOk;
}

}  // namespace

ExitCode run_validate(const CommonOptions& common, const ValidateOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  const Repository repository = Repository::find(common.root);
  Outcome outcome;
  if (options.schema.empty()) {
    validate_policies(common, options, repository, outcome);
  } else {
    validate_foreign(common, options, repository, outcome);
  }
  const CheckedRun run = finished(outcome, options);
  if (!write_outputs(*requests, diagnostic_formats(run), terminal)) return kExitUsage;
  if (outcome.summary.files == 0 && outcome.findings.empty()) {
    terminal.note(
        "simrules: nothing to check; name a file, or run inside a repository with `policies/`\n");
  }
  return exit_code(outcome, options);
}

}  // namespace simrules
