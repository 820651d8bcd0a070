#include "render/changes/markdown.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "render/text/byte_budget.h"
#include "render/text/origin.h"
#include "wording/change.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// A comment may have 65,536 characters; the rest is for what stands around the changes.
constexpr std::size_t kChangeBytes = 56'000;
constexpr std::size_t kTitleBytes = 400;
constexpr std::size_t kSentenceBytes = 800;
constexpr std::size_t kShownReasons = 10;

std::string name_of(const RuleChanges& rule, MarkdownPlace place) {
  const std::string policy = markdown_name(rule.policy, place);
  return rule.rule.empty() ? policy : policy + " › " + markdown_name(rule.rule, place);
}

/// Says what changed, and what else is to know of it.
std::string sentence_text(const ShownChange& shown, MarkdownPlace place) {
  const std::string text = markdown_text(shown.sentence, place, kSentenceBytes);
  return shown.remark.empty() ? text : text + " (" + markdown_text(shown.remark, place) + ")";
}

/// Says what a change does to one whom it concerns, after its own sentence.
std::string witness_text(const ToldChange& told, const ChangeContext& context) {
  const std::string witness = told.rule->witness_of(*told.change);
  if (witness.empty()) return "";
  return context.words().message("report", "sentence_joiner") +
         markdown_text(witness, MarkdownPlace::kCell, kSentenceBytes);
}

std::string evidence_cell(const RuleChanges& rule, const Language& words) {
  std::string out;
  for (const SourceLink& source : rule.sources) {
    out += (out.empty() ? "" : ", ") + source_markdown(source, words, MarkdownPlace::kCell);
  }
  return out;
}

/// Writes a row; the note of a rule's revision stands in its first row alone.
std::string row(const ToldChange& told, bool is_first, const ChangeContext& context) {
  const RuleChanges& rule = *told.rule;
  const ChangeSides sides = change_sides(*told.change, context);
  const std::string note =
      is_first && !rule.note.empty()
          ? std::string(rule.cause.empty() ? "" : context.words().message("report", "colon")) +
                markdown_text(rule.note, MarkdownPlace::kCell)
          : "";
  return fmt::format("| {} | {} | {}{} | {} | {} | {}{} | {} | {} |\n",
                     impact_word(told.change->impact, context.words()),
                     name_of(rule, MarkdownPlace::kCell),
                     sentence_text(shown_change(*told.change, context), MarkdownPlace::kCell),
                     witness_text(told, context),
                     markdown_code(sides.before, MarkdownPlace::kCell),
                     markdown_code(sides.after, MarkdownPlace::kCell),
                     markdown_name(rule.cause, MarkdownPlace::kCell),
                     note,
                     markdown_text(rule.effective, MarkdownPlace::kCell),
                     evidence_cell(rule, context.words()));
}

std::string table_head(const Language& words) {
  std::string out = "|";
  std::string rule = "|";
  for (const char* use : {"impact",
                          "policy_and_rule",
                          "change",
                          "before",
                          "after",
                          "cause_column",
                          "effective_column",
                          "evidence_column"}) {
    out += fmt::format(" {} |", words.message("report", use));
    rule += "---|";
  }
  return out + "\n" + rule + "\n";
}

/// Lists what subscribers notice, the worst first whichever rule it is of.
std::vector<ToldChange> noticed(const ChangeSection& section) {
  std::vector<ToldChange> all;
  for (const RuleChanges& rule : section.rules) {
    for (const Change* change : rule.changes) {
      if (is_substance(*change)) all.push_back({change, &rule});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const ToldChange& a, const ToldChange& b) {
    return a.change->impact < b.change->impact;
  });
  return all;
}

std::string section_text(const ChangeSection& section,
                         const ChangeContext& context,
                         ByteBudget& budget) {
  std::string rows;
  std::set<const RuleChanges*> begun;
  for (const ToldChange& told : noticed(section)) {
    const std::string line = row(told, begun.insert(told.rule).second, context);
    if (budget.take(line)) rows += line;
  }
  if (rows.empty()) return "";
  const std::string note = section.note.empty() ? "" : section.note + "\n\n";
  return fmt::format("\n### {}\n\n{}{}{}",
                     markdown_name(section.title, MarkdownPlace::kLine),
                     note,
                     table_head(context.words()),
                     rows);
}

