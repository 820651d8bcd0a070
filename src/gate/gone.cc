#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "gate/evidence.h"
#include "gate/parts.h"
#include "gate/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What a policy says of a rule that is gone.
/// Shape: `value` is null where it says nothing.
struct Tombstone {
  const json* value = nullptr;
  std::string pointer;
};

Tombstone find_tombstone(const Policy& policy, const std::string& rule) {
  const auto retired = policy.value->find("retired");
  if (retired == policy.value->end()) return {};
  for (std::size_t i = 0; i < retired->size(); ++i) {
    const json& entry = (*retired)[i];
    if (entry.value("id", "") == rule) return {&entry, pointer_join("/retired", i)};
  }
  return {};
}

/// The rule that takes the place of another, with its policy.
struct Successor {
  const Policy* policy = nullptr;
  const Rule* rule = nullptr;
};

/// Finds `jp/au#transfer/data-gift`: in the head, or in a policy that the head was not asked about.
Successor find_successor(const std::string& name, const GateInput& input) {
  const std::string id = name.substr(0, name.find('#'));
  const Policy* policy = input.head.find(id);
  if (policy == nullptr) policy = input.base.find(id);
  if (policy == nullptr) return {};
  for (const Rule& rule : policy->rules) {
    if (fmt::format("{}#{}/{}", id, rule.topic, rule.id) == name) return {policy, &rule};
  }
  return {};
}

/// What is wrong and where: a pointer in the head's policy.
struct Fault {
  const char* check;
  std::string pointer;
  std::string message;
  std::string help;
};

void report(const RuleCase& rule, const GateRun& run, Fault fault) {
  Place place = rule.head_policy->document->key_place(fault.pointer);
  run.findings.push_back({{.check = fault.check,
                           .place = std::move(place),
                           .pointer = std::move(fault.pointer),
                           .message = std::move(fault.message),
                           .help = std::move(fault.help),
                           .notes = {base_note(run.input, *rule.base_policy, rule.base->pointer)}},
                          rule.name,
                          rule.changes});
}

/// Names the rule of the same id in another topic, if there is one: it looks as if it had moved.
std::string likely_successor(const RuleCase& rule) {
  for (const Rule& other : rule.head_policy->rules) {
    if (other.id == rule.name.id) {
      return fmt::format("{}#{}/{}", rule.name.policy, other.topic, other.id);
    }
  }
  return "...";
}

void report_without_tombstone(const RuleCase& rule, const std::string& name, const GateRun& run) {
  const std::string successor = likely_successor(rule);
  report(rule,
         run,
         {"rule-gone",
          pointer_join("", rule.name.topic),
          fmt::format("{} is gone and `retired` does not list it", quoted(name)),
          fmt::format("write `retired: [{{id: {}, date: <the day of this edit>, note: {{en: ...}}, "
                      "evidence: [...]}}]`, with `moved_to: {}` if another rule takes its place",
                      name,
                      successor)});
}

}  // namespace

void check_gone_rule(const RuleCase& rule, const GateRun& run) {
  const std::string name = rule.name.topic + "/" + rule.name.id;
  const Tombstone tombstone = find_tombstone(*rule.head_policy, name);
  if (tombstone.value == nullptr) return report_without_tombstone(rule, name, run);
  const std::string moved_to = tombstone.value->value("moved_to", "");
  const Successor successor = find_successor(moved_to, run.input);
  if (!moved_to.empty() && successor.rule == nullptr) {
    return report(rule,
                  run,
                  {"rule-gone",
                   tombstone.pointer + "/moved_to",
                   fmt::format("{} is gone and {}, which takes its place, is not there",
                               quoted(name),
                               quoted(moved_to)),
                   "name a rule that is there, or leave `moved_to` out"});
  }
  if (!tombstone.value->contains("note")) {
    report(rule,
           run,
           {"change-without-note",
            tombstone.pointer,
            fmt::format("{} is retired without a note", quoted(name)),
            "add `note: {en: ...}`: one sentence on why it is gone"});
  }
  std::string newest = newest_read(*tombstone.value, *rule.head_policy->value);
  if (successor.rule != nullptr) {
    newest = std::max(newest, newest_read(*successor.rule->value, *successor.policy->value));
  }
  const std::string base_day = newest_read(*rule.base->value, *rule.base_policy->value);
  const auto fault = evidence_fault(base_day, newest);
  if (!fault) return;
  report(rule,
         run,
         {"change-without-new-evidence",
          tombstone.pointer,
          fmt::format("{} is retired, {}", quoted(name), *fault),
          fmt::format("add `evidence` to the entry, of a source that was read on {} or later",
                      base_day.empty() ? "the day of this edit" : base_day)});
}

}  // namespace simrules
