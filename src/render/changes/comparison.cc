#include "render/changes/comparison.h"

#include <set>

#include <fmt/format.h>

#include "render/text/origin.h"
#include "wording/report_words.h"
#include "wording/ui_words.h"

namespace simrules {

std::string compared_text(const Comparison& comparison) {
  const std::string& language = comparison.context.language;
  return report_words(ReportWord::kCompared,
                      language,
                      origin_text(comparison.base, language),
                      origin_text(comparison.head, language));
}

std::string summary_line(const std::vector<Change>& changes, std::string_view language) {
  if (changes.empty()) return std::string(report_word(ReportWord::kNoChanges, language));
  std::set<std::string_view> policies;
  for (const Change& change : changes) policies.insert(change.policy);
  std::string counts;
  for (const auto& [impact, count] : summarize(changes)) {
    if (count == 0) continue;
    if (!counts.empty()) counts += ui_word(Ui::kListComma, language);
    counts += language == "en" ? fmt::format("{} {}", count, impact_word(impact, language))
                               : fmt::format("{} {}", impact_word(impact, language), count);
  }
  return change_count_text(changes.size(), policies.size(), language) +
         std::string(ui_word(Ui::kColon, language)) + counts;
}

}  // namespace simrules
