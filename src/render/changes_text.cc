#include "render/changes_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "render/change_sections.h"
#include "render/report_words.h"
#include "render/terminal.h"
#include "render/ui_words.h"

namespace simrules {
namespace {

/// Fits every terminal; names and sentences break there.
constexpr std::size_t kColumns = 80;
constexpr std::size_t kValueBytes = 400;
constexpr std::size_t kNoteBytes = 1000;
constexpr std::size_t kUrlBytes = 1000;

/// In the order of Impact.
constexpr std::array<Ink, 8> kInks = {Ink::kBad,
                                      Ink::kCaution,
                                      Ink::kCaution,
                                      Ink::kGood,
                                      Ink::kGood,
                                      Ink::kPlain,
                                      Ink::kFaint,
                                      Ink::kFaint};

Ink ink_of(Impact impact) { return kInks.at(static_cast<std::size_t>(impact)); }

/// A row of a rule's part: a label in the left column, and lines beside it.
struct LabelledRow {
  std::string label;
  Ink ink = Ink::kFaint;
  std::vector<std::string> paragraphs;
};

/// Writes rows with the paragraphs of all under each other.
std::string rows_text(const std::vector<LabelledRow>& rows, bool color) {
  constexpr std::size_t kIndent = 4;
  std::size_t widest = 0;
  for (const LabelledRow& row : rows) widest = std::max(widest, display_width(row.label));
  const std::size_t start = kIndent + widest + 2;
  std::string out;
  for (const LabelledRow& row : rows) {
    std::string lead = std::string(kIndent, ' ') + paint(row.label, row.ink, color) +
                       std::string(start - kIndent - display_width(row.label), ' ');
    for (const std::string& paragraph : row.paragraphs) {
      for (const std::string& line : wrap(paragraph, kColumns - start)) {
        out += lead + line + "\n";
        lead = std::string(start, ' ');
      }
    }
  }
  return out;
}

LabelledRow change_row(const Change& change, const ChangeContext& context) {
  const ShownChange shown = shown_change(change, context);
  LabelledRow row{std::string(impact_word(change.impact, context.language)),
                  ink_of(change.impact),
                  {printable(shown.sentence, 2 * kValueBytes)}};
  if (!shown.after.empty()) {
    row.paragraphs.push_back(fmt::format(
        "{} -> {}", printable(shown.before, kValueBytes), printable(shown.after, kValueBytes)));
  }
  if (!shown.remark.empty()) row.paragraphs.push_back("(" + shown.remark + ")");
  return row;
}

/// Lists what all changes of a rule have in common: why, since when, on what evidence.
std::vector<LabelledRow> fact_rows(const RuleChanges& block, std::string_view language) {
  std::vector<LabelledRow> rows;
  const auto add = [&](ReportWord label, std::vector<std::string> paragraphs) {
    rows.push_back({std::string(report_word(label, language)), Ink::kFaint, std::move(paragraphs)});
  };
  const std::string why = why_text(block, language);
  if (!why.empty()) add(ReportWord::kCause, {printable(why, kNoteBytes)});
  if (!block.effective.empty()) add(ReportWord::kEffective, {printable(block.effective)});
  std::vector<std::string> sources;
  for (const SourceLink& source : block.sources) {
    sources.push_back(printable(source.id) +
                      (source.url.empty() ? "" : " " + printable(source.url, kUrlBytes)));
  }
  if (!sources.empty()) add(ReportWord::kSources, std::move(sources));
  return rows;
}

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
    out += (out.empty() ? "  " : "    ") + paint(line, ink_of(block.impact), color) + "\n";
  }
  std::vector<LabelledRow> rows;
  for (const Change* change : block.changes) rows.push_back(change_row(*change, context));
  for (LabelledRow& row : fact_rows(block, language)) rows.push_back(std::move(row));
  return out + rows_text(rows, color);
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

std::string changes_as_text(const ChangeReport& report, bool color) {
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
