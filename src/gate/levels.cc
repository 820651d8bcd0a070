#include "gate/levels.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kUnmatched = "unmatched-level";

bool fits(const std::string& selector, const std::string& value) {
  return selector.empty() || selector == value;
}

std::string rule_of(const std::string& topic, const std::string& rule) {
  return rule.empty() ? "" : topic + "/" + rule;
}

bool selects(const LevelEntry& entry, const Change& change) {
  return fits(entry.change, change.id) && fits(entry.fingerprint, change.fingerprint);
}

bool selects(const LevelEntry& entry, const GateFinding& finding) {
  const bool any_change = entry.change.empty() && entry.fingerprint.empty();
  return entry.check == finding.diagnostic.check && fits(entry.policy, finding.subject.policy) &&
         fits(entry.rule, rule_of(finding.subject.topic, finding.subject.id)) &&
         (any_change || std::any_of(finding.changes.begin(),
                                    finding.changes.end(),
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
      for (const Rule& rule : policy.rules) names.rules.push_back(rule_of(rule.topic, rule.id));
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

/// What is wrong with an entry: which member, and why.
struct Fault {
  const char* member;
  std::string message;
  std::string help;
};

bool has_change(const LevelEntry& entry, const GateInput& input) {
  return std::any_of(input.changes.begin(), input.changes.end(), [&](const Change& change) {
    return selects(entry, change) && fits(entry.policy, change.policy) &&
           (entry.rule.empty() || change.rule.empty() ||
            entry.rule == rule_of(change.topic, change.rule));
  });
}

std::optional<Fault> fault_of(const LevelEntry& entry, const GateInput& input) {
  constexpr const char* kRemove = "take the entry out, or correct it";
  const Names names = names_of(input, entry.policy);
  if (!contains(names.checks, entry.check)) {
    return Fault{"check",
                 fmt::format("there is no change check {}", quoted(entry.check)),
                 way_out(entry.check,
                         names.checks,
                         "the change checks are " + quoted_list(names.checks, "and"))};
  }
  if (!entry.policy.empty() && !contains(names.policies, entry.policy)) {
    return Fault{"policy",
                 fmt::format("neither side has a policy {}", quoted(entry.policy)),
                 way_out(entry.policy, names.policies, kRemove)};
  }
  if (!entry.rule.empty() && !contains(names.rules, entry.rule)) {
    const std::string where = entry.policy.empty() ? "" : " in " + quoted(entry.policy);
    return Fault{"rule",
                 fmt::format("neither side has a rule {}{}", quoted(entry.rule), where),
                 way_out(entry.rule, names.rules, kRemove)};
  }
  if ((entry.change.empty() && entry.fingerprint.empty()) || has_change(entry, input)) return {};
  const bool by_id = entry.fingerprint.empty();
  return Fault{by_id ? "change" : "fingerprint",
               fmt::format("no change of this comparison that the entry selects is {}",
                           quoted(by_id ? entry.change : entry.fingerprint)),
               kRemove};
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
                     .pointer = pointer_join("/levels", i)};
    if (level != "ignore") entry.level = level == "warning" ? Severity::kWarning : Severity::kError;
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::size_t report_levelled(std::vector<GateFinding> findings,
                            const std::vector<LevelEntry>& levels,
                            DiagnosticSink& sink) {
  std::size_t ignored = 0;
  for (GateFinding& finding : findings) {
    const auto last = std::find_if(levels.rbegin(), levels.rend(), [&](const LevelEntry& entry) {
      return selects(entry, finding);
    });
    if (last != levels.rend() && !last->level) {
      ++ignored;
      continue;
    }
    if (last != levels.rend()) finding.diagnostic.severity = *last->level;
    sink.report(std::move(finding.diagnostic));
  }
  return ignored;
}

void check_levels(const std::vector<LevelEntry>& levels,
                  const Document& file,
                  const GateInput& input,
                  DiagnosticSink& sink) {
  for (const LevelEntry& entry : levels) {
    auto fault = fault_of(entry, input);
    if (!fault) continue;
    std::string pointer = pointer_join(entry.pointer, fault->member);
    sink.report({.check = kUnmatched,
                 .place = file.value_place(pointer),
                 .pointer = std::move(pointer),
                 .message = std::move(fault->message),
                 .help = std::move(fault->help)});
  }
}

}  // namespace simrules
