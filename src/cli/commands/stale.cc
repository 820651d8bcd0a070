#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/arguments/formats.h"
#include "cli/arguments/freshness_options.h"
#include "cli/arguments/query_options.h"
#include "cli/commands/table.h"
#include "cli/sources/baseline.h"
#include "cli/sources/repository.h"
#include "model/freshness.h"
#include "model/query.h"
#include "render/answers/stale_json.h"
#include "render/answers/stale_markdown.h"
#include "render/answers/stale_text.h"

namespace simrules {
namespace {

struct StaleOptions {
  FreshnessOptions freshness;
  QuestionOptions asked;
  std::string language = std::string(kFallbackLanguage);
};

const std::vector<NamedFormat<StaleReport>>& stale_formats() {
  static const std::vector<NamedFormat<StaleReport>> kTable = {
      {"text", stale_as_text},
      {"json", [](const StaleReport& report, bool) { return stale_as_json(report); }},
      {"markdown", [](const StaleReport& report, bool) { return stale_as_markdown(report); }},
  };
  return kTable;
}

ExitCode run_stale(const CommonOptions& common, const StaleOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto refuse = [&](const std::string& reason) {
    terminal.note(fmt::format("simrules: {}\n", reason));
    return kExitUsage;
  };
  const auto asked = read_freshness(options.freshness, terminal);
  if (!asked) return kExitUsage;
  const Repository repository = Repository::find(common.root);
  DiagnosticList findings;
  const auto side = load_side(options.asked.from, repository, job_count(common), findings);
  if (!side) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  Query question = options.asked.query;
  const std::string wrong = settle(question, *side);
  if (!wrong.empty()) return refuse(wrong);
  const std::vector<Answer> rules = rules_about(side->catalog, question);
  if (rules.empty()) return refuse("no rule answers this question, so there is nothing to check");
  const FreshnessReport freshness = report_freshness(rules, *asked->as_of, asked->limit);
  const StaleReport report{freshness, side->origin, side->schema.language(options.language)};
  const bool is_written =
      write_outputs(output_requests(common), formats_of(stale_formats(), report), terminal);
  return is_written ? kExitOk : kExitUsage;
}

}  // namespace

Command stale_command() {
  const auto options = std::make_shared<StaleOptions>();
  Command command = {
      .name = "stale",
      .summary = "List the rules whose evidence was last read too long before a day.",
      .formats = names_of(stale_formats()),
      .examples = {"simrules stale --as-of 2027-06-01",
                   "simrules stale --as-of \"$(date -u +%F)\" --older-than 180d --stagger 30d",
                   "simrules stale --as-of 2027-06-01 --country JP --format markdown",
                   "simrules stale --as-of 2027-06-01 --from release --older-than 52w"},
      .options = {{.name = "--as-of",
                   .value = "DATE",
                   .help = "the day on which the ages are told",
                   .target = &options->freshness.as_of,
                   .required = true}},
      .run = [options](const CommonOptions& all) { return run_stale(all, *options); },
  };
  command.options.push_back({.name = "--lang",
                             .help = "the language of the report",
                             .target = &options->language,
                             .words = language_tags(),
                             .in_config = true});
  for (Option& limit : limit_options(options->freshness)) command.options.push_back(limit);
  for (Option& row : question_options(options->asked)) command.options.push_back(row);
  return command;
}

}  // namespace simrules
