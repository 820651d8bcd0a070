#include "render/diagnostics/summary.h"

#include <fmt/format.h>

#include "render/text/origin.h"
#include "schema/language/file.h"
#include "wording/number.h"

namespace simrules {

std::string scope_text(const RunSummary& summary) {
  std::string files = counted(summary.files, "file", "files") + " checked";
  if (summary.constraints > 0) {
    return files + " against " + counted(summary.constraints, "constraint", "constraints") +
           " of a schema";
  }
  if (summary.fields == 0) return files;
  return fmt::format("{}: {}, {} against {}",
                     files,
                     counted(summary.rules, "rule", "rules"),
                     counted(summary.checks, "check", "checks"),
                     counted(summary.fields, "schema field", "schema fields"));
}

std::string count_text(const RunSummary& summary) {
  return counted(summary.errors, "error", "errors") + ", " +
         counted(summary.warnings, "warning", "warnings");
}

std::string summary_text(const RunSummary& summary) {
  return scope_text(summary) + "; " + count_text(summary);
}

std::string compared_text(const RunSummary& summary) {
  if (!summary.compared) return "";
  const ComparedSides& sides = *summary.compared;
  const Language& words = built_in_languages()->find(kFallbackLanguage);
  std::size_t all = 0;
  std::string impacts;
  for (const auto& [impact, count] : sides.changes) {
    all += count;
    impacts += fmt::format("{}{} {}", impacts.empty() ? ": " : ", ", count, to_string(impact));
  }
  std::string text = fmt::format("base: {}\nhead: {}\n{}{}\n",
                                 origin_text(sides.base, words),
                                 origin_text(sides.head, words),
                                 all == 0 ? "no changes" : counted(all, "change", "changes"),
                                 impacts);
  if (sides.left_out > 0) {
    text +=
        fmt::format("{} not be compared\n", counted(sides.left_out, "file could", "files could"));
  }
  if (!sides.ignored.empty()) {
    text +=
        fmt::format("{} by the levels file\n",
                    counted(sides.ignored.size(), "finding is ignored", "findings are ignored"));
  }
  for (const std::string& finding : sides.ignored) text += "  " + finding + "\n";
  return text;
}

}  // namespace simrules
