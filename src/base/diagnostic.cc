#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace simrules {

const char* to_string(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

void DiagnosticList::report(Diagnostic diagnostic) {
  ++counts_[diagnostic.severity];
  const std::string& path = diagnostic.place.path;
  const std::size_t count = ++count_by_path_[path];
  // To say that one more is not shown takes the line that would show it.
  if (count <= per_file_ + 1) {
    kept_.push_back(std::move(diagnostic));
  } else if (count == per_file_ + 2) {
    const auto last = std::find_if(
        kept_.rbegin(), kept_.rend(), [&](const Diagnostic& d) { return d.place.path == path; });
    if (last != kept_.rend()) kept_.erase(std::next(last).base());
  }
}

std::vector<Diagnostic> DiagnosticList::sorted() const {
  std::vector<Diagnostic> result = kept_;
  const auto rank = [](const Diagnostic& d) {
    return std::tie(d.place.path, d.place.line, d.place.column, d.check);
  };
  std::stable_sort(result.begin(), result.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    return rank(a) < rank(b);
  });
  return result;
}

std::size_t DiagnosticList::count(Severity severity) const {
  const auto found = counts_.find(severity);
  return found == counts_.end() ? 0 : found->second;
}

bool DiagnosticList::has_any(const std::vector<CheckInfo>& checks) const {
  return std::any_of(kept_.begin(), kept_.end(), [&](const Diagnostic& finding) {
    return std::any_of(checks.begin(), checks.end(), [&](const CheckInfo& check) {
      return finding.check == check.id;
    });
  });
}

void WaitingDiagnostics::pass_on(DiagnosticSink& sink) {
  for (Diagnostic& finding : found_) sink.report(std::move(finding));
  found_.clear();
}

void DiagnosticList::absorb(const DiagnosticList& other) {
  kept_.insert(kept_.end(), other.kept_.begin(), other.kept_.end());
  for (const auto& [path, count] : other.count_by_path_) count_by_path_[path] += count;
  for (const auto& [severity, count] : other.counts_) counts_[severity] += count;
}

}  // namespace simrules
