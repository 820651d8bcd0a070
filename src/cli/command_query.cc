#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "cli/baseline.h"
#include "cli/commands.h"
#include "cli/repository.h"
#include "model/query.h"
#include "render/query_json.h"
#include "render/query_text.h"
#include "schema/codes.h"

namespace simrules {
namespace {

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

}  // namespace

ExitCode run_query(const CommonOptions& common, const QueryOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
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
  const FormatTable formats = {
      {"text",
       [&](bool color) {
         return query_as_text(answers, side->schema, options.language, {options.evidence, color});
       }},
      {"json", [&](bool) { return query_as_json(answers, side->schema); }},
  };
  if (!write_outputs(*requests, formats, terminal)) return kExitUsage;
  if (!answers.in_force.empty()) return kExitOk;
  terminal.note(answers.announced.empty() ? "simrules: no rule answers this question\n"
                                          : "simrules: no rule in force answers this question\n");
  return kExitFindings;
}

}  // namespace simrules
