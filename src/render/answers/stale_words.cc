#include "render/answers/stale_words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "wording/number.h"

namespace simrules {
namespace {

/// Says when a rule is due.
std::string due_words(const FreshnessLimit& limit) {
  const std::string after = fmt::format(
      "A rule is due {} days after the newest source of its evidence was read", limit.older_than);
  if (limit.stagger < 2) return after + ".";
  return fmt::format("{}, and up to {} later, so that what was read on one day comes due on many.",
                     after,
                     counted(static_cast<std::size_t>(limit.stagger - 1), "day", "days"));
}

}  // namespace

std::string stale_sentences(const FreshnessReport& report) {
  const std::size_t stale = report.stale.size();
  std::string out = fmt::format("{} of {} past due on {}. {}",
                                stale == 0 ? "None" : fmt::format("{}", stale),
                                counted(report.rules(), "rule is", "rules are"),
                                to_string(report.day),
                                due_words(report.limit));
  if (report.next_due)
    out += fmt::format(" The next one is due on {}.", to_string(*report.next_due));
  if (report.ended > 0) {
    out +=
        fmt::format(" {} over and not read again.", counted(report.ended, "rule is", "rules are"));
  }
  return out;
}

std::string unverified_sentence(const FreshnessReport& report) {
  return counted(report.unverified.size(), "rule has", "rules have") +
         " no evidence that could be old.";
}

std::string rule_of(const Answer& answer) { return answer.rule->topic + '/' + answer.rule->id; }

std::string rule_word(const Answer& answer, const char* field) {
  const nlohmann::json& word = member_of(answer.rule->raw(), field);
  return word.is_string() ? word.get<std::string>() : std::string();
}

}  // namespace simrules
