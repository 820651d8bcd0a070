#include "render/changes_markdown.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "render/markdown.h"
#include "render/ui_words.h"

namespace simrules {
namespace {

/// A comment may have 65,536 characters; the rest is for what stands around the tables.
constexpr std::size_t kTableBytes = 56'000;
constexpr std::size_t kShownReasons = 10;
constexpr const char* kHead =
    "| Impact | Policy | Rule | What | Before | After | Why | Effective | Evidence |\n"
    "|---|---|---|---|---|---|---|---|---|\n";

std::string row(const Change& change, const ChangeContext& context) {
  const ChangeWords words = describe_change(change, context);
  std::string sources;
  for (const std::string& source : change.evidence) {
    sources += (sources.empty() ? "" : ", ") + markdown_code(source, MarkdownPlace::kCell);
  }
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
                     impact_word(change.impact, context.language),
                     markdown_name(words.policy, MarkdownPlace::kCell),
                     markdown_name(words.rule, MarkdownPlace::kCell),
                     markdown_name(words.field, MarkdownPlace::kCell),
                     markdown_code(words.before, MarkdownPlace::kCell),
                     markdown_code(words.after, MarkdownPlace::kCell),
                     markdown_name(words.cause, MarkdownPlace::kCell),
                     markdown_code(words.effective, MarkdownPlace::kCell),
                     sources);
}

std::string tables(const ChangeReport& report) {
  std::string out;
  std::size_t left_out = 0;
  const auto groups =
      group_by_topic(report.changes, report.context.schema, report.context.language);
  for (const ChangeGroup& group : groups) {
    std::string rows;
    for (const Change* change : group.changes) {
      const std::string line = row(*change, report.context);
      const bool fits = out.size() + rows.size() + line.size() < kTableBytes;
      if (fits) rows += line;
      if (!fits) ++left_out;
    }
    if (rows.empty()) continue;
    const std::string title =
        group.title.empty() ? "Policy" : markdown_name(group.title, MarkdownPlace::kLine);
    out += fmt::format("\n### {}\n\n{}{}", title, kHead, rows);
  }
  if (left_out > 0) out += fmt::format("\n{} more changes are not shown.\n", left_out);
  return out;
}

std::string version_lines(const VersionPlan& version) {
  if (!version.next) return "";
  std::string out = fmt::format(
      "\n**Next version:** {} ({})\n\n", to_string(*version.next), to_string(version.level));
  const std::size_t shown = std::min(kShownReasons, version.reasons.size());
  for (std::size_t i = 0; i < shown; ++i) {
    out += fmt::format("- {}\n", markdown_code(version.reasons[i], MarkdownPlace::kLine));
  }
  if (shown < version.reasons.size()) {
    out += fmt::format("- and {} more\n", version.reasons.size() - shown);
  }
  return out;
}

}  // namespace

std::string changes_as_markdown(const ChangeReport& report) {
  return fmt::format("{}\n## Policy changes\n\nCompared {} with {}.\n\n**{}**\n{}{}",
                     kChangesMarker,
                     markdown_code(origin_text(report.head), MarkdownPlace::kLine),
                     markdown_code(origin_text(report.base), MarkdownPlace::kLine),
                     summary_text(report.changes, report.context.language),
                     tables(report),
                     version_lines(report.version));
}

}  // namespace simrules
