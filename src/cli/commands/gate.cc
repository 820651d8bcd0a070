#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/report_error.h"
#include "cli/arguments/freshness_options.h"
#include "cli/commands/table.h"
#include "cli/diagnostic_formats.h"
#include "cli/fixer.h"
#include "cli/sources/baseline.h"
#include "cli/sources/commit.h"
#include "cli/sources/comparable.h"
#include "cli/sources/deciding.h"
#include "cli/sources/judgement_day.h"
#include "cli/sources/levels_file.h"
#include "cli/sources/policy_files.h"
#include "cli/sources/repository.h"
#include "diff/diff.h"
#include "gate/judgement.h"
#include "gate/levels.h"
#include "render/changes/markdown.h"
#include "render/diagnostics/markdown.h"
#include "tool_version.h"

namespace simrules {
namespace {

struct GateOptions {
  std::string against;
  std::string path;
  std::string levels;
  bool trust_head = false;
  bool no_reuse = false;
  FreshnessOptions freshness;
  FixOptions fix;
};

/// What a gate has found out.
/// Shape: `base` and `head` are there when both could be loaded; `differences` are between them;
///        `deciding` is there if the base is a commit, and `is_brought_along` tells that data came
///        together with what judges it: the base's judges then; `head_unread` counts the files of the
///        head that need not be read.
struct Gate {
  DiagnosticList findings;
  RunSummary summary;
  std::optional<Side> base;
  std::optional<Side> head;
  Differences differences;
  std::optional<Deciding> deciding = {};
  bool is_brought_along = false;
  std::size_t head_unread = 0;
  AskedFreshness freshness = {};
  bool unusable = false;
};

bool is_asked_whole(const GateOptions& options) {
  std::error_code ignored;
  return options.path.empty() || std::filesystem::is_directory(options.path, ignored);
}

/// Finds out what decides, and refuses data that comes together with it.
void check_together(const GateOptions& options,
                    const std::vector<InputFile>& files,
                    const Repository& repository,
                    Gate& gate) {
  if (!gate.base || options.trust_head) return;
  gate.deciding = compare_deciding(*gate.base, repository, options.levels);
  if (!gate.deciding || gate.deciding->differing.empty()) return;
  std::vector<InputFile> read = files;
  std::erase_if(read,
                [&](const InputFile& file) { return gate.base->unread.contains(file_id(file)); });
  const auto data = changed_data(*gate.base, read, is_asked_whole(options));
  if (!data) return;
  report_together(*gate.deciding, *data, repository, gate.findings);
  gate.is_brought_along = true;
}

/// Returns the schema by which the head is checked: its own, but not one that it has brought along, and
/// the one in the binary for one of the base that this version cannot read.
std::optional<PolicySchema> judging_schema(const Repository& repository, Gate& gate) {
  if (gate.is_brought_along) return gate.base->schema;
  DiagnosticList found;
  auto own = repository.policy_schema(found);
  const bool is_of_base = gate.deciding && !gate.deciding->has_other_schema();
  if (own || !is_of_base) {
    gate.findings.absorb(found);
    return own;
  }
  if (!gate.base->is_schema_replaced) {
    auto replacement = replacement_of(found, gate.findings);
    if (!replacement) return std::nullopt;
    gate.base->schema = std::move(*replacement);
  }
  return gate.base->schema;
}

/// Reads and checks the head; false if that cannot even begin.
bool load_head(const std::vector<InputFile>& files,
               const std::string& name,
               const Repository& repository,
               const Jobs& jobs,
               const PartialDate& day,
               Gate& gate) {
  auto schema = judging_schema(repository, gate);
  if (!schema) return false;
  const auto is_untouched = [&](const Policy& policy) {
    const Policy* before = gate.base ? gate.base->catalog.find(policy.id) : nullptr;
    return before != nullptr && before->raw() == policy.raw();
  };
  const ReadBefore before = gate.base ? gate.base->read_before() : ReadBefore();
  CheckedPolicies checked = check_policy_files(
      files, *schema, repository, jobs, gate.findings, {day, is_untouched}, before);
  gate.summary = std::move(checked.summary);
  gate.summary.checks += gate_checks().size();
  gate.head_unread = checked.loaded.unread.size();
  Origin origin{OriginKind::kFolder,
                name,
                "",
                policies_digest(checked.loaded.catalog, checked.loaded.unread)};
  gate.head = Side{std::move(origin), std::move(checked.loaded.catalog), std::move(*schema)};
  return true;
}

/// Returns how the ids of the policies begin that lie below a path: `jp/` for `policies/jp`, nothing
/// for a file.
std::optional<std::string> asked_ids(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (path.empty()) return "";
  if (!fs::is_directory(path, ignored)) return std::nullopt;
  const fs::path below = (fs::current_path(ignored) / path / "").lexically_normal();
  const std::string part = below.lexically_relative(PolicyTree::of(path).folder()).string();
  return part == "." ? "" : part;
}

/// Returns the text of the levels file of a base that judges, empty where it has none.
std::optional<std::string> levels_of_base(const Gate& gate) {
  if (!gate.is_brought_along) return std::nullopt;
  const auto file = gate.deciding->base.find(kLevelsName);
  return file == gate.deciding->base.end() ? "" : file->second;
}

/// Compares both sides and asks what changed for its reasons; false if the levels cannot be read.
bool judge_changes(const GateOptions& options,
                   const HeadFiles& listed,
                   const Repository& repository,
                   Gate& gate) {
  const Catalog whole_base = std::move(gate.base->catalog);
  gate.base->catalog = comparable(
      whole_base, gate.head->catalog, gate.base->unread, listed, asked_ids(options.path));
  gate.differences =
      diff(gate.base->catalog, gate.base->schema, gate.head->catalog, gate.head->schema);
  const GateInput input{gate.base->catalog,
                        gate.head->catalog,
                        gate.base->schema,
                        gate.head->schema,
                        gate.differences.changes,
                        gate.base->name,
                        gate.base->prefix,
                        options.path.empty() ? repository.shown("policies") : options.path,
                        gate.freshness.limit,
                        gate.freshness.as_of};
  const auto levels = load_levels(options.levels, repository, gate.findings, levels_of_base(gate));
  const std::vector<LevelEntry> entries = levels ? levels->entries : std::vector<LevelEntry>();
  std::vector<std::string> passed = report_levelled(check_changes(input), entries, gate.findings);
  if (levels && levels->file) check_levels(entries, *levels->file, input, gate.findings);
  gate.summary.compared =
      ComparedSides{gate.base->origin,
                    gate.head->origin,
                    summarize(gate.differences),
                    std::move(passed),
                    listed.files.size() - gate.head_unread - gate.head->catalog.policies().size()};
  return levels.has_value();
}

/// What a gate was asked for.
struct GateRequest {
  const CommonOptions& common;
  const GateOptions& options;
  const AskedFreshness& freshness;
  const PartialDate& day;
  const Repository& repository;
};

HeadFiles head_files(const GateOptions& options, const Repository& repository, const Jobs& jobs) {
  HeadFiles head;
  InputFile path{options.path, options.path};
  if (options.path.empty() && repository.found()) {
    path = {repository.path("policies"), repository.shown("policies")};
  }
  if (path.path.empty()) report_no_policies(head.findings);
  head.usable = !path.path.empty() &&
                expand_path(path, FileKind::kPolicy, jobs.most_files, head.files, head.findings);
  drop_repeated(head.files);
  return head;
}

/// Returns what the base may leave unread; nothing where all of it is asked for. An entry of the levels
/// may name any policy and rule, and is wrong where there is none.
std::optional<Reuse> reuse_of(const GateRequest& request, const HeadFiles& head) {
  const GateOptions& options = request.options;
  std::error_code ignored;
  const bool has_levels = !options.levels.empty() ||
                          std::filesystem::exists(request.repository.path(kLevelsName), ignored);
  if (options.no_reuse || has_levels || !request.repository.found()) return std::nullopt;
  const auto asked = asked_ids(options.path);
  const auto is_asked = [asked](std::string_view id) { return asked && id.starts_with(*asked); };
  return Reuse{head.files, request.day, is_asked};
}

Gate run_gate_checks(const GateRequest& request, const HeadFiles& head) {
  const auto& [common, options, freshness, day, repository] = request;
  Gate gate;
  gate.freshness = freshness;
  gate.findings.absorb(head.findings);
  const Jobs jobs = job_count(common);
  const std::string name = options.path.empty() ? "policies" : options.path;
  const std::string place = options.path.empty() ? repository.path("policies") : options.path;
  // What is not checked out would look as if it were gone.
  const bool is_whole = is_checked_out(PolicyTree::of(place), gate.findings);
  // Of a place that is not here nothing says which one of the base is meant.
  std::error_code ignored;
  if (std::filesystem::exists(place, ignored))
    gate.base = load_side(options.against,
                          repository,
                          jobs,
                          gate.findings,
                          {options.path, true, {}, reuse_of(request, head)});
  if (gate.base && gate.base->name.empty()) gate.base->name = options.against;
  check_together(options, head.files, repository, gate);
  bool usable = load_head(head.files, name, repository, jobs, day, gate) && head.usable;
  if (gate.base && gate.head && gate.summary.files > 0 && is_whole) {
    usable = judge_changes(options, head, repository, gate) && usable;
  }
  gate.unusable = !usable || !is_whole || !gate.base || gate.summary.files == 0 ||
                  gate.findings.has_any(file_checks());
  for (const InputFile& file : head.files) gate.summary.paths.push_back(file.shown);
  gate.summary.tool_version = kToolVersion;
  gate.summary.errors = gate.findings.count(Severity::kError);
  gate.summary.warnings = gate.findings.count(Severity::kWarning);
  return gate;
}

/// Puts the findings before the changes, below the one marker by which a comment is found again.
std::string as_markdown(const CheckedRun& checked, const Gate& gate) {
  std::string findings = diagnostics_as_markdown(checked.findings, checked.summary);
  if (!gate.summary.compared) return findings;
  const Comparison report{gate.base->origin,
                          gate.head->origin,
                          plan_of(*gate.base, *gate.head, gate.differences.changes),
                          gate.differences,
                          {gate.base->catalog, gate.head->catalog, gate.head->schema}};
  std::string changes = changes_as_markdown(report);
  const std::string marker = std::string(kChangesMarker) + "\n";
  if (!changes.starts_with(marker)) return findings + "\n" + changes;
  return marker + findings + "\n" + changes.substr(marker.size());
}

ExitCode run_gate(const CommonOptions& common, const GateOptions& options) {
  const Terminal terminal = make_terminal(common);
  auto requests = output_requests(common);
  const auto freshness = read_freshness(options.freshness, terminal);
  if (!freshness || !goes_together(options.fix, terminal)) return kExitUsage;
  const Repository repository = Repository::find(common.root, options.path);
  const auto day =
      freshness->as_of
          ? freshness->as_of
          : judgement_day(options.path.empty() ? repository.path("policies") : options.path);
  if (!day) {
    terminal.note("simrules: SOURCE_DATE_EPOCH is no number of seconds\n");
    return kExitUsage;
  }
  const GateRequest request{common, options, *freshness, *day, repository};
  HeadFiles head = head_files(options, repository, job_count(common));
  const CheckFiles check = [&](const std::vector<InputFile>& files) {
    return run_gate_checks(request, {files, DiagnosticList(), true}).findings.sorted();
  };
  const bool fixed =
      !options.fix.fix || apply_fixes(options.fix, head.files, check, repository, terminal);
  const Gate gate = run_gate_checks(request, head);
  // The patch has standard output for itself.
  if (options.fix.dry_run) leave_standard_output(requests);
  const CheckedRun checked{gate.findings.sorted(), gate.summary};
  for (const std::string& note : gate.base ? gate.base->notes : std::vector<std::string>()) {
    if (!note.empty()) terminal.remark(fmt::format("note: {}\n", note));
  }
  FormatTable formats = formats_of(diagnostic_formats(), checked);
  formats["markdown"] = [&](bool) { return as_markdown(checked, gate); };
  if (!write_outputs(requests, formats, terminal)) return kExitUsage;
  if (gate.unusable || !fixed) return kExitUsage;
  return gate.findings.count(Severity::kError) > 0 ? kExitFindings : kExitOk;
}

}  // namespace

Command gate_command() {
  const auto options = std::make_shared<GateOptions>();
  Option against = against_option(options->against);
  against.required = true;
  Command command = {
      .name = "gate",
      .summary = "Validate, compare, and refuse a change that does not say why.",
      .formats = names_of(diagnostic_formats()),
      .examples = {"simrules gate --against git:origin/main",
                   "simrules gate --against release --format github",
                   "simrules gate --against git:origin/main --fix --dry-run | git apply",
                   "simrules gate --against git:HEAD^1 --output markdown=\"$GITHUB_STEP_SUMMARY\""},
      .options =
          {{.name = "PATH",
            .help = "the head: a folder or file (default: policies/)",
            .target = &options->path,
            .kind = ValueKind::kPath},
           against,
           {.name = "--levels",
            .value = "FILE",
            .help = "what single findings count as (default: gate-levels.yaml, if it is there)",
            .target = &options->levels,
            .kind = ValueKind::kFile},
           {.name = "--trust-head",
            .help = "judge by the schema, levels and settings of the head, though they changed "
                    "together with data",
            .target = &options->trust_head},
           no_reuse_option(options->no_reuse),
           {.name = "--as-of",
            .value = "DATE",
            .help = "the day of judgement, after which nothing was read or revised and on which "
                    "evidence is old (default: the earlier of the head's commit and today, and for "
                    "evidence the newest that a policy itself states)",
            .target = &options->freshness.as_of}},
      .run = [options](const CommonOptions& all) { return run_gate(all, *options); },
  };
  for (const Option& limit : limit_options(options->freshness)) command.options.push_back(limit);
  const std::string fixes = "apply the fixes, and write into `previously` what held before";
  for (const Option& fix : fix_options(options->fix, fixes)) command.options.push_back(fix);
  return command;
}

}  // namespace simrules
