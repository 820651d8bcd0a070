#include "gate/levels.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "gate/checks.h"
#include "gate/judgement.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kUnmatched = "unmatched-level";

bool fits(const std::string& selector, const std::string& value) {
  return selector.empty() || selector == value;
}

bool selects(const LevelEntry& entry, const Change& change) {
  return fits(entry.change, change.id) && fits(entry.fingerprint, change.fingerprint);
}

bool selects(const LevelEntry& entry, const GateDiagnostic& found) {
  const bool any_change = entry.change.empty() && entry.fingerprint.empty();
  return entry.check == found.diagnostic.check && fits(entry.policy, found.subject.policy) &&
         fits(entry.rule, local_name(found.subject)) &&
         (any_change || std::any_of(found.changes.begin(),
                                    found.changes.end(),
                                    [&](const Change* change) { return selects(entry, *change); }));
}

std::vector<std::string> levelled_checks() {
  std::vector<std::string> ids;
  for (const CheckInfo& check : gate_checks()) {
    if (check.id != std::string_view(kUnmatched)) ids.emplace_back(check.id);
  }
  return ids;
}

/// Everything that an entry can name, on either side.
struct Names {
  std::vector<std::string> checks = levelled_checks();
  std::vector<std::string> policies;
  std::vector<std::string> rules;
};

Names names_of(const GateInput& input, const std::string& policy_id) {
  Names names;
  for (const Catalog* side : {&input.base, &input.head}) {
    for (const Policy& policy : side->policies()) {
      names.policies.push_back(policy.id);
      if (!fits(policy_id, policy.id)) continue;
      for (const Rule& rule : policy.rules) names.rules.push_back(local_name(rule.topic, rule.id));
    }
  }
  for (std::vector<std::string>* list : {&names.policies, &names.rules}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return names;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string way_out(const std::string& word,
                    const std::vector<std::string>& known,
                    const std::string& otherwise) {
  const auto twin = nearest(word, known);
  return twin ? fmt::format("did you mean {}?", quoted(*twin)) : otherwise;
}

bool has_change(const LevelEntry& entry, const GateInput& input) {
  return std::any_of(input.changes.begin(), input.changes.end(), [&](const Change& change) {
    return selects(entry, change) && fits(entry.policy, change.policy) &&
           (entry.rule.empty() || change.rule.empty() ||
            entry.rule == local_name(change.topic, change.rule));
  });
}

Diagnostic unmatched(const LevelEntry& entry,
                     const char* member,
                     std::string message,
                     std::string help) {
  return {.check = kUnmatched,
          .pointer = pointer_join(entry.pointer, member),
          .message = std::move(message),
          .help = std::move(help)};
}

/// Says what is wrong with an entry, and at which member of it; nothing for one that fits.
std::optional<Diagnostic> judge(const LevelEntry& entry, const GateInput& input) {
  constexpr const char* kRemove = "take the entry out, or correct it";
  const Names names = names_of(input, entry.policy);
  if (!contains(names.checks, entry.check)) {
    return unmatched(entry,
                     "check",
                     fmt::format("there is no change check {}", quoted(entry.check)),
                     way_out(entry.check,
                             names.checks,
                             "the change checks are " + quoted_list(names.checks, "and")));
  }
  if (!entry.policy.empty() && !contains(names.policies, entry.policy)) {
    return unmatched(entry,
                     "policy",
                     fmt::format("neither side has a policy {}", quoted(entry.policy)),
                     way_out(entry.policy, names.policies, kRemove));
  }
  if (!entry.rule.empty() && !contains(names.rules, entry.rule)) {
    const std::string where = entry.policy.empty() ? "" : " in " + quoted(entry.policy);
    return unmatched(entry,
                     "rule",
                     fmt::format("neither side has a rule {}{}", quoted(entry.rule), where),
                     way_out(entry.rule, names.rules, kRemove));
  }
  if ((entry.change.empty() && entry.fingerprint.empty()) || has_change(entry, input)) return {};
  const bool by_id = entry.fingerprint.empty();
  return unmatched(entry,
                   by_id ? "change" : "fingerprint",
                   fmt::format("no change of this comparison that the entry selects is {}",
                               quoted(by_id ? entry.change : entry.fingerprint)),
                   kRemove);
}

}  // namespace

std::vector<LevelEntry> read_levels(const json& file) {
  std::vector<LevelEntry> entries;
  const json& list = file.at("levels");
  for (std::size_t i = 0; i < list.size(); ++i) {
    const json& item = list[i];
    const std::string level = item.value("level", "");
    LevelEntry entry{.check = item.value("check", ""),
                     .level = {},
                     .policy = item.value("policy", ""),
                     .rule = item.value("rule", ""),
                     .change = item.value("change", ""),
                     .fingerprint = item.value("fingerprint", ""),
                     .reason = item.value("reason", ""),
                     .pointer = pointer_join("/levels", i)};
    if (level != "ignore") entry.level = level == "warning" ? Severity::kWarning : Severity::kError;
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<std::string> report_levelled(std::vector<GateDiagnostic> found,
                                         const std::vector<LevelEntry>& levels,
                                         DiagnosticSink& sink) {
  std::vector<std::string> ignored;
  for (GateDiagnostic& each : found) {
    const auto last = std::find_if(levels.rbegin(), levels.rend(), [&](const LevelEntry& entry) {
      return selects(entry, each);
    });
    if (last != levels.rend() && !last->level) {
      ignored.push_back(fmt::format("{} of {}: {}",
                                    each.diagnostic.check,
                                    quoted(to_string(each.subject)),
                                    printable(last->reason)));
      continue;
    }
    if (last != levels.rend()) each.diagnostic.severity = *last->level;
    sink.report(std::move(each.diagnostic));
  }
  return ignored;
}

void check_levels(const std::vector<LevelEntry>& levels,
                  const Document& file,
                  const GateInput& input,
                  DiagnosticSink& sink) {
  for (const LevelEntry& entry : levels) {
    auto diagnostic = judge(entry, input);
    if (!diagnostic) continue;
    diagnostic->place = file.value_place(diagnostic->pointer);
    sink.report(*std::move(diagnostic));
  }
}

GateCheck check_unmatched_level() {
  return {{kUnmatched,
           Severity::kError,
           "An entry of the levels file fits no change check, policy, rule or change.",
           "An exception that fits nothing now would lie in wait for a later change.",
           "printf 'schema_version: 1\\nlevels:\\n"
           "  - {check: rule-gone, level: ignore, policy: jp/gone, reason: Moved.}\\n' "
           ">gate-levels.yaml\nsimrules gate --against release",
           "rm gate-levels.yaml\nsimrules gate --against release",
           ExampleKind::kCommand},
          nullptr};
}

}  // namespace simrules
