#include "render/answers/stale_words.h"

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// Says when a rule is due.
std::string due_sentence(const FreshnessLimit& limit, const Language& words) {
  const auto days = [&](int count) {
    return counted(words, "days", static_cast<std::size_t>(count));
  };
  const bool is_staggered = limit.stagger > 1;
  return fill_message(words,
                      "stale",
                      is_staggered ? "due_staggered" : "due_after",
                      {{"days", days(limit.older_than)}, {"stagger", days(limit.stagger - 1)}});
}

}  // namespace

std::string stale_sentences(const StaleReport& report) {
  const FreshnessReport& rules = report.rules;
  const Language& words = report.words;
  const std::size_t stale = rules.stale.size();
  std::vector<std::string> sentences;
  sentences.push_back(
      fill_message(words,
                   "stale",
                   stale == 0 ? "none_past_due" : "past_due",
                   {{"count", std::to_string(stale)},
                    {"rules", counted_message(words, "stale", "rules_are", rules.rules())},
                    {"day", to_string(rules.day)}}));
  sentences.push_back(due_sentence(rules.limit, words));
  if (rules.next_due) {
    sentences.push_back(
        fill_message(words, "stale", "next_due", {{"day", to_string(*rules.next_due)}}));
  }
  if (rules.ended > 0) {
    const std::string ended = counted_message(words, "stale", "rules_are", rules.ended);
    sentences.push_back(fill_message(words, "stale", "ended", {{"rules", ended}}));
  }
  std::string out;
  for (const std::string& sentence : sentences) {
    if (!out.empty()) out += words.message("report", "sentence_joiner");
    out += sentence;
  }
  return out;
}

std::string unverified_sentence(const StaleReport& report) {
  return counted_message(report.words, "stale", "unverified", report.rules.unverified.size());
}

std::vector<std::string> stale_titles(const StaleReport& report) {
  std::vector<std::string> titles;
  for (const char* use :
       {"due", "age", "policy", "rule", "verdict", "confidence", "newest_source"}) {
    titles.push_back(report.words.message("stale", use));
  }
  return titles;
}

std::string rule_of(const Answer& answer) { return answer.rule->topic + '/' + answer.rule->id; }

std::string rule_word(const Answer& answer, const char* field) {
  const nlohmann::json& word = member_of(answer.rule->raw(), field);
  return word.is_string() ? word.get<std::string>() : std::string();
}

}  // namespace simrules
