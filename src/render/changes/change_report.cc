#include "render/changes/change_report.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "wording/report_words.h"
#include "wording/ui_words.h"

namespace simrules {
namespace {

/// Enough of a digest to tell two sides apart; the whole one is in the JSON.
constexpr std::size_t kShownDigits = 12;

std::string_view kind_word(OriginKind kind, std::string_view language) {
  switch (kind) {
    case OriginKind::kRelease:
      return report_word(ReportWord::kRelease, language);
    case OriginKind::kDataset:
      return report_word(ReportWord::kDataset, language);
    case OriginKind::kFolder:
      return report_word(ReportWord::kFolder, language);
    case OriginKind::kGit:
      return report_word(ReportWord::kCommit, language);
    case OriginKind::kNone:
      break;
  }
  return report_word(ReportWord::kNothing, language);
}

}  // namespace

std::string origin_text(const Origin& origin, std::string_view language) {
  std::string out(kind_word(origin.kind, language));
  if (origin.kind == OriginKind::kNone) return out;
  out += " " + printable(origin.name);
  if (!origin.as_of.empty()) out = report_words(ReportWord::kAsOf, language, out, origin.as_of);
  const bool has_other_version = !origin.version.empty() && origin.version != origin.name;
  if (has_other_version) {
    out += fmt::format("{}{} {}",
                       ui_word(Ui::kListComma, language),
                       report_word(ReportWord::kVersion, language),
                       printable(origin.version));
  }
  if (!origin.sha256.empty()) {
    out += fmt::format(" (sha256 {})", printable(origin.sha256.substr(0, kShownDigits)));
  }
  return out;
}

std::string compared_text(const ChangeReport& report) {
  const std::string& language = report.context.language;
  return report_words(ReportWord::kCompared,
                      language,
                      origin_text(report.base, language),
                      origin_text(report.head, language));
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
