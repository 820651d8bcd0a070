#include "cli/arguments/query_options.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/sources/repository.h"
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

/// Lists the topics of the schema in the binary, to be offered on the command line.
std::vector<std::string> known_topics() {
  DiagnosticList findings;
  const auto schema = Repository().policy_schema(findings);
  return schema ? schema->topics() : std::vector<std::string>();
}

}  // namespace

std::vector<Option> question_options(QuestionOptions& options) {
  return {{.name = "--country",
           .value = "CODE",
           .help = "ISO 3166-1 code of the home country",
           .target = &options.query.country},
          {.name = "--topic",
           .value = "TOPIC",
           .help = "one topic, such as transfer",
           .target = &options.query.topic,
           .suggestions = known_topics},
          {.name = "--policy",
           .value = "ID",
           .help = "one policy, such as jp/au",
           .target = &options.query.policy,
           .kind = ValueKind::kPolicy},
          {.name = "--from",
           .value = "SOURCE",
           .help = "where to look: policies, a dataset.json, a release folder, `release` or "
                   "`release:VERSION` (default: policies/)",
           .target = &options.from,
           .kind = ValueKind::kPath,
           .suggestions = side_forms}};
}

std::string objection(const Query& question, const Side& side) {
  if (!question.policy.empty() && side.catalog.find(question.policy) == nullptr) {
    return unknown_policy(question.policy, side.catalog);
  }
  if (!question.country.empty() && !is_country(question.country)) {
    return fmt::format("{} is not an ISO 3166-1 country code", quoted(question.country));
  }
  const auto& topics = side.schema.topics();
  if (question.topic.empty() || std::ranges::find(topics, question.topic) != topics.end()) {
    return {};
  }
  const auto twin = nearest(question.topic, topics);
  return fmt::format("there is no topic {}; {}",
                     quoted(question.topic),
                     twin ? fmt::format("did you mean {}?", quoted(*twin))
                          : "the topics are " + quoted_list(topics, "and"));
}

}  // namespace simrules
