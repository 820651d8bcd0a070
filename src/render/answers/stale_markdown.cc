#include "render/answers/stale_markdown.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "render/text/byte_budget.h"
#include "render/text/markdown.h"
#include "render/text/origin.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// An issue may have 65,536 characters; the rest is for what stands around the rules.
constexpr std::size_t kRuleBytes = 56'000;
constexpr std::size_t kTitleBytes = 400;

/// Links to the page, or names what has none.
std::string source_cell(const nlohmann::json& source) {
  const nlohmann::json& url = member_of(source, "url");
  return markdown_link(member_of(source, "id").get<std::string>(),
                       url.is_string() ? url.get<std::string>() : std::string(),
                       MarkdownPlace::kCell);
}

std::string stale_row(const RuleAge& age, const Language& words) {
  const Answer& rule = age.rule;
  const auto code = [](std::string_view text) { return markdown_code(text, MarkdownPlace::kCell); };
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n",
                     to_string(age.due),
                     counted(words, "days", static_cast<std::size_t>(age.age)),
                     code(rule.policy->id),
                     code(rule_of(rule)),
                     code(rule_word(rule, field::kVerdict)),
                     to_string(rule.rule->confidence),
                     source_cell(age.source.raw()));
}

std::string table(const StaleReport& report, ByteBudget& budget) {
  if (report.rules.stale.empty()) return "";
  std::string out = fmt::format("\n| {} |\n|---|---:|---|---|---|---|---|\n",
                                fmt::join(stale_titles(report), " | "));
  for (const RuleAge& age : report.rules.stale) {
    const std::string line = stale_row(age, report.words);
    if (budget.take(line)) out += line;
  }
  return out + fmt::format("\n{}\n", report.words.message("stale", "what_to_do"));
}

/// Folds away what nobody has to read again.
std::string unverified_text(const StaleReport& report, ByteBudget& budget) {
  if (report.rules.unverified.empty()) return "";
  std::string lines;
  for (const Answer& rule : report.rules.unverified) {
    const std::string line = fmt::format("- {} {}\n",
                                         markdown_code(rule.policy->id, MarkdownPlace::kLine),
                                         markdown_code(rule_of(rule), MarkdownPlace::kLine));
    if (budget.take(line)) lines += line;
  }
  return fmt::format(
      "\n<details>\n<summary>{}</summary>\n\n{}\n</details>\n", unverified_sentence(report), lines);
}

}  // namespace

std::string stale_as_markdown(const StaleReport& report) {
  ByteBudget budget(kRuleBytes);
  const Language& words = report.words;
  std::string out =
      fmt::format("## {}\n\n{}\n", words.message("stale", "title"), stale_sentences(report));
  out += table(report, budget) + unverified_text(report, budget);
  if (budget.left_out() > 0) {
    out += fmt::format("\n{}\n", counted_message(words, "stale", "left_out", budget.left_out()));
  }
  const std::string side =
      markdown_code(origin_text(report.origin, words), MarkdownPlace::kLine, kTitleBytes);
  return out + fmt::format("\n{}\n", fill_message(words, "stale", "read_from", {{"side", side}}));
}

}  // namespace simrules
