#include "render/answers/stale_markdown.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "render/text/byte_budget.h"
#include "render/text/markdown.h"
#include "render/text/origin.h"
#include "wording/number.h"
#include "wording/rule.h"

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

std::string row(const RuleAge& age) {
  const Answer& rule = age.rule;
  const auto code = [](std::string_view text) { return markdown_code(text, MarkdownPlace::kCell); };
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n",
                     to_string(age.due),
                     counted(static_cast<std::size_t>(age.age), "day", "days"),
                     code(rule.policy->id),
                     code(rule_of(rule)),
                     code(rule_word(rule, field::kVerdict)),
                     to_string(rule.rule->confidence),
                     source_cell(age.source.raw()));
}

std::string table(const std::vector<RuleAge>& rules, ByteBudget& budget) {
  if (rules.empty()) return "";
  std::string out =
      "\n| Due | Age | Policy | Rule | Verdict | Confidence | Newest source |\n"
      "|---|---:|---|---|---|---|---|\n";
  for (const RuleAge& age : rules) {
    const std::string line = row(age);
    if (budget.take(line)) out += line;
  }
  return out +
         "\nRead each page again and correct what it says otherwise now; then write the day of the "
         "reading into the `accessed` of its source.\n";
}

/// Folds away what nobody has to read again.
std::string unverified_text(const FreshnessReport& report, ByteBudget& budget) {
  if (report.unverified.empty()) return "";
  std::string lines;
  for (const Answer& rule : report.unverified) {
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
  std::string out = fmt::format("## Rules to read again\n\n{}\n", stale_sentences(report.rules));
  out += table(report.rules.stale, budget) + unverified_text(report.rules, budget);
  if (budget.left_out() > 0) {
    out += fmt::format("\n{} left out here: `simrules stale` lists them all.\n",
                       counted(budget.left_out(), "more rule is", "more rules are"));
  }
  return out +
         fmt::format("\nRead from {}.\n",
                     markdown_code(origin_text(report.origin), MarkdownPlace::kLine, kTitleBytes));
}

}  // namespace simrules
