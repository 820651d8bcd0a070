#include "gate/past.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/days.h"
#include "diff/diff.h"
#include "model/time/members.h"
#include "model/time/state.h"
#include "model/time/terms.h"
#include "model/time/timeline.h"

namespace simrules {
namespace {

using nlohmann::json;

using Day = std::optional<PartialDate>;

/// One side of a policy, and its schema.
struct DatedSide {
  const Policy& policy;
  const PolicySchema& schema;

  /// Returns the state on a day, or what else it may have been; nothing where there is no such policy
  /// then.
  std::optional<Policy> on(const PartialDate& day, bool otherwise = false) const {
    const Catalog state = state_on(Catalog({policy}), schema, {day, otherwise});
    return state.policies().empty() ? std::nullopt : std::optional(state.policies().front());
  }
};

/// Gathers the days on which something begins, and those after which it is over.
class Days {
 public:
  void add_thing(const Item& item) {
    add(item.effective());
    for (const Dates& pause : item.suspended()) add(pause);
  }

  void add_terms(const Item& item, const PolicyView& policy) {
    for (const TermsTime& time : timeline_of(item, policy)) {
      add_first(time.begins);
      if (time.ends) add_first(day_after(*time.ends));
    }
  }

  std::vector<PartialDate> sorted() && {
    std::ranges::sort(days_, is_before);
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    return std::move(days_);
  }

 private:
  void add(const Dates& dates) {
    if (const auto from = dates.from()) add_first(first_day(*from));
    if (const auto until = dates.until()) add_first(day_after(last_day(*until)));
  }

  void add_first(const Day& day) {
    if (!day) return;
    days_.push_back(*day);
    days_.push_back(day_before(*day));
  }

  std::vector<PartialDate> days_;
};

std::vector<PartialDate> days_of(const DatedSide& base, const DatedSide& head) {
  Days days;
  for (const DatedSide* side : {&base, &head}) {
    days.add_thing(Item(&side->policy.raw()));
    for (const auto& [name, list] : side->schema.root().properties) {
      if (!has_terms(*list)) continue;
      for (const Item& item : ListOf<Item>(&member_of(side->policy.raw(), name))) {
        days.add_thing(item);
        days.add_terms(item, side->policy);
      }
    }
  }
  return std::move(days).sorted();
}

/// Tells whether nothing was known of an item on the day of its state.
bool is_not_known(const json& item, const FieldSpec& spec) {
  const json bare = bare_thing(Item(&item), spec);
  const std::string_view unknown = RuleView(&bare).verdict();
  return item == bare || (!unknown.empty() && RuleView(&item).verdict() == unknown);
}

/// Puts what the head says into the places of what the base did not know.
Policy with_known(const Policy& base, const Policy& head, const PolicySchema& schema) {
  json value = base.raw();
  for (const auto& [name, list] : schema.root().properties) {
    if (!has_terms(*list) || !value.contains(name)) continue;
    for (json& item : value[name]) {
      if (!is_not_known(item, *list->items)) continue;
      const Item known = find_item(head, name, NamedItem(&item).id());
      if (known) item = known.raw();
    }
  }
  return make_policy(std::move(value), base.path, base.sha256, schema.topics());
}

/// Compares two states, as far as the base knew anything.
Differences differences_of(const DatedSide& then, const DatedSide& now) {
  return diff(with_known(then.policy, now.policy, then.schema),
              then.schema.root(),
              now.policy,
              now.schema.root(),
              true);
}

/// Tells whether an effect takes back what the past said; what was not known or not there said nothing.
bool rewrites(const Effect& effect) {
  return std::ranges::any_of(effect.terms, [](const Change& term) {
    return !is_about_data(term) && term.impact != Impact::kClarified && !term.before.is_null();
  });
}

/// Lists the items that the facts behind an effect lie in.
std::vector<RuleName> items_behind(const Effect& effect, const std::vector<Change>& facts) {
  std::vector<RuleName> items;
  for (const Change& fact : facts) {
    const auto part = effect.changes.find(fact.fingerprint);
    const bool is_behind = part != effect.changes.end() && part->second != Impact::kClarified;
    if (!is_behind || is_about_data(fact)) continue;
    const RuleName item = item_at(address_of(fact, DiffSide::kHead));
    if (!item.is_policy() && std::ranges::find(items, item) == items.end()) items.push_back(item);
  }
  return items;
}

/// An item on one side of a comparison.
struct SideItem {
  const Item& item;
  const Policy& policy;

