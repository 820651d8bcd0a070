#include "render/changes/block_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "wording/words.h"

namespace simrules {
namespace {

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

/// A row of a rule's part: a label in the left column, and lines beside it.
struct LabelledRow {
  std::string label;
  Ink ink = Ink::kFaint;
  std::vector<std::string> paragraphs;
};

/// Writes rows with the paragraphs of all under each other.
std::string rows_text(const std::vector<LabelledRow>& rows, std::size_t indent, bool color) {
  std::size_t widest = 0;
  for (const LabelledRow& row : rows) widest = std::max(widest, display_width(row.label));
  const std::size_t start = indent + widest + 2;
  std::string out;
  for (const LabelledRow& row : rows) {
    std::string lead = std::string(indent, ' ') + paint(row.label, row.ink, color) +
                       std::string(start - indent - display_width(row.label), ' ');
    for (const std::string& paragraph : row.paragraphs) {
      for (const std::string& line : wrap(paragraph, kColumns - start)) {
        out += lead + line + "\n";
        lead = std::string(start, ' ');
      }
    }
  }
  return out;
}

/// Shape: who tells what it does to one of those whom a change concerns need not list both sides.
LabelledRow change_row(const Change& change,
                       const std::string& witness,
                       const ChangeContext& context,
                       std::size_t sentence_bytes) {
  const ShownChange shown = shown_change(change, context);
  LabelledRow row{std::string(impact_word(change.impact, context.words())),
                  impact_ink(change.impact),
                  {printable(shown.sentence, sentence_bytes)}};
  if (!shown.after.empty() && witness.empty()) {
    row.paragraphs.push_back(fmt::format(
        "{} -> {}", printable(shown.before, kValueBytes), printable(shown.after, kValueBytes)));
  }
  if (!shown.remark.empty()) row.paragraphs.push_back("(" + shown.remark + ")");
  if (!witness.empty()) row.paragraphs.push_back(printable(witness, kNoteBytes));
  return row;
}

/// Lists what all changes of a rule have in common: why, since when, on what evidence.
std::vector<LabelledRow> fact_rows(const RuleChanges& block, const Language& words) {
  std::vector<LabelledRow> rows;
  const auto add = [&](const char* label, std::vector<std::string> paragraphs) {
    rows.push_back({words.message("report", label), Ink::kFaint, std::move(paragraphs)});
  };
  const std::string why = why_text(block, words);
  if (!why.empty()) add("cause", {printable(why, kNoteBytes)});
  if (!block.effective.empty()) add("effective", {printable(block.effective)});
  std::vector<std::string> sources;
  for (const SourceLink& source : block.sources) {
    sources.push_back(printable(source.id));
    for (const std::string& url : {source.url, source.copy}) {
      if (!url.empty()) sources.back() += " " + printable(url, kUrlBytes);
    }
  }
  if (!sources.empty()) add("sources", std::move(sources));
  return rows;
}

}  // namespace

std::string rule_changes_text(const RuleChanges& rule,
                              const ChangeContext& context,
                              const RuleChangesLayout& layout) {
  std::vector<LabelledRow> rows;
  for (const Change* change : rule.changes) {
    const std::string witness = layout.has_witnesses ? rule.witness_of(*change) : "";
    rows.push_back(change_row(*change, witness, context, layout.sentence_bytes));
  }
  for (LabelledRow& row : fact_rows(rule, context.words())) rows.push_back(std::move(row));
  return rows_text(rows, layout.indent, layout.color);
}

Ink impact_ink(Impact impact) { return kInks.at(static_cast<std::size_t>(impact)); }

}  // namespace simrules
