#include "model/freshness.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/digest.h"
#include "model/effective.h"

namespace simrules {
namespace {

/// Tells whether a rule is over on a day, and so nothing that a page could say anew.
bool is_over(const Answer& answer, const PartialDate& day) {
  const Rule& rule = *answer.rule;
  return answer.policy->has_ended() || rule.has_ended() ||
         (!holds_on(rule, day) && !begins_after(rule, day));
}

/// Orders by reading, then by the day on which it came due.
bool is_older(const RuleAge& a, const RuleAge& b) {
  const auto rank = [](const RuleAge& each) {
    return std::make_pair(-each.age, days_between(each.accessed, each.due));
  };
  return rank(a) < rank(b);
}

}  // namespace

int stagger_days(std::string_view name, int stagger) {
  constexpr std::size_t kDigits = 8;
  constexpr int kHexadecimal = 16;
  if (stagger < 2) return 0;
  const std::string digest = sha256_hex(name);
  unsigned long number = 0;
  std::from_chars(digest.data(), digest.data() + kDigits, number, kHexadecimal);
  return static_cast<int>(number % static_cast<unsigned long>(stagger));
}

RuleAge age_of(const Answer& rule, const PartialDate& day, const FreshnessLimit& limit) {
  RuleAge age{.rule = rule};
  if (is_over(rule, day)) {
    age.freshness = Freshness::kEnded;
    return age;
  }
  const Source source = newest_reading(rule.rule->evidence(), *rule.policy);
  const auto accessed = parse_date(source.accessed());
  if (!accessed) return age;
  const std::string name = to_string(full_name(*rule.policy, *rule.rule));
  age.source = source;
  age.accessed = *accessed;
  age.due = days_from(*accessed, limit.older_than + stagger_days(name, limit.stagger));
  age.age = days_between(*accessed, day);
  age.freshness = days_between(age.due, day) > 0 ? Freshness::kStale : Freshness::kFresh;
  return age;
}

FreshnessReport report_freshness(const std::vector<Answer>& rules,
                                 const PartialDate& day,
                                 const FreshnessLimit& limit) {
  FreshnessReport report{.day = day, .limit = limit};
  for (const Answer& rule : rules) {
    RuleAge age = age_of(rule, day, limit);
    const bool is_fresh = age.freshness == Freshness::kFresh;
    report.fresh += is_fresh ? 1 : 0;
    report.ended += age.freshness == Freshness::kEnded ? 1 : 0;
    if (age.freshness == Freshness::kUnverified) report.unverified.push_back(rule);
    if (is_fresh && (!report.next_due || days_between(age.due, *report.next_due) > 0)) {
      report.next_due = age.due;
    }
    if (age.freshness == Freshness::kStale) report.stale.push_back(std::move(age));
  }
  std::stable_sort(report.stale.begin(), report.stale.end(), is_older);
  return report;
}

}  // namespace simrules
