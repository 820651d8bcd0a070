#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "diff/compare/pairing.h"
#include "diff/rule_facts.h"
#include "gate/evidence.h"
#include "gate/parts.h"
#include "gate/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Tells whether a policy of the head says that it was called so before.
bool lives_on(const std::string& id, const Catalog& head) {
  return std::any_of(head.policies().begin(), head.policies().end(), [&](const Policy& policy) {
    const std::vector<std::string> former = former_ids(policy);
    return std::find(former.begin(), former.end(), id) != former.end();
  });
}

std::vector<const Change*> changes_at(const GateInput& input,
                                      const std::string& policy,
                                      const std::string& pointer) {
  std::vector<const Change*> found;
  for (const Change& change : input.changes) {
    if (change.policy == policy && change.pointer == pointer) found.push_back(&change);
  }
  return found;
}

void report_gone(const Policy& base, const GateRun& run) {
  run.findings.push_back(
      {{.check = "policy-gone",
        .place = {.path = run.input.head_folder + "/" + base.id + ".yaml"},
        .message = fmt::format("the policy {} is gone and no other says that it took its place",
                               quoted(base.id)),
        .help = fmt::format("keep the file with `lifecycle: ended`, or list {} in the `formerly` "
                            "of the policy that takes its place",
                            quoted(base.id)),
        .notes = {base_note(run.input, base, "/id")}},
       {base.id, "", ""},
       changes_at(run.input, base.id, "")});
}

/// The end of a policy is the end of all its rules, which is why it is asked for reasons like one.
void check_end(const Policy& base, const Policy& head, const GateRun& run) {
  constexpr const char* kAt = "/lifecycle";
  const json ended = "ended";
  const std::vector<const Change*> changes = changes_at(run.input, head.id, kAt);
  if (changes.empty() || changes.front()->after != ended) return;
  const auto report = [&](const char* check, std::string message, std::string help) {
    run.findings.push_back({{.check = check,
                             .place = head.document->key_place(kAt),
                             .pointer = kAt,
                             .message = std::move(message),
                             .help = std::move(help),
                             .notes = {base_note(run.input, base, kAt)}},
                            {head.id, "", ""},
                            changes});
  };
  const std::string notes = "notes";
  if (head.value->value(notes, json()) == base.value->value(notes, json())) {
    report("change-without-note",
           fmt::format("the policy {} ended without a note", quoted(head.id)),
           "say in `notes` of the policy why it ended, and when");
  }
  const std::string base_day = newest_source(*base.value);
  if (const auto fault = evidence_fault(base_day, newest_source(*head.value))) {
    report("change-without-new-evidence",
           fmt::format("the policy {} ended, {}", quoted(head.id), *fault),
           fmt::format("add a source that was read on {} or later", base_day));
  }
}

}  // namespace

void check_policies(const GateRun& run) {
  for (const PolicyMatch& match : match_policies(run.input.base, run.input.head)) {
    if (match.head == nullptr) {
      if (!lives_on(match.base->id, run.input.head)) report_gone(*match.base, run);
    } else if (match.base != nullptr) {
      check_end(*match.base, *match.head, run);
    }
  }
}

}  // namespace simrules
