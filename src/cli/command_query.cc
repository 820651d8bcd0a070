#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "cli/baseline.h"
#include "cli/commands.h"
#include "cli/formats.h"
#include "cli/repository.h"
#include "model/query.h"
#include "render/query_json.h"
#include "render/query_text.h"
#include "render/ui_words.h"
#include "schema/codes.h"

namespace simrules {
namespace {

struct QueryOptions {
  std::string country;
  std::string topic;
  std::string policy;
  std::string mechanism;
  std::string as_of;
  std::string from;
  std::string language = "en";
  bool evidence = false;
};

/// Lists the topics of the schema in the binary.
std::vector<std::string> topics() {
  DiagnosticList findings;
  const auto schema = Repository().policy_schema(findings);
  return schema ? schema->topics() : std::vector<std::string>();
}

/// Names the policy that a misspelt id most likely means.
std::string unknown_policy(const std::string& id, const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const Policy& policy : catalog.policies()) ids.push_back(policy.id);
  const auto twin = nearest(id, ids);
  return fmt::format("there is no policy {}{}",
                     quoted(id),
                     twin ? fmt::format("; did you mean {}?", quoted(*twin)) : "");
}

/// Says what is wrong with a question, or nothing.
std::string objection(const QueryOptions& options, const Side& side) {
  if (!options.policy.empty() && side.catalog.find(options.policy) == nullptr) {
    return unknown_policy(options.policy, side.catalog);
  }
  if (!options.country.empty() && !is_country(options.country)) {
    return fmt::format("{} is not an ISO 3166-1 country code", quoted(options.country));
  }
  const auto& topics = side.schema.topics();
  if (!options.topic.empty() &&
      std::find(topics.begin(), topics.end(), options.topic) == topics.end()) {
    const auto twin = nearest(options.topic, topics);
    return fmt::format("there is no topic {}; {}",
                       quoted(options.topic),
                       twin ? fmt::format("did you mean {}?", quoted(*twin))
                            : "the topics are " + quoted_list(topics, "and"));
  }
  if (!options.as_of.empty() && !parse_partial_date(options.as_of)) {
    return fmt::format("{} is not a date", quoted(options.as_of));
  }
  return {};
}

Query question_of(const QueryOptions& options) {
  Query question{options.country, options.topic, options.policy, options.mechanism, std::nullopt};
  if (!options.as_of.empty()) question.as_of = parse_partial_date(options.as_of);
  return question;
}

/// What there is to report.
struct Answered {
  const Answers& answers;
  const PolicySchema& schema;
  const QueryOptions& options;
};

std::string as_text(const Answered& answered, bool color) {
  const QueryOptions& options = answered.options;
  return query_as_text(
      answered.answers, answered.schema, options.language, {options.evidence, color});
}

const std::vector<NamedFormat<Answered>>& formats() {
  static const std::vector<NamedFormat<Answered>> table = {
      {"text", as_text},
      {"json",
       [](const Answered& answered, bool) {
         return query_as_json(answered.answers, answered.schema);
       }},
  };
  return table;
}

ExitCode run(const CommonOptions& common, const QueryOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  const Repository repository = Repository::find(common.root);
  DiagnosticList findings;
  const auto side = options.from.empty()
                        ? load_repository_side(repository, job_count(common), findings)
                        : load_side(options.from, repository, job_count(common), findings);
  if (!side) {
    print_findings(findings.sorted(), terminal);
    return kExitUsage;
  }
  const std::string wrong = objection(options, *side);
  if (!wrong.empty()) {
    terminal.note(fmt::format("simrules: {}\n", wrong));
    return kExitUsage;
  }
  const Answers answers = query(side->catalog, question_of(options));
  const Answered answered{answers, side->schema, options};
  if (!write_outputs(requests, formats_of(formats(), answered), terminal)) return kExitUsage;
  if (!answers.in_force.empty()) return kExitOk;
  terminal.note(answers.announced.empty() ? "simrules: no rule answers this question\n"
                                          : "simrules: no rule in force answers this question\n");
  return kExitFindings;
}

}  // namespace

Command query_command() {
  const auto options = std::make_shared<QueryOptions>();
  return {
      .name = "query",
      .summary = "Answer a question from the policies or a release.",
      .formats = names_of(formats()),
      .examples = {"simrules query --country JP --topic transfer",
                   "simrules query --policy jp/au --lang ja --evidence",
                   "simrules query --topic tethering --from release --format json"},
      .options = {{.name = "--country",
                   .value = "CODE",
                   .help = "ISO 3166-1 code of the home country",
                   .target = &options->country},
                  {.name = "--topic",
                   .value = "TOPIC",
                   .help = "one topic, such as transfer",
                   .target = &options->topic,
                   .suggestions = topics},
                  {.name = "--policy",
                   .value = "ID",
                   .help = "one policy, such as jp/au",
                   .target = &options->policy,
                   .kind = ValueKind::kPolicy},
                  {.name = "--mechanism",
                   .value = "WORD",
                   .help = "one mechanism, such as gift_allowance",
                   .target = &options->mechanism},
                  {.name = "--as-of",
                   .value = "DATE",
                   .help = "only rules that held on this day",
                   .target = &options->as_of},
                  {.name = "--from",
                   .value = "SOURCE",
                   .help =
                       "where to look: policies, a dataset.json, a release folder, `release` or "
                       "`release:VERSION` (default: policies/)",
                   .target = &options->from,
                   .kind = ValueKind::kPath,
                   .suggestions = side_forms},
                  {.name = "--lang",
                   .help = "the language of the answer",
                   .target = &options->language,
                   .words = languages(),
                   .in_config = true},
                  {.name = "--evidence",
                   .help = "add what the sources say, reasons and alternatives",
                   .target = &options->evidence,
                   .in_config = true}},
      .run = [options](const CommonOptions& all) { return run(all, *options); },
  };
}

}  // namespace simrules
