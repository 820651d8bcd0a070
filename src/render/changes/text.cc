#include "render/changes/text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "render/changes/block_text.h"
#include "render/changes/sections.h"
#include "render/text/origin.h"
#include "render/text/terminal.h"
#include "wording/report_words.h"
#include "wording/ui_words.h"

namespace simrules {
namespace {

/// Fits every terminal; names and sentences break there.
constexpr std::size_t kColumns = 80;
constexpr std::size_t kIndent = 4;

std::string block_text(const RuleChanges& block, const ChangeContext& context, bool color) {
  const std::string_view language = context.language;
  const std::string rule = block.rule.empty() ? "" : " › " + printable(block.rule);
  const std::string title = fmt::format("{}{}{}{}",
                                        printable(block.policy),
                                        rule,
                                        ui_word(Ui::kColon, language),
                                        impact_word(block.impact, language));
  std::string out;
  for (const std::string& line : wrap(title, kColumns - 4)) {
    out += (out.empty() ? "  " : "    ") + paint(line, impact_ink(block.impact), color) + "\n";
  }
  return out + rule_changes_text(block, context, {kIndent, color});
}

std::string version_text(const VersionPlan& version, std::string_view language) {
  if (!version.next) return "";
  std::string out = fmt::format("\n{}{}{} ({})\n",
                                report_word(ReportWord::kNextVersion, language),
                                ui_word(Ui::kColon, language),
                                to_string(*version.next),
                                to_string(version.level));
  for (const std::string& reason : version.reasons)
    out += fmt::format("  - {}\n", printable(reason));
  return out;
}

}  // namespace

std::string changes_as_text(const Comparison& report, bool color) {
  const std::string& language = report.context.language;
  const std::string_view colon = ui_word(Ui::kColon, language);
  std::string out = fmt::format("{}{}{}\n{}{}{}\n\n{}\n",
                                report_word(ReportWord::kBase, language),
                                colon,
                                origin_text(report.base, language),
                                report_word(ReportWord::kHead, language),
                                colon,
                                origin_text(report.head, language),
                                paint(summary_line(report.changes, language), Ink::kStrong, color));
  for (const ChangeSection& section : change_sections(report)) {
    out += fmt::format("\n{}\n", paint(line_start(section.title), Ink::kStrong, color));
    if (!section.note.empty()) {
      for (const std::string& line : wrap(section.note, kColumns - 2)) {
        out += fmt::format("  {}\n", line);
      }
    }
    for (const RuleChanges& block : section.rules) out += block_text(block, report.context, color);
  }
  return out + version_text(report.version, language);
}

}  // namespace simrules
