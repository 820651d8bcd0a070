#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
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

void judge_gone_rule(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (rule.duty != Duty::kGone) return;
  const Tombstone tombstone = tombstone_of(rule, run.input);
  if (tombstone.is_sound()) return;
  const std::string name = local_name(rule.name);
  if (tombstone.entry) {
    return report(rule,
                  info,
                  run,
                  {.pointer = tombstone.pointer + "/moved_to",
                   .message = fmt::format("{} is gone and {}, which takes its place, is not there",
                                          quoted(name),
                                          quoted(tombstone.entry.moved_to())),
                   .help = "name a rule that is there, or leave `moved_to` out"});
  }
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
           "A rule is gone and `retired` does not list it, or names a successor that is not there.",
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
