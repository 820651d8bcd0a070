#include "render/changes/text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "render/changes/block_text.h"
#include "render/changes/sections.h"
#include "render/text/origin.h"
#include "render/text/terminal.h"
#include "wording/words.h"

namespace simrules {
namespace {

constexpr std::size_t kIndent = 4;

std::string block_text(const RuleChanges& block, const ChangeContext& context, bool color) {
  const Language& words = context.words();
  const std::string rule = block.rule.empty() ? "" : " › " + printable(block.rule);
  const std::string title = fmt::format("{}{}{}{}",
                                        printable(block.policy),
                                        rule,
                                        words.message("report", "colon"),
                                        impact_word(block.impact, words));
  std::string out;
  for (const std::string& line : wrap(title, kColumns - 4)) {
    out += (out.empty() ? "  " : "    ") + paint(line, impact_ink(block.impact), color) + "\n";
  }
  return out + rule_changes_text(
                   block, context, {.indent = kIndent, .color = color, .has_witnesses = true});
}

std::string version_text(const VersionPlan& version, const Language& words) {
  if (!version.next) return "";
  std::string out = fmt::format("\n{}{}{} ({})\n",
                                words.message("report", "next_version"),
                                words.message("report", "colon"),
                                to_string(*version.next),
                                to_string(version.level));
  for (const std::string& reason : version.reasons)
    out += fmt::format("  - {}\n", printable(reason));
  return out;
}

}  // namespace

std::string changes_as_text(const Comparison& report, bool color) {
  const Language& words = report.context.words();
  const std::string& colon = words.message("report", "colon");
  std::string out =
      fmt::format("{}{}{}\n{}{}{}\n\n{}\n",
                  words.message("report", "base"),
                  colon,
                  origin_text(report.base, words),
                  words.message("report", "head"),
                  colon,
                  origin_text(report.head, words),
                  paint(summary_line(report.differences, words), Ink::kStrong, color));
  for (const ChangeSection& section : change_sections(report)) {
    out += fmt::format("\n{}\n", paint(line_start(section.title), Ink::kStrong, color));
    if (!section.note.empty()) {
      for (const std::string& line : wrap(section.note, kColumns - 2)) {
        out += fmt::format("  {}\n", line);
      }
    }
    for (const RuleChanges& block : section.rules) out += block_text(block, report.context, color);
  }
  return out + version_text(report.version, words);
}

}  // namespace simrules
