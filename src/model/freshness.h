#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/query.h"

namespace simrules {

// A rule is as fresh as the newest source that its evidence names. Rules whose sources were read on
// one day would all be old on one day, too, and nobody reads a thousand pages at once: so each rule
// has some days more, a number that follows from its name alone. The rules of one such day come due
// one after another, each always at the same distance from its reading.

/// When evidence is too old.
/// Shape: `stagger` is over how many days the rules that were read on one day come due; 0 and 1
///        mean that they all do at once.
/// Units: days.
struct FreshnessLimit {
  int older_than = 180;
  int stagger = 30;
};

/// What can be said of a rule's age on a day.
/// Shape: `kUnverified` is a rule without evidence, which has nothing that could be old; `kEnded` one
///        that is over, or whose policy is: the past does not change any more.
enum class Freshness { kFresh, kStale, kUnverified, kEnded };

/// How old the evidence of a rule is on a day.
/// Shape: `source` is the one that was read last, nothing without evidence; `due` is the last day on
///        which the rule is fresh, and the other dates mean nothing without a source.
/// Units: `age` is in days, negative for what is read only later.
struct RuleAge {
  Answer rule;
  Freshness freshness = Freshness::kUnverified;
  Source source = {};
  PartialDate accessed = {};
  PartialDate due = {};
  int age = 0;
};

/// Returns the days that a rule has beyond the limit, from 0 to one less than `stagger`.
/// Shape: the first 8 hexadecimal digits of the SHA-256 of `name` as a number, modulo `stagger`;
///        `name` is that of a rule everywhere, such as `jp/au#transfer/data-gift`.
int stagger_days(std::string_view name, int stagger);

/// Tells how old the evidence of a rule is on a day.
RuleAge age_of(const Answer& rule, const PartialDate& day, const FreshnessLimit& limit);

/// The rules of a question by the age of their evidence.
/// Shape: `stale` has the oldest reading first, and what was read on one day in the order in which it
///        came due; `unverified` is in the order of the rules; `next_due` is the first day on which
///        a rule that is fresh now comes due.
struct FreshnessReport {
  PartialDate day;
  FreshnessLimit limit;
  std::vector<RuleAge> stale = {};
  std::vector<Answer> unverified = {};
  std::size_t fresh = 0;
  std::size_t ended = 0;
  std::optional<PartialDate> next_due = {};

  std::size_t rules() const { return stale.size() + unverified.size() + fresh + ended; }
};

/// Sorts rules by the age of their evidence on a day.
FreshnessReport report_freshness(const std::vector<Answer>& rules,
                                 const PartialDate& day,
                                 const FreshnessLimit& limit);

}  // namespace simrules
