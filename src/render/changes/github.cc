#include "render/changes/github.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "render/changes/sections.h"
#include "render/text/github_command.h"
#include "render/text/terminal.h"
#include "wording/words.h"

namespace simrules {
namespace {

constexpr std::size_t kNoticeBytes = 1000;

/// Tells whether subscribers may have lost something.
bool is_warning(Impact impact) { return impact <= Impact::kObscured; }

Place head_place(const Change& change) {
  if (!change.head) return {};
  const ChangePlace& head = *change.head;
  return {head.path, head.line, head.column, head.line, head.column, ""};
}

std::string name_of(const RuleChanges& rule) {
  return rule.rule.empty() ? rule.policy : rule.policy + " › " + rule.rule;
}

std::string message_of(const ToldChange& told, const ChangeContext& context) {
  const Language& words = context.words();
  const std::string& colon = words.message("report", "colon");
  const ShownChange shown = shown_change(*told.change, context);
  std::string text = fmt::format("{}{}{}",
                                 printable(name_of(*told.rule), kNoticeBytes),
                                 colon,
                                 printable(shown.sentence, kNoticeBytes));
  const auto add = [&](std::string_view label, const std::string& value) {
    if (!value.empty())
      text += fmt::format("\n{}{}{}", label, colon, printable(value, kNoticeBytes));
  };
  add(words.message("report", "before"), shown.before);
  add(words.message("report", "after"), shown.after);
  if (!shown.remark.empty()) text += "\n(" + shown.remark + ")";
  add(words.message("report", "cause"), why_text(*told.rule, words));
  add(words.message("report", "effective"), told.rule->effective);
  return text;
}

std::string annotation(const ToldChange& told, const ChangeContext& context) {
  const Impact impact = told.change->impact;
  const std::string title = fmt::format("{}{}{}",
                                        impact_word(impact, context.words()),
                                        context.words().message("report", "colon"),
                                        told.change->id);
  return github_command({is_warning(impact) ? "warning" : "notice",
                         printable(title),
                         head_place(*told.change),
                         message_of(told, context)});
}

/// Lists all changes, the worst first.
std::vector<ToldChange> told_changes(const std::vector<ChangeSection>& sections) {
  std::vector<ToldChange> all;
  for (const ChangeSection& section : sections) {
    for (const RuleChanges& rule : section.rules) {
      for (const Change* change : rule.changes) all.push_back({change, &rule});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const ToldChange& a, const ToldChange& b) {
    return a.change->impact < b.change->impact;
  });
  return all;
}

}  // namespace

std::string changes_as_github(const Comparison& report) {
  const Language& words = report.context.words();
  const std::vector<ChangeSection> sections = change_sections(report);
  const std::vector<ToldChange> all = told_changes(sections);
  const auto first_notice = std::find_if(all.begin(), all.end(), [](const ToldChange& told) {
    return !is_warning(told.change->impact);
  });
  const auto warnings = static_cast<std::size_t>(first_notice - all.begin());
  const std::size_t notices = all.size() - warnings;
  const bool all_fit = std::max(warnings, notices) <= kAnnotationsPerKind;
  // What counts the rest is a notice too.
  const std::size_t room = all_fit ? kAnnotationsPerKind : kAnnotationsPerKind - 1;
  std::string out;
  std::size_t shown = 0;
  const auto add = [&](std::size_t begin, std::size_t count) {
    for (std::size_t i = begin; i < begin + count; ++i) out += annotation(all[i], report.context);
    shown += count;
  };
  add(0, std::min(warnings, kAnnotationsPerKind));
  add(warnings, std::min(notices, room));
  if (shown < all.size()) {
    const std::string rest = fill_message(
        words, "report", "more_annotations", {{"count", std::to_string(all.size() - shown)}});
    out += github_command({"notice", "simrules", {.path = ""}, rest});
  }
  return out + line_start(summary_line(report.differences, words), kNoticeBytes) + "\n" +
         compared_text(report) + "\n";
}

}  // namespace simrules
