#include "render/answers/stale_text.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "render/text/origin.h"
#include "render/text/terminal.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// Units: terminal columns.
constexpr std::size_t kWidth = 80;

std::vector<TextCell> stale_cells(const RuleAge& age, const Language& words) {
  const Answer& rule = age.rule;
  return {{to_string(age.due)},
          {counted(words, "days", static_cast<std::size_t>(age.age)), Ink::kCaution},
          {printable(rule.policy->id), Ink::kStrong},
          {printable(rule_of(rule))},
          {printable(rule_word(rule, field::kVerdict))},
          {to_string(rule.rule->confidence)},
          {printable(age.source.id())}};
}

std::string table(const StaleReport& report, bool color) {
  if (report.rules.stale.empty()) return "";
  std::vector<std::vector<TextCell>> rows(1);
  for (const std::string& title : stale_titles(report)) rows[0].push_back({title, Ink::kFaint});
  for (const RuleAge& age : report.rules.stale) rows.push_back(stale_cells(age, report.words));
  return text_table(rows, color) + '\n';
}

std::string wrapped(const std::string& text) {
  std::string out;
  for (const std::string& line : wrap(text, kWidth)) out += line + '\n';
  return out;
}

/// Lists the rules without evidence by policy, further lines further in.
std::string unverified_text(const std::vector<Answer>& rules) {
  constexpr std::string_view kInner = "    ";
  std::string out;
  for (std::size_t i = 0; i < rules.size();) {
    const Policy* policy = rules[i].policy;
    std::string text = printable(policy->id) + ':';
    for (; i < rules.size() && rules[i].policy == policy; ++i) {
      text += ' ' + printable(rule_of(rules[i]));
    }
    std::size_t indent = kInner.size() / 2;
    for (const std::string& line : wrap(text, kWidth - kInner.size())) {
      out.append(kInner.substr(0, indent)).append(line).append("\n");
      indent = kInner.size();
    }
  }
  return out;
}

}  // namespace

std::string stale_as_text(const StaleReport& report, bool color) {
  std::string out = table(report, color) + wrapped(stale_sentences(report));
  if (!report.rules.unverified.empty()) {
    out += wrapped(unverified_sentence(report));
    out += unverified_text(report.rules.unverified);
  }
  return out + wrapped(fill_message(report.words,
                                    "stale",
                                    "read_from",
                                    {{"side", origin_text(report.origin, report.words)}}));
}

}  // namespace simrules
