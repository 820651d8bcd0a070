#include "gate/checks.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "gate/words.h"

namespace simrules {
namespace {

void complete(Diagnostic& diagnostic, const CheckInfo& info, const Policy& head) {
  diagnostic.check = info.id;
  diagnostic.severity = info.severity;
  diagnostic.place = head.document->key_place(diagnostic.pointer);
}

}  // namespace

void report(const RuleCase& rule,
            const CheckInfo& info,
            const GateRun& run,
            Diagnostic diagnostic) {
  complete(diagnostic, info, *rule.head_policy);
  if (diagnostic.notes.empty()) {
    diagnostic.notes =
        rule.head ? change_notes(run.input, rule, diagnostic.place)
                  : std::vector<Note>{base_note(run.input, *rule.base_policy, rule.base->pointer)};
  }
  run.found.push_back({std::move(diagnostic), rule.name, rule.changes});
}

std::vector<const Change*> changes_at(const GateInput& input, const Address& place) {
  std::vector<const Change*> found;
  for (const Change& change : input.changes) {
    if (change.policy == place.policy && change.pointer == place.pointer) found.push_back(&change);
  }
  return found;
}

}  // namespace simrules
