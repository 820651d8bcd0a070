#include "render/changes/comparison.h"

#include <set>

#include "render/text/origin.h"
#include "wording/words.h"

namespace simrules {

std::string compared_text(const Comparison& comparison) {
  const Language& words = comparison.context.words();
  return fill_message(words,
                      "report",
                      "compared",
                      {{"base", origin_text(comparison.base, words)},
                       {"head", origin_text(comparison.head, words)}});
}

std::string summary_line(const Differences& differences, const Language& words) {
  if (differences.changes.empty()) return words.message("report", "no_changes");
  std::set<std::string_view> policies;
  for (const Change& change : differences.changes) policies.insert(change.policy);
  std::string counts;
  std::size_t all = 0;
  for (const auto& [impact, count] : summarize(differences)) {
    if (count == 0) continue;
    all += count;
    if (!counts.empty()) counts += words.message("report", "list_comma");
    counts +=
        fill_message(words,
                     "report",
                     "counted_impact",
                     {{"count", std::to_string(count)}, {"impact", impact_word(impact, words)}});
  }
  const std::string where = counted(words, "policies", policies.size());
  if (all == 0) return fill_message(words, "report", "only_aside", {{"policies", where}});
  const std::string line =
      fill_message(words,
                   "report",
                   "changes_in_policies",
                   {{"changes", counted(words, "changes", all)}, {"policies", where}});
  return line + words.message("report", "colon") + counts;
}

}  // namespace simrules
