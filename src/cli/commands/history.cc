#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/arguments/formats.h"
#include "cli/arguments/query_options.h"
#include "cli/commands/table.h"
#include "cli/sources/baseline.h"
#include "cli/sources/repository.h"
#include "history/records.h"
#include "render/answers/history_json.h"
#include "render/answers/history_text.h"

namespace simrules {
namespace {

struct HistoryOptions {
  std::string policy;
  std::string rule;
  std::string from;
  bool released = false;
  std::string language = "en";
};

/// Adds what policies/ says now, which no release may have.
bool add_unreleased(const Repository& repository,
                    const Jobs& jobs,
                    DataStates& states,
                    DiagnosticList& findings) {
  auto side = load_repository_side(repository, jobs, findings);
  if (!side) return false;
  const auto schema = std::make_shared<const PolicySchema>(std::move(side->schema));
  states.push_back({std::move(side->origin), "", std::move(side->catalog), schema, schema});
  return true;
}

/// Loads all releases, and what is not released yet unless it is to be left out.
std::optional<DataStates> load(const CommonOptions& common,
                               const HistoryOptions& options,
                               DiagnosticList& findings) {
  const Repository repository = Repository::find(common.root);
  const auto schemas = repository.contract_schemas(findings);
  const auto words = repository.policy_schema(findings);
  if (!schemas || !words) return std::nullopt;
  const bool is_elsewhere = !options.from.empty();
  auto states = load_states(is_elsewhere ? options.from : repository.shown("reports"),
                            *schemas,
                            std::make_shared<const PolicySchema>(*words),
                            findings);
  if (!states || is_elsewhere || options.released) return states;
  if (!add_unreleased(repository, job_count(common), *states, findings)) return std::nullopt;
  return states;
}

/// Names the id that a misspelt one most likely means, else the ones that there are.
std::string hint_at(const std::string& word,
                    const std::vector<std::string>& known,
                    const char* listed_as,
                    const std::vector<std::string>& listed) {
  constexpr std::size_t kMostListed = 30;
  if (const auto twin = nearest(word, known)) {
    return fmt::format("; did you mean {}?", quoted(*twin));
  }
  if (listed.size() > kMostListed) return "";
  return fmt::format("\nhelp: the {} are {}", listed_as, quoted_list(listed, "and"));
}

std::string unknown_rule(const HistoryOptions& options,
                         const DataStates& states,
                         const Trail& policy) {
  const std::vector<std::string> known = rule_ids(states, policy);
  std::vector<std::string> listed = known;
  std::erase_if(listed, [](const std::string& id) { return id.find('/') == std::string::npos; });
  return fmt::format("{} has no rule {}{}",
                     quoted(options.policy),
                     quoted(options.rule),
                     hint_at(options.rule, known, "rules", listed));
}

/// Follows the policy that was asked about by an id of now or before, or by the name of its brand; says
/// what is wrong with it and returns nothing.
std::optional<Trail> find_policy(std::string asked,
                                 const DataStates& states,
                                 const Terminal& terminal) {
  if (auto policy = follow_policy(states, asked)) return policy;
  std::vector<const Catalog*> newest_first;
  for (std::size_t i = states.size(); i-- > 0;) newest_first.push_back(&states[i].catalog);
  const std::string wrong = settle_policy(asked, newest_first);
  if (wrong.empty()) return follow_policy(states, asked);
  terminal.note(fmt::format("simrules: {}\n", wrong));
  return std::nullopt;
}

/// Follows the policy or rule that was asked about; says what is wrong with the ids and returns
/// nothing.
std::optional<Trail> follow(const HistoryOptions& options,
                            const DataStates& states,
                            const Terminal& terminal) {
  auto policy = find_policy(options.policy, states, terminal);
  if (!policy || options.rule.empty()) return policy;
  std::vector<Trail> trails;
  std::vector<std::string> ids;
  for (const RuleName& name : find_rules(states, *policy, options.rule)) {
    Trail trail = follow_rule(states, name);
    if (std::ranges::find(trails, trail) != trails.end()) continue;
    trails.push_back(std::move(trail));
    ids.push_back(local_name(name));
  }
  if (trails.size() == 1) return trails.front();
  terminal.note(fmt::format("simrules: {}\n",
                            trails.empty()
                                ? unknown_rule(options, states, *policy)
                                : fmt::format("{} has several rules {}\nhelp: name one of {}",
                                              quoted(options.policy),
                                              quoted(options.rule),
                                              quoted_list(ids, "and"))));
  return std::nullopt;
}

/// What there is to report.
struct Told {
  const History& history;
  const DataStates& states;
  const std::string& language;
};

const std::vector<NamedFormat<Told>>& history_formats() {
  static const std::vector<NamedFormat<Told>> kTable = {
      {"text",
       [](const Told& told, bool color) {
         return history_as_text(told.history, told.states, told.language, color);
       }},
      {"json", [](const Told& told, bool) { return history_as_json(told.history, told.states); }},
  };
  return kTable;
}

ExitCode run_history(const CommonOptions& common, const HistoryOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  DiagnosticList findings;
  const auto states = load(common, options, findings);
  if (!states) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  const auto trail = follow(options, *states, terminal);
  if (!trail) return kExitUsage;
  const History history = tell_history(*states, *trail);
  const Told told{history, *states, options.language};
  return write_outputs(requests, formats_of(history_formats(), told), terminal) ? kExitOk
                                                                                : kExitUsage;
}

}  // namespace

Command history_command() {
  const auto options = std::make_shared<HistoryOptions>();
  return {
      .name = "history",
      .summary =
          "Tell what happened to a policy or a rule, by its dates and from release to release.",
      .formats = names_of(history_formats()),
      .examples = {"simrules history jp/softbank",
                   "simrules history au --rule data-gift --lang ja",
                   "simrules history jp/ahamo --released --format json"},
      .options = {{.name = "POLICY",
                   .help = "the id of a policy, now or before, or the name of its brand",
                   .target = &options->policy,
                   .kind = ValueKind::kPolicy,
                   .required = true},
                  {.name = "--rule",
                   .value = "ID",
                   .help = "one rule of it: data-gift, transfer/data-gift",
                   .target = &options->rule},
                  {.name = "--from",
                   .value = "DIR",
                   .help = "a folder of releases (default: reports/, and policies/ for what is not "
                           "released)",
                   .target = &options->from,
                   .kind = ValueKind::kFolder},
                  {.name = "--released",
                   .help = "leave out what is not released yet",
                   .target = &options->released},
                  {.name = "--lang",
                   .help = "the language of the text",
                   .target = &options->language,
                   .words = language_tags(),
                   .in_config = true}},
      .run = [options](const CommonOptions& all) { return run_history(all, *options); },
  };
}

}  // namespace simrules
