#include "render/text/origin.h"

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

}  // namespace simrules
