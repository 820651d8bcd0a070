#include "model/freshness.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "gate/evidence.h"
#include "gate/parts.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNotes = 5;

/// Returns the newest day that a policy itself states: of a reading, or of a revision.
std::string newest_day(const json& policy) {
  std::string newest = newest_source(policy);
  for (const json& list : policy) {
    if (!list.is_array()) continue;
    for (const json& item : list) {
      if (item.is_object()) newest = std::max(newest, text_at(item, "/revision/date"));
    }
  }
  return newest;
}

/// Lists the rules of a policy whose evidence is too old, the oldest first.
std::vector<RuleAge> stale_rules(const Policy& policy,
                                 const PartialDate& day,
                                 const FreshnessLimit& limit) {
  std::vector<Answer> rules;
  for (const Rule& rule : policy.rules) rules.push_back({&policy, &rule});
  return report_freshness(rules, day, limit).stale;
}

std::string rule_name(const RuleAge& age) {
  return quoted(age.rule.rule->topic + '/' + age.rule.rule->id);
}

Place place_of(const RuleAge& age) {
  return age.rule.policy->document->key_place(pointer_join(age.rule.rule->pointer, "evidence"));
}

/// Lists the rules after the oldest one, as many as somebody reads.
std::vector<Note> notes_of(const std::vector<RuleAge>& stale) {
  std::vector<Note> notes;
  for (std::size_t i = 1; i < stale.size() && i <= kMostNotes; ++i) {
    notes.push_back(
        {place_of(stale[i]),
         fmt::format("that of {} on {}", rule_name(stale[i]), to_string(stale[i].accessed))});
  }
  if (stale.size() > kMostNotes + 1) {
    notes.push_back({{}, fmt::format("and that of {} more", stale.size() - kMostNotes - 1)});
  }
  return notes;
}

/// Returns the command that lists what is found.
std::string listing(const Policy& policy, const PartialDate& day, const FreshnessLimit& limit) {
  constexpr FreshnessLimit kDefault;
  std::string command =
      fmt::format("simrules stale --policy {} --as-of {}", policy.id, to_string(day));
  if (limit.older_than != kDefault.older_than) {
    command += fmt::format(" --older-than {}d", limit.older_than);
  }
  if (limit.stagger != kDefault.stagger) command += fmt::format(" --stagger {}d", limit.stagger);
  return command;
}

void check_policy(const Policy& policy, const GateRun& run) {
  const auto day = run.input.as_of ? run.input.as_of : parse_date(newest_day(*policy.value));
  if (!day) return;
  const FreshnessLimit& limit = run.input.freshness;
  const std::vector<RuleAge> stale = stale_rules(policy, *day, limit);
  if (stale.empty()) return;
  const std::string others =
      stale.size() == 1 ? "" : fmt::format(" ({} rules in all)", stale.size());
  run.findings.push_back(
      {{.check = "evidence-stale",
        .place = place_of(stale.front()),
        .pointer = pointer_join(stale.front().rule.rule->pointer, "evidence"),
        .message =
            fmt::format("the evidence of {} was last read on {}, more than {} days before {}{}",
                        rule_name(stale.front()),
                        to_string(stale.front().accessed),
                        limit.older_than,
                        to_string(*day),
                        others),
        .help = fmt::format("read the sources again and write the day into their `accessed`; `{}` "
                            "lists them",
                            listing(policy, *day, limit)),
        .notes = notes_of(stale)},
       {policy.id, "", ""},
       {}});
}

}  // namespace

void check_freshness(const GateRun& run) {
  for (const Policy& policy : run.input.head.policies()) {
    const std::vector<Change>& changes = run.input.changes;
    const bool is_touched = std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.policy == policy.id;
    });
    if (is_touched) check_policy(policy, run);
  }
}

}  // namespace simrules
