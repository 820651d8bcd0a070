#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/pointer.h"
#include "schema/explain/walk.h"

namespace simrules {

namespace {

using Violations = std::vector<Violation>;

/// Returns the pointer of the object whose member a finding is about.
std::string object_of(const Violation& finding) {
  const std::string& pointer = finding.diagnostic.pointer;
  return finding.diagnostic.check == "missing-key" ? pointer : pointer_parent(pointer);
}

/// Adds the pointers of the values that a finding takes away from a condition: what is wrong, what
/// is missing, and what was meant by a misspelt key.
void add_causes(const Violation& finding, std::set<std::string>& causes) {
  causes.insert(finding.diagnostic.pointer);
  if (finding.rank != FindingRank::kMember) return;
  const std::string object = object_of(finding);
  if (finding.diagnostic.check == "missing-key") {
    for (const std::string& key : finding.subjects) causes.insert(pointer_join(object, key));
  }
  if (!finding.suggestion.empty()) causes.insert(pointer_join(object, finding.suggestion));
}

/// Drops what a condition asks for if the values that decided the condition are wrong themselves;
/// `causes` are those known so far.
void drop_doubtful(Violations& findings, std::set<std::string> causes) {
  // A condition within another one is decided by more values, and may be decided by what the outer
  // one finds.
  std::map<std::size_t, Violations> levels;
  for (Violation& finding : findings)
    levels[finding.conditions.size()].push_back(std::move(finding));
  findings.clear();
  for (auto& [depth, level] : levels) {
    std::erase_if(level, [&](const Violation& finding) {
      return std::any_of(finding.conditions.begin(),
                         finding.conditions.end(),
                         [&](const std::string& pointer) { return causes.contains(pointer); });
    });
    for (Violation& finding : level) {
      add_causes(finding, causes);
      findings.push_back(std::move(finding));
    }
  }
}

/// Drops what is found where the reader refused something: that was told already.
void drop_refused(Violations& findings, const Document& document) {
  if (document.sound) return;
  std::erase_if(findings, [&](const Violation& finding) {
    const std::string& pointer = finding.diagnostic.pointer;
    const bool missing = finding.diagnostic.check == "missing-key";
    return document.is_refused(pointer) || (missing && document.lacking.contains(pointer));
  });
}

/// Drops the missing keys that stand there under a misspelt name, and a need of what is missing
/// anyway.
void drop_renamed(Violations& findings) {
  std::set<std::pair<std::string, std::string>> renamed;
  std::set<std::pair<std::string, std::string>> missing;
  for (const Violation& finding : findings) {
    const std::string object = object_of(finding);
    if (!finding.suggestion.empty()) renamed.insert({object, finding.suggestion});
    if (finding.diagnostic.check != "missing-key") continue;
    for (const std::string& key : finding.subjects) missing.insert({object, key});
  }
  std::erase_if(findings, [&](const Violation& finding) {
    const bool needed = finding.diagnostic.check == "missing-dependency";
    if (!needed && finding.diagnostic.check != "missing-key") return false;
    const std::string object = object_of(finding);
    return std::any_of(
        finding.subjects.begin(), finding.subjects.end(), [&](const std::string& key) {
          return renamed.contains({object, key}) || (needed && missing.contains({object, key}));
        });
  });
}

/// Drops the number of keys where it is told which keys are missing or too many.
void drop_counted(Violations& findings) {
  std::set<std::pair<std::string, std::string>> told;
  for (const Violation& finding : findings) {
    const std::string& check = finding.diagnostic.check;
    if (check == "missing-key") told.insert({"too-few-items", object_of(finding)});
    if (check == "unknown-key") told.insert({"too-many-items", object_of(finding)});
  }
  std::erase_if(findings, [&](const Violation& finding) {
    return told.contains({finding.diagnostic.check, finding.diagnostic.pointer});
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
  std::set<std::tuple<std::string, std::string, std::vector<std::string>>> kept;
  std::erase_if(findings, [&](const Violation& finding) {
    if (finding.rank != FindingRank::kMember) return false;
    return !kept.insert({finding.diagnostic.pointer, finding.diagnostic.check, finding.subjects})
                .second;
  });
}

auto place_of(const Diagnostic& diagnostic) {
  return std::tie(
      diagnostic.place.line, diagnostic.place.column, diagnostic.check, diagnostic.message);
}

}  // namespace

void merge_violations(Violations& findings, const Document& document) {
  drop_refused(findings, document);
  drop_doubtful(findings, document.refused);
  drop_renamed(findings);
  drop_counted(findings);
  keep_best(findings);
  keep_distinct(findings);
}

std::vector<Diagnostic> merge_findings(Violations findings, const Document& document) {
  merge_violations(findings, document);
  std::vector<Diagnostic> diagnostics;
  for (Violation& finding : findings) diagnostics.push_back(std::move(finding.diagnostic));
  std::stable_sort(
      diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return place_of(a) < place_of(b);
      });
  return diagnostics;
}

}  // namespace simrules
