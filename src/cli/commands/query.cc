#include "model/query.h"

#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "cli/arguments/formats.h"
#include "cli/arguments/query_options.h"
#include "cli/commands/table.h"
#include "cli/sources/baseline.h"
#include "cli/sources/repository.h"
#include "render/answers/query_json.h"
#include "render/answers/query_text.h"

namespace simrules {
namespace {

struct QueryOptions {
  QuestionOptions asked;
  std::string as_of;
  std::string language = "en";
  bool evidence = false;
};

/// What there is to report.
struct Answered {
  const Answers& answers;
  const PolicySchema& schema;
  const QueryOptions& options;
};

std::string answers_as_text(const Answered& answered, bool color) {
  const QueryOptions& options = answered.options;
  return query_as_text(
      answered.answers, answered.schema, options.language, {options.evidence, color});
}

const std::vector<NamedFormat<Answered>>& query_formats() {
  static const std::vector<NamedFormat<Answered>> kTable = {
      {"text", answers_as_text},
      {"json",
       [](const Answered& answered, bool) {
         return query_as_json(answered.answers, answered.schema);
       }},
  };
  return kTable;
}

ExitCode run_query(const CommonOptions& common, const QueryOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  const Repository repository = Repository::find(common.root);
  DiagnosticList findings;
  const auto side = load_side(options.asked.from, repository, job_count(common), findings);
  if (!side) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  Query question = options.asked.query;
  const auto day = options.as_of.empty() ? day_of(*side) : parse_date(options.as_of);
  std::string wrong = settle(question, *side);
  if (wrong.empty() && !day) {
    wrong = options.as_of.empty()
                ? "nothing says which day the policies are of; name one with `--as-of`"
                : fmt::format("{} is not a day", quoted(options.as_of));
  }
  if (!wrong.empty()) {
    terminal.note(fmt::format("simrules: {}\n", wrong));
    return kExitUsage;
  }
  const Answers answers = query(side->catalog, side->schema, question, *day);
  const Answered answered{answers, side->schema, options};
  if (!write_outputs(requests, formats_of(query_formats(), answered), terminal)) return kExitUsage;
  if (!answers.in_force.empty()) return kExitOk;
  const bool has_others = !answers.announced.empty() || !answers.ended.empty();
  terminal.note(fmt::format(
      "simrules: {}\n",
      has_others ? "no rule in force answers this question" : nothing_found(question, *side)));
  return kExitFindings;
}

}  // namespace

Command query_command() {
  const auto options = std::make_shared<QueryOptions>();
  Command command = {
      .name = "query",
      .summary = "Answer a question from the policies or a release.",
      .formats = names_of(query_formats()),
      .examples = {"simrules query --country JP --topic transfer",
                   "simrules query --policy jp/au --lang ja --evidence",
                   "simrules query --topic tethering --from release --format json"},
      .options = question_options(options->asked),
      .run = [options](const CommonOptions& all) { return run_query(all, *options); },
  };
  for (const Option& filter : filter_options(options->asked.query))
    command.options.push_back(filter);
  command.options.insert(
      command.options.end(),
      {{.name = "--as-of",
        .value = "DATE",
        .help = "what held on this day (default: the day of the release, or of the newest "
                "revision)",
        .target = &options->as_of},
       {.name = "--lang",
        .help = "the language of the answer",
        .target = &options->language,
        .words = language_tags(),
        .in_config = true},
       {.name = "--evidence",
        .help = "add what the sources say, reasons and alternatives",
        .target = &options->evidence,
        .in_config = true}});
  return command;
}

}  // namespace simrules
