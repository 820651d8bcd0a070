#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/check_outcome.h"
#include "cli/commands/table.h"
#include "cli/diagnostic_formats.h"
#include "cli/fixer.h"
#include "cli/keep.h"
#include "cli/sources/loader.h"
#include "cli/sources/policy_files.h"
#include "cli/sources/repository.h"

namespace simrules {
namespace {

struct ValidateOptions {
  std::vector<std::string> paths;
  std::string schema;
  std::string fail_on = to_string(Severity::kError);
  FixOptions fix;
};

std::vector<InputFile> input_files(const ValidateOptions& options,
                                   const Repository& repository,
                                   const Jobs& jobs,
                                   CheckOutcome& outcome) {
  const FileKind kind = options.schema.empty() ? FileKind::kPolicy : FileKind::kData;
  ListedFiles listed = listed_files(options.paths, kind, repository, jobs, outcome.findings);
  outcome.unusable = !listed.complete;
  for (const InputFile& file : listed.files) outcome.summary.paths.push_back(file.shown);
  return std::move(listed.files);
}

/// Checks policy files with everything that is known of them.
CheckOutcome validate_policies(const std::vector<InputFile>& files,
                               const PolicySchema& schema,
                               const Repository& repository,
                               const Jobs& jobs,
                               bool is_last) {
  CheckOutcome outcome;
  CheckedPolicies checked = check_policy_files(files, schema, repository, jobs, outcome.findings);
  outcome.summary = checked.summary;
  if (is_last) keep(std::move(checked));
  return outcome;
}

/// Checks files against a schema that is not ours.
CheckOutcome validate_foreign(const std::vector<InputFile>& files,
                              const ForeignSchema& schema,
                              const Jobs& jobs) {
  CheckOutcome outcome;
  outcome.summary.files = check_documents(files, schema, jobs, outcome.findings);
  outcome.summary.constraints = schema.constraint_count();
  return outcome;
}

/// Checks files, for the last time in a process or to fix what is found.
using Validate = std::function<CheckOutcome(const std::vector<InputFile>& files, bool is_last)>;

/// Names the formats that are passed over.
void note_unchecked(const ForeignSchema& schema, const Terminal& terminal) {
  const std::vector<std::string>& formats = schema.unchecked_formats();
  if (formats.empty()) return;
  terminal.remark(fmt::format("note: not checked: the format{} {}\n",
                              formats.size() == 1 ? "" : "s",
                              quoted_list(formats, "and")));
}

/// Loads the schema that files are checked with; nothing if it cannot be used.
std::optional<Validate> load_validation(const CommonOptions& common,
                                        const ValidateOptions& options,
                                        const Repository& repository,
                                        DiagnosticSink& sink) {
  const Jobs jobs = job_count(common);
  if (!options.schema.empty()) {
    auto document = read_foreign_schema(options.schema, sink);
    if (!document) return std::nullopt;
    const auto schema = std::make_shared<std::optional<ForeignSchema>>(
        ForeignSchema::load(*std::move(document), sink));
    if (!*schema) return std::nullopt;
    note_unchecked(**schema, make_terminal(common));
    return
        [schema, jobs](const auto& files, bool) { return validate_foreign(files, **schema, jobs); };
  }
  const auto& schema = keep(repository.policy_schema(sink));
  if (!schema) return std::nullopt;
  return [&schema, jobs, &repository](const auto& files, bool is_last) {
    return validate_policies(files, *schema, repository, jobs, is_last);
  };
}

/// Refuses options that do not go together.
bool usable(const ValidateOptions& options, const Terminal& terminal) {
  const bool stdin_too = std::ranges::find(options.paths, "-") != options.paths.end();
  if (!options.fix.fix || !stdin_too) return goes_together(options.fix, terminal);
  terminal.note("simrules: --fix writes to files, and standard input is none\n");
  return false;
}

/// Loads, lists, fixes and checks.
CheckOutcome run_checks(const CommonOptions& common,
                        const ValidateOptions& options,
                        const Repository& repository,
                        const Terminal& terminal) {
  CheckOutcome before;
  const auto check = load_validation(common, options, repository, before.findings);
  std::vector<InputFile> files;
  if (check) files = input_files(options, repository, job_count(common), before);
  const CheckFiles found = [&](const auto& inputs) {
    return (*check)(inputs, false).findings.sorted();
  };
  const bool fixed =
      !check || !options.fix.fix || apply_fixes(options.fix, files, found, repository, terminal);
  CheckOutcome outcome;
  if (check) outcome = (*check)(files, true);
  before.findings.absorb(outcome.findings);
  outcome.findings = std::move(before.findings);
  outcome.summary.paths = std::move(before.summary.paths);
  outcome.summary.fail_on =
      options.fail_on == to_string(Severity::kWarning) ? Severity::kWarning : Severity::kError;
  outcome.unusable = before.unusable || !check || !fixed;
  return outcome;
}

ExitCode run_validate(const CommonOptions& common, const ValidateOptions& options) {
  const Terminal terminal = make_terminal(common);
  auto requests = output_requests(common);
  if (!usable(options, terminal)) return kExitUsage;
  const Repository repository =
      Repository::find(common.root, options.paths.empty() ? "" : options.paths.front());
  CheckOutcome outcome = run_checks(common, options, repository, terminal);
  // The patch has standard output for itself.
  if (options.fix.dry_run) leave_standard_output(requests);
  const CheckedRun checked = finished(outcome);
  if (!write_outputs(requests, formats_of(diagnostic_formats(), checked), terminal))
    return kExitUsage;
  if (outcome.summary.files == 0 && outcome.findings.empty()) {
    terminal.note(
        "simrules: nothing to check; name a file, or run inside a repository with `policies/`\n");
  }
  return exit_code(outcome);
}

}  // namespace

Command validate_command() {
  const auto options = std::make_shared<ValidateOptions>();
  Command command = {
      .name = "validate",
      .summary = "Check policy files against the schema and the semantic checks.",
      .formats = names_of(diagnostic_formats()),
      .examples = {"simrules validate",
                   "simrules validate policies/jp/au.yaml --format json",
                   "simrules validate --fix --dry-run | git apply",
                   "simrules validate --schema my.schema.json data/"},
      .options = {{.name = "PATH",
                   .help = "files or folders; `-` is standard input (default: policies/)",
                   .target = &options->paths,
                   .kind = ValueKind::kPath},
                  {.name = "--schema",
                   .value = "FILE",
                   .help = "check against this draft-07 schema and nothing else",
                   .target = &options->schema,
                   .kind = ValueKind::kFile},
                  {.name = "--fail-on",
                   .help = "exit 1 at this severity and above",
                   .target = &options->fail_on,
                   .words = {to_string(Severity::kError), to_string(Severity::kWarning)},
                   .in_config = true}},
      .run = [options](const CommonOptions& all) { return run_validate(all, *options); },
  };
  const std::string fixes = "apply the fixes that cannot change a meaning";
  for (const Option& fix : fix_options(options->fix, fixes)) command.options.push_back(fix);
  return command;
}

}  // namespace simrules
