#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "cli/commands/check_outcome.h"
#include "cli/commands/table.h"
#include "cli/diagnostic_formats.h"
#include "cli/git/git_top.h"
#include "cli/layout.h"
#include "cli/sources/loader.h"
#include "cli/sources/policy_files.h"
#include "cli/sources/repository.h"
#include "render/text/patch.h"
#include "wording/number.h"

namespace simrules {
namespace {

struct FmtOptions {
  std::vector<std::string> paths;
  bool check = false;
  bool dry_run = false;
};

bool is_standard_input(const FmtOptions& options) {
  return options.paths == std::vector<std::string>{"-"};
}

/// Refuses options that do not go together.
bool usable(const FmtOptions& options, const Terminal& terminal) {
  if (options.check && options.dry_run) {
    terminal.note("simrules: `--check` and `--dry-run` exclude each other\n");
    return false;
  }
  if (is_standard_input(options) || std::ranges::count(options.paths, "-") == 0) return true;
  terminal.note("simrules: standard input is laid out alone; name files, or `-`\n");
  return false;
}

/// Puts a file into its layout: standard input goes to standard output, and a patch too.
/// Returns whether it had another one.
bool put(const LaidOutFile& laid,
         const FmtOptions& options,
         const Terminal& terminal,
         DiagnosticSink& sink) {
  const bool differs = laid.before != laid.after;
  if (options.dry_run) {
    terminal.print(unified_diff(name_from_top(laid.file.shown), laid.before, laid.after));
  } else if (is_standard_input(options)) {
    terminal.print(laid.after);
  } else if (differs) {
    return replace_file(laid.file.path, laid.after, sink);
  }
  return differs;
}

/// Lays out all files; returns how many had another layout.
std::size_t lay_out_all(const Repository& repository,
                        const FmtOptions& options,
                        const Jobs& jobs,
                        const Terminal& terminal,
                        CheckOutcome& outcome) {
  const auto schema = repository.policy_schema(outcome.findings);
  if (!schema) return 0;
  const MemberOrder order(schema->schema());
  ListedFiles listed =
      listed_files(options.paths, FileKind::kPolicy, repository, jobs, outcome.findings);
  outcome.unusable = !listed.complete;
  std::size_t changed = 0;
  for (InputFile& file : listed.files) {
    outcome.summary.paths.push_back(file.shown);
    file.text = read_input(file, outcome.findings);
    if (!file.text) continue;
    ++outcome.summary.files;
    const auto laid = lay_out(file, order, outcome.findings);
    if (!laid) continue;
    if (options.check) {
      check_layout(*laid, outcome.findings);
    } else if (put(*laid, options, terminal, outcome.findings)) {
      ++changed;
    }
  }
  return changed;
}

ExitCode run_fmt(const CommonOptions& common, const FmtOptions& options) {
  const Terminal terminal = make_terminal(common);
  if (!usable(options, terminal)) return kExitUsage;
  const Repository repository =
      Repository::find(common.root, options.paths.empty() ? "" : options.paths.front());
  CheckOutcome outcome;
  const std::size_t changed =
      lay_out_all(repository, options, job_count(common), terminal, outcome);
  const CheckedRun run = finished(outcome);
  auto requests = output_requests(common);
  if (!options.check) {
    // What was laid out has standard output for itself.
    leave_standard_output(requests);
    print_findings(outcome.findings, terminal);
    terminal.remark(fmt::format("simrules: {} {} of {}\n",
                                options.dry_run ? "would lay out" : "laid out",
                                changed,
                                counted(run.summary.files, "file", "files")));
  }
  if (!write_outputs(requests, formats_of(diagnostic_formats(), run), terminal)) return kExitUsage;
  return exit_code(outcome);
}

}  // namespace

Command fmt_command() {
  const auto options = std::make_shared<FmtOptions>();
  return {
      .name = "fmt",
      .summary = "Put policy files into their one layout; values and comments stay.",
      .formats = names_of(diagnostic_formats()),
      .examples = {"simrules fmt",
                   "simrules fmt policies/jp/au.yaml",
                   "simrules fmt --check --format github",
                   "simrules fmt - < draft.yaml"},
      .options = {{.name = "PATH",
                   .help = "files or folders; `-` is standard input, which is laid out on standard "
                           "output (default: policies/)",
                   .target = &options->paths,
                   .kind = ValueKind::kPath},
                  {.name = "--check",
                   .help = "write nothing; exit 1 and name each file that is laid out otherwise",
                   .target = &options->check},
                  {.name = "--dry-run",
                   .help = "print a patch, write nothing",
                   .target = &options->dry_run}},
      .run = [options](const CommonOptions& all) { return run_fmt(all, *options); },
  };
}

}  // namespace simrules
