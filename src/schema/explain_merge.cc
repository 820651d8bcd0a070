#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/pointer.h"
#include "schema/explain_walk.h"

namespace simrules {

namespace {

using Violations = std::vector<Violation>;

/// The pointers of the values that something is wrong with by itself, those of missing keys
/// included.
std::set<std::string> causes_of(const Violations& findings) {
  std::set<std::string> causes;
  for (const Violation& finding : findings) {
    if (!finding.conditions.empty()) continue;
    const std::string& pointer = finding.diagnostic.pointer;
    causes.insert(pointer);
    if (finding.diagnostic.check == "missing-key")
      causes.insert(pointer_join(pointer, finding.subject));
    if (finding.suggestion.empty()) continue;
    causes.insert(pointer_join(pointer_parent(pointer), finding.suggestion));
  }
  return causes;
}

/// Drops what a condition asks for if the values that decided the condition are wrong themselves.
void drop_doubtful(Violations& findings) {
  const std::set<std::string> causes = causes_of(findings);
  std::erase_if(findings, [&](const Violation& finding) {
    return std::any_of(finding.conditions.begin(),
                       finding.conditions.end(),
                       [&](const std::string& pointer) { return causes.count(pointer) != 0; });
  });
}

/// Drops the missing keys that stand there under a misspelt name.
void drop_renamed(Violations& findings) {
  std::set<std::pair<std::string, std::string>> renamed;
  for (const Violation& finding : findings) {
    if (finding.suggestion.empty()) continue;
    renamed.insert({pointer_parent(finding.diagnostic.pointer), finding.suggestion});
  }
  std::erase_if(findings, [&](const Violation& finding) {
    return finding.diagnostic.check == "missing-key" &&
           renamed.count({finding.diagnostic.pointer, finding.subject}) != 0;
  });
}

/// Keeps one finding on each value: the one that says most.
void keep_best(Violations& findings) {
  std::map<std::string, FindingRank> best;
  for (const Violation& finding : findings) {
    if (finding.rank == FindingRank::kMember) continue;
    const auto [known, is_new] = best.emplace(finding.diagnostic.pointer, finding.rank);
    if (!is_new) known->second = std::min(known->second, finding.rank);
  }
  std::set<std::string> kept;
  std::erase_if(findings, [&](const Violation& finding) {
    if (finding.rank == FindingRank::kMember) return false;
    const std::string& pointer = finding.diagnostic.pointer;
    return finding.rank != best.at(pointer) || !kept.insert(pointer).second;
  });
}

/// Keeps one finding on each member, however many parts of the schema ask for it.
void keep_distinct(Violations& findings) {
  std::set<std::tuple<std::string, std::string, std::string>> kept;
  std::erase_if(findings, [&](const Violation& finding) {
    if (finding.rank != FindingRank::kMember) return false;
    return !kept.insert({finding.diagnostic.pointer, finding.diagnostic.check, finding.subject})
                .second;
  });
}

auto place_of(const Diagnostic& diagnostic) {
  return std::tie(
      diagnostic.place.line, diagnostic.place.column, diagnostic.check, diagnostic.message);
}

}  // namespace

std::vector<Diagnostic> merge_findings(Violations findings) {
  drop_doubtful(findings);
  drop_renamed(findings);
  keep_best(findings);
  keep_distinct(findings);
  std::vector<Diagnostic> diagnostics;
  for (Violation& finding : findings) diagnostics.push_back(std::move(finding.diagnostic));
  std::stable_sort(
      diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return place_of(a) < place_of(b);
      });
  return diagnostics;
}

}  // namespace simrules
