#include "model/time/timeline.h"

#include <algorithm>
#include <tuple>

namespace simrules {
namespace {

using Day = std::optional<PartialDate>;

Day earlier_of(const Day& a, const Day& b) {
  if (!a || !b) return a ? a : b;
  return is_before(*b, *a) ? b : a;
}

/// Returns the first day on which somebody read some terms: as it is written, else the earliest of the
/// readings of their evidence and the day of their revision. A page that is read again has a newer
/// reading and the revision that it had.
Day first_reading(const Item& terms, const PolicyView& policy) {
  if (const auto seen = terms.seen()) return first_day(*seen);
  Day first = parse_date(terms.revision().date());
  for (const Evidence& each : terms.evidence()) {
    first = earlier_of(first, parse_date(policy.find_source(each.source()).accessed()));
  }
  return first;
}

/// The terms whose begin is looked for, with their own words and those of the terms before them.
struct TermsTurn {
  const Item& terms;
  const EarlierTerms* before;
  const PolicyView& policy;
};

void find_begin(const TermsTurn& turn, const TermsTime& before, TermsTime& time) {
  const auto since = turn.terms.since();
  const auto ended = turn.before == nullptr ? std::nullopt : turn.before->until();
  if (since) {
    time.since = since;
    time.begins = first_day(*since);
    time.or_begins = last_day(*since);
  } else if (ended && turn.terms.since_text().empty()) {
    time.begins = day_after(first_day(*ended));
    time.or_begins = day_after(last_day(*ended));
    if (time.begins == time.or_begins) time.since = time.begins;
  } else {
    // They held on their last day, whenever they were read; what nobody has dated at all, as a plan in
    // short, holds as long as the thing is there.
    time.begins = earlier_of(first_reading(turn.terms, turn.policy), time.ends);
    if (!time.begins) time.begins = kEver;
    time.or_begins = before.begins ? day_after(*before.begins) : time.begins;
  }
}

/// Terms that were read before their first day were known by then.
void find_announcement(const TermsTurn& turn, TermsTime& time) {
  if (turn.before != nullptr) time.announced = turn.before->announced();
  if (time.announced) return;
  const Day read = first_reading(turn.terms, turn.policy);
  if (read && time.begins && is_before(*read, *time.begins)) time.announced = read;
}

}  // namespace

bool is_before(const PartialDate& day, const PartialDate& other) {
  return std::tie(day.year, day.month, day.day) < std::tie(other.year, other.month, other.day);
}

std::vector<TermsTime> timeline_of(const Item& item, const PolicyView& policy) {
  const ListOf<EarlierTerms> entries = item.previously();
  std::vector<TermsTime> times(entries.size() + 1);
  for (std::size_t i = times.size(); i-- > 0;) {
    const bool has_before = i < entries.size();
    const EarlierTerms before = has_before ? entries[i] : EarlierTerms();
    const Item terms = i == 0 ? item : Item(entries[i - 1]);
    const auto until = i == 0 ? std::nullopt : entries[i - 1].until();
    if (until) times[i].ends = last_day(*until);
    const TermsTurn turn{terms, has_before ? &before : nullptr, policy};
    find_begin(turn, has_before ? times[i + 1] : TermsTime(), times[i]);
    find_announcement(turn, times[i]);
  }
  return times;
}

}  // namespace simrules