  /// Returns the place in its timeline of the terms that hold on a day.
  std::optional<std::size_t> place_on(const PartialDate& day) const {
    const std::vector<TermsTime> times = timeline_of(item, policy);
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (!times[i].begins || is_before(day, *times[i].begins)) continue;
      if (times[i].ends && is_before(*times[i].ends, day)) break;
      return i;
    }
    return std::nullopt;
  }
};

/// Tells whether the base has a revision, be it of these terms or of others.
bool has_revision(const Item& base, const Revision& revision) {
  const ListOf<EarlierTerms> entries = base.previously();
  return base.revision().says_same(revision) ||
         std::any_of(entries.begin(), entries.end(), [&](const EarlierTerms& entry) {
           return entry.revision().says_same(revision);
         });
}

/// Returns the terms of the head that answer for a day: those that hold on it, else those that stand
/// where the base's stood.
Item answering(const SideItem& base, const SideItem& head, const PartialDate& day) {
  const ListOf<EarlierTerms> entries = head.item.previously();
  if (const auto place = head.place_on(day))
    return *place == 0 ? head.item : Item(entries[*place - 1]);
  const auto before = base.place_on(day);
  if (!before || *before == 0) return before ? head.item : Item();
  const std::string_view until = base.item.previously()[*before - 1].until_text();
  for (const EarlierTerms& entry : entries) {
    if (entry.until_text() == until) return entry;
  }
  return {};
}

/// Tells whether the terms of a day say by a revision of their own that the past was wrong.
bool is_excused(const SideItem& base, const SideItem& head, const PartialDate& day) {
  const Revision revision = answering(base, head, day).revision();
  const bool mends = revision.cause() == kCorrection || revision.cause() == kClarification;
  return mends && !has_revision(base.item, revision);
}

/// The days from which on an edit may speak, and from which on it does.
struct OwnDays {
  PartialDate first;
  PartialDate last;
};

std::optional<OwnDays> own_days(const Item& item, const PolicyView& policy) {
  const TermsTime body = timeline_of(item, policy).front();
  if (body.since) return OwnDays{first_day(*body.since), last_day(*body.since)};
  const Day read = newest_reading_day(item, policy);
  const Day day = read ? read : body.begins;
  if (!day) return std::nullopt;
  return OwnDays{*day, *day};
}

/// What both sides say of the days, item by item.
class PastComparison {
 public:
  PastComparison(const PolicyMatch& match, const GateInput& input)
      : base_{*match.base, input.base_schema}, head_{*match.head, input.head_schema} {}

  std::vector<PartialDate> days() const { return days_of(base_, head_); }

  /// Adds the items of the head that must say of a day what the base said, and do not.
  void add_rewrites(const PartialDate& day, std::map<RuleName, Rewrite>& rewrites) const {
    const std::map<RuleName, Rewrite> otherwise = differing(day, true);
    for (const auto& [name, rewrite] : differing(day, false)) {
      const Item base = find_item(base_.policy, name.topic, name.id);
      const Item head = find_item(head_.policy, name.topic, name.id);
      const auto own = head ? own_days(head, head_.policy) : std::nullopt;
      const bool may_be_same = own && !is_before(day, own->first) && !otherwise.contains(name);
      if (!own || !is_before(day, own->last) || may_be_same || is_assumed(base, day)) continue;
      if (!is_excused({base, base_.policy}, {head, head_.policy}, day)) rewrites[name] = rewrite;
    }
  }

 private:
  /// Tells whether what the base says of a day is no more than that nobody has dated the thing.
  bool is_assumed(const Item& item, const PartialDate& day) const {
    if (timeline_of(item, base_.policy).front().begins != kEver) return false;
    const auto first = first_day_known(item, base_.policy);
    return first && is_before(day, *first);
  }

  /// Lists the items in which the head says something else of a day.
  std::map<RuleName, Rewrite> differing(const PartialDate& day, bool otherwise) const {
    std::map<RuleName, Rewrite> items;
    const auto then = base_.on(day);
    const auto now = head_.on(day, otherwise);
    if (!then || !now) return items;
    const Differences found = differences_of({*then, base_.schema}, {*now, head_.schema});
    for (const Effect& effect : found.effects) {
      if (!rewrites(effect)) continue;
      for (const RuleName& item : items_behind(effect, found.changes))
        items[item] = {item, day, effect.before, effect.after};
    }
    return items;
  }

  DatedSide base_;
  DatedSide head_;
};

}  // namespace

std::vector<Rewrite> rewrites_in(const PolicyMatch& match, const GateInput& input) {
  if (match.base == nullptr || match.head == nullptr || match.base->says_same(*match.head))
    return {};
  const PastComparison comparison(match, input);
  std::map<RuleName, Rewrite> by_item;
  for (const PartialDate& day : comparison.days()) comparison.add_rewrites(day, by_item);
  std::vector<Rewrite> found;
  found.reserve(by_item.size());
  for (auto& [item, rewrite] : by_item) found.push_back(std::move(rewrite));
  return found;
}

std::optional<PartialDate> first_day_known(const Item& item, const PolicyView& policy) {
  const TermsTime time = timeline_of(item, policy).front();
  return time.begins == kEver ? parse_date(newest_day_stated(policy)) : time.begins;
}

std::optional<PartialDate> newest_reading_day(const Item& terms, const PolicyView& policy) {
  return parse_date(newest_reading(terms.evidence(), policy).accessed());
}

}  // namespace simrules
