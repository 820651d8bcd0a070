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
#include "schema/spec/find_field.h"

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

void judge_gone_policy(const PolicyMatch& policy, const CheckInfo& info, const GateRun& run) {
  if (policy.head != nullptr) return;
  const std::string& id = policy.base->id;
  run.found.push_back(
      {{.check = info.id,
        .severity = info.severity,
        .place = {.path = run.input.head_folder + "/" + id + ".yaml"},
        .message = fmt::format("the policy {} is gone and no new one took its place", quoted(id)),
        .help = fmt::format("keep the file with `lifecycle: ended`; if it is called otherwise now, "
                            "list {} in the `formerly` of the new file and of no other",
                            quoted(id)),
        .notes = {base_note(run.input, *policy.base, "/id")}},
       {id},
       changes_at(run.input, {id})});
}

}  // namespace

GateCheck check_policy_gone() {
  return {{"policy-gone",
           Severity::kError,
           "A policy file is gone and no new policy lists its id in `formerly`.",
           "A brand that ended is still asked about, and its file says when and why it ended.",
           "git rm policies/jp/au.yaml\nsimrules gate --against git:main",
           "sed -i 's/^lifecycle: active/lifecycle: ended/' policies/jp/au.yaml\n"
           "simrules gate --against git:main",
           ExampleKind::kCommand},
          nullptr,
          judge_gone_policy};
}

namespace {

/// Reports an id at the list that had it, or in which an item had it.
void report_lost(const PolicyMatch& policy,
                 const CheckInfo& info,
                 const GateRun& run,
                 const std::string& list,
                 std::string_view id) {
  run.found.push_back(
      {{.check = info.id,
        .severity = info.severity,
        .place = policy.head->document->key_place(list),
        .pointer = list,
        .message = fmt::format("the former id {} is not listed any more", quoted(id)),
        .help = "bring it back: who has the old id finds by it what took its place",
        .notes = {base_note(run.input, *policy.base, list)}},
       {policy.head->id},
       {}});
}

void judge_lost_ids(const PolicyMatch& policy, const CheckInfo& info, const GateRun& run) {
  if (policy.base == nullptr || policy.head == nullptr) return;
  for (const Retired& retired : policy.base->retired()) {
    const RuleName name = parse_local_name(policy.head->id, retired.id());
    if (!policy.head->find_retired(name.topic, name.id))
      report_lost(policy, info, run, "/retired", retired.id());
  }
  for (const Change& change : run.input.changes) {
    if (change.policy != policy.head->id) continue;
    const FieldSpec* field = find_field(run.input.head_schema.root(), change.pointer);
    if (field == nullptr || !field->is_former) continue;
    const WordList kept(&change.after);
    for (const std::string_view id : WordList(&change.before)) {
      if (kept.contains(id)) continue;
      const std::string list = pointer_join("", pointer_split(change.pointer).front());
      report_lost(policy, info, run, list, id);
    }
  }
}

}  // namespace

GateCheck check_former_id_gone() {
  return {{"former-id-gone",
           Severity::kError,
           "An id that `formerly` or `retired` listed is not there any more.",
           "Ids are never used again: who knows the old one must find what took its place, and "
           "nothing else.",
           "plans:\n  - {id: max, formerly: [large]}\n"
           "# becomes\n"
           "plans:\n  - {id: max}\n",
           "plans:\n  - {id: max, formerly: [large]}\n"
           "# becomes\n"
           "plans:\n  - {id: max, formerly: [large, big]}\n",
           ExampleKind::kGate},
          nullptr,
          judge_lost_ids};
}

}  // namespace simrules
