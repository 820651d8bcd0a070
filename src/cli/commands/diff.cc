#include "diff/diff.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/change_formats.h"
#include "cli/commands/table.h"
#include "cli/git/git_top.h"
#include "cli/sources/baseline.h"
#include "cli/sources/policy_files.h"
#include "cli/sources/repository.h"
#include "diff/days.h"
#include "release/stored/stored_release.h"
#include "render/changes/comparison.h"
#include "render/changes/github.h"

namespace simrules {
namespace {

struct DiffOptions {
  std::string against;
  std::string path;
  std::string as_of;
  std::string fail_on;
  std::string language = "en";
  bool no_reuse = false;
};

/// What a comparison is asked for, once its words are read.
struct Question {
  std::optional<Impact> fail_on;
  std::optional<Period> period;
};

/// Reads what was asked; says what is wrong with it and returns nothing.
std::optional<Question> question_of(const DiffOptions& options, const Terminal& terminal) {
  const Question question{parse_impact(options.fail_on), parse_period(options.as_of)};
  if (!options.as_of.empty() && !question.period) {
    terminal.note(fmt::format(
        "simrules: {} is not two days in order\nhelp: write them as 2025-12-31..2026-01-01\n",
        quoted(options.as_of)));
  } else if (options.against.empty() && !question.period) {
    terminal.note(
        "simrules: there is nothing to compare with\nhelp: name the base with `--against`, or two "
        "days with `--as-of`\n");
  } else {
    return question;
  }
  return std::nullopt;
}

/// Compares both sides as they are.
Comparison compare_sides(const Side& base, const Side& head, const std::string& language) {
  const ChangeContext context{base.catalog, head.catalog, head.schema, language};
  Differences differences = diff(base.catalog, base.schema, head.catalog, head.schema);
  VersionPlan plan = plan_of(base, head, differences.changes);
  return {base.origin, head.origin, std::move(plan), std::move(differences), context};
}

/// What differs between two days of both sides, as it is shown.
Comparison compare_days(const Side& base,
                        const Side& head,
                        const DatedChanges& found,
                        const Period& period,
                        const std::string& language) {
  Comparison report{base.origin,
                    head.origin,
                    {},
                    found.effective,
                    {found.first, found.last, head.schema, language},
                    found.announced};
  report.base.as_of = to_string(period.after);
  report.head.as_of = to_string(period.until);
  return report;
}

/// Tells whether anything is as weighty as an impact; the impacts are declared the weightiest first.
bool reaches(const Differences& differences, Impact limit) {
  return std::ranges::any_of(summarize(differences),
                             [&](const auto& counted) { return counted.first <= limit; });
}

/// Returns where the policies of the head are; empty where it is no folder of them.
HeadPlace place_of(const std::string& path) {
  std::error_code ignored;
  const bool is_release = holds_dataset(path);
  return {!is_release && std::filesystem::is_directory(path, ignored) ? path : ""};
}

/// Returns what need be read on neither side; nothing where all of it is asked for, or the head is no
/// folder of policies.
/// Shape: a comparison judges nothing by the day.
std::optional<Reuse> reuse_of(const DiffOptions& options,
                              const Question& question,
                              const Repository& repository,
                              const Jobs& jobs) {
  const bool is_folder = options.path.empty() || !place_of(options.path).path.empty();
  if (options.no_reuse || question.period || !is_folder || !repository.found()) return std::nullopt;
  std::vector<std::string> paths;
  if (!options.path.empty()) paths.push_back(options.path);
  DiagnosticList told_when_read;
  return Reuse{listed_files(paths, FileKind::kPolicy, repository, jobs, told_when_read).files,
               kLastDay,
               [](std::string_view) { return true; }};
}

struct Sides {
  std::optional<Side> base;
  std::optional<Side> head;
};

/// Loads both sides; the base is the head where no other one is named.
Sides load_both(const CommonOptions& common,
                const DiffOptions& options,
                const Question& question,
                const Repository& repository,
                DiagnosticList& findings) {
  const Jobs jobs = job_count(common);
  Sides sides;
  HeadPlace place = place_of(options.path);
  place.reuse = reuse_of(options, question, repository, jobs);
  if (!options.against.empty())
    sides.base = load_side(options.against, repository, jobs, findings, place);
  HeadPlace other;
  if (sides.base) other.read = sides.base->read_before();
  sides.head = load_side(options.path, repository, jobs, findings, other);
  if (options.against.empty()) sides.base = sides.head;
  return sides;
}

/// Names the files of the head from the top of the work tree; they are named from `folder` so far.
Comparison named_from_top(Comparison report, const std::string& folder) {
  for (Differences* differences : {&report.differences, &report.announced}) {
    for (Change& change : differences->changes) {
      if (change.head) change.head->path = name_from_top(folder + change.head->path);
    }
  }
  return report;
}

ExitCode run_diff(const CommonOptions& common, const DiffOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  const auto question = question_of(options, terminal);
  if (!question) return kExitUsage;
  const Repository repository = Repository::find(common.root, options.path);
  DiagnosticList findings;
  const auto [base, head] = load_both(common, options, *question, repository, findings);
  if (!base || !head) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  const auto& period = question->period;
  std::optional<DatedChanges> dated;
  if (period) dated = diff_days(base->catalog, head->catalog, head->schema, *period);
  const Comparison report = dated ? compare_days(*base, *head, *dated, *period, options.language)
                                  : compare_sides(*base, *head, options.language);
  FormatTable formats = formats_of(change_formats(), report);
  formats["github"] = [&](bool) {
    return changes_as_github(
        named_from_top(report, options.path.empty() ? repository.path("") : ""));
  };
  if (!write_outputs(requests, formats, terminal)) return kExitUsage;
  const bool failed = question->fail_on && reaches(report.differences, *question->fail_on);
  return failed ? kExitFindings : kExitOk;
}

}  // namespace

Command diff_command() {
  const auto options = std::make_shared<DiffOptions>();
  Option against = against_option(options->against);
  against.in_config = true;
  return {
      .name = "diff",
      .summary = "Show what changed for subscribers between two sets of policies.",
      .formats = names_of(change_formats()),
      .examples = {"simrules diff --against release",
                   "simrules diff --against release:1.0.0 policies/ --format markdown",
                   "simrules diff --against release --lang ja --output html=changes.html",
                   "simrules diff --against git:origin/main...",
                   "simrules diff --against old/ new/ --fail-on more_restrictive",
                   "simrules diff --as-of 2025-12-31..2026-01-01"},
      .options =
          {{.name = "PATH",
            .help = "the head, in the same forms (default: policies/)",
            .target = &options->path,
            .kind = ValueKind::kPath,
            .suggestions = side_forms},
           against,
           {.name = "--as-of",
            .value = "DAY..DAY",
            .help = "what changed between two days, by the dates that the policies give; the base "
                    "is then the head, unless another one is named",
            .target = &options->as_of},
           {.name = "--fail-on",
            .value = "IMPACT",
            .help = "exit 1 if any change has this impact or a weightier one, the weightiest first",
            .target = &options->fail_on,
            .words = impact_words(),
            .in_config = true},
           no_reuse_option(options->no_reuse),
           {.name = "--lang",
            .help = "the language of the report",
            .target = &options->language,
            .words = language_tags(),
            .in_config = true}},
      .run = [options](const CommonOptions& all) { return run_diff(all, *options); },
  };
}

}  // namespace simrules
