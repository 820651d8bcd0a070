#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/baseline.h"
#include "cli/change_formats.h"
#include "cli/commands.h"
#include "cli/comparison.h"
#include "cli/repository.h"
#include "diff/days.h"
#include "diff/diff.h"
#include "render/change_report.h"

namespace simrules {
namespace {

/// What a comparison is asked for, once its words are read.
struct Question {
  std::optional<Impact> fail_on;
  std::optional<Period> period;
};

/// Reads what was asked; says what is wrong with it and returns nothing.
std::optional<Question> question_of(const DiffOptions& options, const Terminal& terminal) {
  const Question question{parse_impact(options.fail_on), parse_period(options.as_of)};
  if (!options.fail_on.empty() && !question.fail_on) {
    terminal.note(fmt::format(
        "simrules: {} is not an impact\nhelp: the impacts are, the weightiest first, {}\n",
        quoted(options.fail_on),
        quoted_list(impact_words(), "and")));
  } else if (!options.as_of.empty() && !question.period) {
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

/// Compares both sides, or two days of them.
ChangeReport compare(const Side& base,
                     const Side& head,
                     const DiffOptions& options,
                     const std::optional<Period>& period) {
  const ChangeContext context{base.catalog, head.catalog, head.schema, options.language};
  if (!period) {
    std::vector<Change> changes = diff(base.catalog, base.schema, head.catalog, head.schema);
    VersionPlan plan = plan_of(base, head, changes);
    return {base.origin, head.origin, std::move(plan), std::move(changes), context};
  }
  DatedChanges changes = diff_days(base.catalog, head.catalog, head.schema, *period);
  ChangeReport report{base.origin,
                      head.origin,
                      {},
                      std::move(changes.effective),
                      context,
                      std::move(changes.announced)};
  report.base.as_of = to_string(period->after);
  report.head.as_of = to_string(period->until);
  return report;
}

/// Tells whether any change is as weighty as an impact; the impacts are declared the weightiest
/// first.
bool reaches(const std::vector<Change>& changes, Impact limit) {
  return std::any_of(
      changes.begin(), changes.end(), [&](const Change& change) { return change.impact <= limit; });
}

}  // namespace

ExitCode run_diff(const CommonOptions& common, const DiffOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  const auto question = question_of(options, terminal);
  if (!question) return kExitUsage;
  const Repository repository = Repository::find(common.root);
  DiagnosticList findings;
  const auto head = options.path.empty()
                        ? load_repository_side(repository, job_count(common), findings)
                        : load_side(options.path, repository, job_count(common), findings);
  const auto base = options.against.empty()
                        ? head
                        : load_side(options.against, repository, job_count(common), findings);
  if (!base || !head) {
    print_findings(findings.sorted(), terminal);
    return kExitUsage;
  }
  const ChangeReport report = compare(*base, *head, options, question->period);
  if (!write_outputs(*requests, change_formats(report), terminal)) return kExitUsage;
  const bool failed = question->fail_on && reaches(report.changes, *question->fail_on);
  return failed ? kExitFindings : kExitOk;
}

}  // namespace simrules
