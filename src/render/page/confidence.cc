#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/date.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The confidences, the surest first, each with the message that explains it.
constexpr std::pair<Confidence, const char*> kOrder[] = {
    {Confidence::kConfirmed, "confirmed_by"},
    {Confidence::kClaimed, "claimed_by"},
    {Confidence::kDisputed, "disputed_by"},
    {Confidence::kUnverified, "unverified_by"}};

constexpr std::size_t kPercent = 100;

/// What the rules that hold rest on.
struct RuleCounts {
  std::map<Confidence, std::size_t> by_confidence;
  std::size_t rules = 0;
  std::size_t unknown = 0;
  std::size_t sources = 0;
  std::string oldest;
};

RuleCounts count_all(const PageView& view) {
  RuleCounts counts;
  for (const ShownPolicy& policy : view.policies) {
    for (const Rule& rule : policy.shown->rules) {
      if (time_of(rule, policy, view) != RuleTime::kNow) continue;
      ++counts.rules;
      if (rule.verdict() == field::kUnknown) {
        ++counts.unknown;
      } else {
        ++counts.by_confidence[rule.confidence];
      }
    }
    for (const Source& source : policy.shown->sources()) {
      ++counts.sources;
      const std::string day(source.accessed());
      if (counts.oldest.empty() || day < counts.oldest) counts.oldest = day;
    }
  }
  return counts;
}

json row(const std::string& word,
         const std::string& css,
         std::size_t count,
         const char* use,
         const RuleCounts& counts,
         const PageView& view) {
  return {{"word", word},
          {"class", css},
          {"count", count},
          {"width", counts.rules == 0 ? 0 : count * kPercent / counts.rules},
          {"text", view.message(use)}};
}

}  // namespace

json confidence_part(const PageView& view) {
  const RuleCounts counts = count_all(view);
  json rows = json::array();
  for (const auto& [confidence, use] : kOrder) {
    const auto found = counts.by_confidence.find(confidence);
    rows.push_back(row(confidence_word(confidence, view.words),
                       to_string(confidence),
                       found == counts.by_confidence.end() ? 0 : found->second,
                       use,
                       counts,
                       view));
  }
  rows.push_back(row(view.words.message("answers", "unknown"),
                     "unknown",
                     counts.unknown,
                     "unknown_by",
                     counts,
                     view));
  const Phrasing phrasing{view.schema, view.language(), nullptr};
  const std::string day = counts.oldest.empty() ? "" : date_phrase(phrasing, counts.oldest);
  return {{"rows", std::move(rows)},
          {"held",
           fill_message(view.words,
                        "page",
                        "held",
                        {{"brands", counted(view.words, "brands", view.policies.size())},
                         {"rules", counted(view.words, "rules", counts.rules)},
                         {"sources", counted(view.words, "sources", counts.sources)}})},
          {"has_oldest", !day.empty()},
          {"oldest", fill_message(view.words, "page", "oldest", {{"day", day}})}};
}

}  // namespace simrules
