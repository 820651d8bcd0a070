#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "document/yaml_writer.h"
#include "gate/checks.h"
#include "gate/tombstone.h"
#include "gate/words.h"

namespace simrules {
namespace {

/// Names the rule of the same id in another topic, if there is one: it looks as if it had moved.
std::string likely_successor(const RuleCase& gone) {
  for (const Rule& other : gone.head_policy->rules) {
    if (other.id == gone.name.id) return to_string(full_name(*gone.head_policy, other));
  }
  return "...";
}

/// Writes into `retired` what a rule is called by now.
Fix declaration(const RuleCase& rule, const std::string& successor, const GateInput& input) {
  const Policy& head = *rule.head_policy;
  const std::string date =
      input.as_of ? to_string(*input.as_of) : std::string(newest_day_stated(head));
  const WrittenValue entry = {
      {"id", local_name(rule.name)}, {"moved_to", successor}, {"date", date}};
  return {"declare the new id in `retired`",
          {head.retired().empty()
               ? add_members(*head.document, "", {{"retired", WrittenValue::array({entry})}})
               : add_last_item(*head.document, "/retired", entry)}};
}

void report_renamed(const RuleCase& rule,
                    const CheckInfo& info,
                    const GateRun& run,
                    const std::string& id) {
  const RuleName successor{rule.name.policy, rule.name.topic, id};
  Diagnostic found{.pointer = pointer_join("", rule.name.topic),
                   .message = fmt::format("{} is called {} now and `retired` does not say so",
                                          quoted(local_name(rule.name)),
                                          quoted(local_name(successor)))};
  if (rule.head_policy->document != nullptr)
    found.fix = declaration(rule, to_string(successor), run.input);
  found.help = fmt::format("run `simrules gate --fix` to declare it there, or call it {} again",
                           quoted(rule.name.id));
  report(rule, info, run, std::move(found));
}

void judge_gone_rule(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty != Duty::kGone || tombstone_of(rule, run.input).entry) return;
  const std::string name = local_name(rule.name);
  const std::string id = id_by_now(rule, run.input);
  if (!id.empty()) return report_renamed(rule, info, run, id);
  report(rule,
         info,
         run,
         {.pointer = pointer_join("", rule.name.topic),
          .message = fmt::format("{} is gone and `retired` does not list it", quoted(name)),
          .help = fmt::format(
              "write `retired: [{{id: {}, date: <the day of this edit>, note: {{en: ...}}, "
              "evidence: [...]}}]`, with `moved_to: {}` if another rule takes its place",
              name,
              likely_successor(rule))});
}

}  // namespace

GateCheck check_rule_gone() {
  return {{"rule-gone",
           Severity::kError,
           "A rule is gone and `retired` does not list it.",
           "Consumers keep ids; one that goes without a word is a dead end for them.",
           "transfer:\n  - {id: data-gift}\n"
           "# becomes\n"
           "transfer:\n  - {id: data-gift-2}\n",
           "transfer:\n  - {id: data-gift}\n"
           "# becomes\n"
           "transfer:\n  - {id: data-gift-2}\n"
           "retired:\n"
           "  - id: transfer/data-gift\n"
           "    date: 2026-11-23\n"
           "    moved_to: jp/au#transfer/data-gift-2\n"
           "    note: {en: Another product took its place.}\n",
           ExampleKind::kGate},
          judge_gone_rule};
}

namespace {

/// Tells whether a policy of the head says that it was called so before.
bool lives_on(const std::string& id, const Catalog& head) {
  return std::any_of(head.policies().begin(), head.policies().end(), [&](const Policy& policy) {
    return policy.formerly().contains(id);
  });
}

void judge_gone_policy(const PolicyMatch& policy, const CheckInfo& info, const GateRun& run) {
  if (policy.head != nullptr || lives_on(policy.base->id, run.input.head)) return;
  const std::string& id = policy.base->id;
  run.found.push_back(
      {{.check = info.id,
        .severity = info.severity,
        .place = {.path = run.input.head_folder + "/" + id + ".yaml"},
        .message = fmt::format("the policy {} is gone and no other says that it took its place",
                               quoted(id)),
        .help = fmt::format("keep the file with `lifecycle: ended`, or list {} in the `formerly` "
                            "of the policy that takes its place",
                            quoted(id)),
        .notes = {base_note(run.input, *policy.base, "/id")}},
       {id},
       changes_at(run.input, {id})});
}

}  // namespace

GateCheck check_policy_gone() {
  return {{"policy-gone",
           Severity::kError,
           "A policy file is gone and no other policy lists its id in `formerly`.",
           "A brand that ended is still asked about, and its file says when and why it ended.",
           "git rm policies/jp/au.yaml\nsimrules gate --against git:main",
           "sed -i 's/^lifecycle: active/lifecycle: ended/' policies/jp/au.yaml\n"
           "simrules gate --against git:main",
           ExampleKind::kCommand},
          nullptr,
          judge_gone_policy};
}

}  // namespace simrules