std::string aside_line(const ToldChange& told, const ChangeContext& context) {
  const ShownChange shown = shown_change(*told.change, context);
  const std::string values = shown.after.empty()
                                 ? ""
                                 : fmt::format(" {} → {}",
                                               markdown_code(shown.before, MarkdownPlace::kLine),
                                               markdown_code(shown.after, MarkdownPlace::kLine));
  return fmt::format("- {}{}{}{}\n",
                     name_of(*told.rule, MarkdownPlace::kLine),
                     context.words().message("report", "colon"),
                     sentence_text(shown, MarkdownPlace::kLine),
                     values);
}

/// Folds away what only reviewers of the evidence want to read.
std::string asides_text(const std::vector<ChangeSection>& sections,
                        const ChangeContext& context,
                        ByteBudget& budget) {
  std::string lines;
  std::size_t count = 0;
  for (const ChangeSection& section : sections) {
    for (const RuleChanges& rule : section.rules) {
      for (const Change* change : rule.changes) {
        if (is_substance(*change)) continue;
        ++count;
        const std::string line = aside_line({change, &rule}, context);
        if (budget.take(line)) lines += line;
      }
    }
  }
  if (lines.empty()) return "";
  return fmt::format(
      "\n<details>\n<summary>{}</summary>\n\n{}\n</details>\n",
      fill_message(context.words(), "report", "asides_count", {{"count", std::to_string(count)}}),
      lines);
}

std::string version_lines(const VersionPlan& version, const Language& words) {
  if (!version.next) return "";
  std::string out = fmt::format("\n**{}{}{}** ({})\n\n",
                                words.message("report", "next_version"),
                                words.message("report", "colon"),
                                to_string(*version.next),
                                to_string(version.level));
  const std::size_t shown = std::min(kShownReasons, version.reasons.size());
  for (std::size_t i = 0; i < shown; ++i) {
    out += fmt::format("- {}\n", markdown_code(version.reasons[i], MarkdownPlace::kLine));
  }
  if (shown < version.reasons.size()) {
    const std::size_t rest = version.reasons.size() - shown;
    out += fmt::format(
        "- {}\n", fill_message(words, "report", "more_reasons", {{"count", std::to_string(rest)}}));
  }
  return out;
}

/// Says what was compared, the names of both sides as code.
std::string compared_line(const Comparison& report) {
  const Language& words = report.context.words();
  const auto side = [&](const Origin& origin) {
    return markdown_code(origin_text(origin, words), MarkdownPlace::kLine, kTitleBytes);
  };
  return fill_message(
      words, "report", "compared", {{"base", side(report.base)}, {"head", side(report.head)}});
}

}  // namespace

std::string source_markdown(const SourceLink& source, const Language& words, MarkdownPlace place) {
  std::string link = markdown_link(source.id, source.url, place);
  if (source.copy.empty()) return link;
  return link + " (" + markdown_link(words.message("report", "copy"), source.copy, place) + ")";
}

std::string changes_as_markdown(const Comparison& report) {
  const ChangeContext& context = report.context;
  const Language& words = context.words();
  const std::vector<ChangeSection> sections = change_sections(report);
  ByteBudget budget(kChangeBytes);
  std::string out = fmt::format("{}\n## {}\n\n{}\n\n**{}**\n",
                                kChangesMarker,
                                context.words().message("report", "title"),
                                compared_line(report),
                                summary_line(report.differences, words));
  for (const ChangeSection& section : sections) out += section_text(section, context, budget);
  out += asides_text(sections, context, budget);
  if (budget.left_out() > 0) {
    out += fmt::format(
        "\n{}\n",
        fill_message(
            words, "report", "more_changes", {{"count", std::to_string(budget.left_out())}}));
  }
  return out + version_lines(report.version, words);
}

}  // namespace simrules
