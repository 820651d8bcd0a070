#include <algorithm>
#include <compare>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/days.h"
#include "history/records.h"
#include "model/time/members.h"
#include "model/time/terms.h"
#include "model/time/timeline.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A date of an item.
/// Shape: `pointer` leads to it within the item.
struct Milestone {
  std::string pointer;
  PartialDate date;

  bool operator==(const Milestone&) const = default;
};

/// An item as one state has it.
struct Sighting {
  std::size_t state = 0;
  RuleName name;
  const Policy* policy = nullptr;
  Item item;
  const FieldSpec* spec = nullptr;
};

/// One item through all states.
/// Shape: states ascend.
using Track = std::vector<Sighting>;

/// States in a row that give an item the same dates.
/// Shape: `last` is the newest of them; `after` is what the item was like afterwards, null where
///        nothing came after.
struct Spell {
  const Sighting* last = nullptr;
  const Sighting* after = nullptr;
  std::vector<Milestone> milestones;
};

/// Collects when things end by themselves inside an item: objects whose absence says that there is
/// none.
void collect_ends(const FieldSpec& spec,
                  const json& value,
                  const std::string& pointer,
                  std::vector<Milestone>& found) {
  if (value.is_array() && spec.is_keyed_list()) {
    for (const json& item : value) {
      const std::string_view key = text_at(item, spec.key);
      if (!key.empty()) collect_ends(*spec.items, item, pointer_join(pointer, key), found);
    }
    return;
  }
  for (const auto& [name, inner] : spec.properties) {
    const json* part = find_member(value, name);
    if (part == nullptr) continue;
    const std::string at = pointer_join(pointer, name);
    const auto end = Dates(part).until();
    const bool may_end = inner->absent && inner->absent->is_null();
    if (may_end && end) {
      found.push_back({pointer_join(at, member_name::kUntil), *end});
    } else {
      collect_ends(*inner, *part, at, found);
    }
  }
}

/// Collects when terms began, those of the body and those before them.
void collect_turns(const Sighting& sighting, std::vector<Milestone>& found) {
  const std::vector<TermsTime> times = timeline_of(sighting.item, *sighting.policy);
  const ListOf<EarlierTerms> entries = sighting.item.previously();
  for (std::size_t i = 0; i < times.size(); ++i) {
    std::string at;
    if (i > 0)
      at = pointer_join(pointer_join("", member_name::kPreviously), entries[i - 1].until_text());
    if (times[i].since) found.push_back({pointer_join(at, member_name::kSince), *times[i].since});
  }
}

std::vector<Milestone> milestones_of(const Sighting& sighting) {
  std::vector<Milestone> found;
  for (const NamedDate& date : sighting.item.effective().all()) {
    found.push_back(
        {pointer_join(pointer_join("", member_name::kEffective), date.name), date.date});
  }
  collect_turns(sighting, found);
  collect_ends(*sighting.spec, sighting.item.raw(), "", found);
  return found;
}

/// Lists the rules, plans and zones of a policy, or the one rule that a trail is about.
std::vector<Sighting> sightings_of(const DataStates& states,
                                   std::size_t state,
                                   const RuleName& name) {
  std::vector<Sighting> items;
  const Policy* policy = states[state].catalog.find(name.policy);
  for (const auto& [section, spec] : states[state].schema->root().properties) {
    if (!is_dated(*spec) || (!name.is_policy() && section != name.topic)) continue;
    for (const json& item : member_of(policy->raw(), section)) {
      const std::string id(text_at(item, spec->key));
      if (id.empty() || (!name.is_policy() && id != name.id)) continue;
      items.push_back({state, {policy->id, section, id}, policy, Item(&item), spec->items.get()});
    }
  }
  return items;
}

/// Returns what an item of the base is called in the head, in the policy of the trail.
std::optional<RuleName> next_name(const DataStates& states,
                                  const Sighting& item,
                                  const RuleName& next_policy) {
  const DataState& base = states[item.state];
  const DataState& head = states[item.state + 1];
  const auto& topics = base.schema->topics();
  const bool is_rule = std::find(topics.begin(), topics.end(), item.name.topic) != topics.end();
  if (is_rule) return name_in_head(item.name, base.catalog, head.catalog);
  return RuleName{next_policy.policy, item.name.topic, item.name.id};
}

std::vector<Track> list_tracks(const DataStates& states, const Trail& trail) {
  std::vector<Track> tracks;
  std::map<RuleName, std::size_t> open;
  for (std::size_t i = 0; i < released_count(states); ++i) {
    std::map<RuleName, std::size_t> expected;
    for (const auto& [name, index] : open) {
      const auto next =
          trail[i] ? next_name(states, tracks[index].back(), *trail[i]) : std::nullopt;
      if (next) expected.emplace(*next, index);
    }
    open.clear();
    if (!trail[i]) continue;
    for (Sighting& item : sightings_of(states, i, *trail[i])) {
      const auto known = expected.find(item.name);
      const std::size_t index = known == expected.end() ? tracks.size() : known->second;
      if (index == tracks.size()) tracks.emplace_back();
      open[item.name] = index;
      tracks[index].push_back(std::move(item));
    }
  }
  return tracks;
}

std::vector<Spell> list_spells(const Track& track) {
  std::vector<Spell> spells;
  for (const Sighting& item : track) {
    std::vector<Milestone> milestones = milestones_of(item);
    if (!spells.empty() && spells.back().milestones == milestones) {
      spells.back().last = &item;
      continue;
    }
    if (!spells.empty()) spells.back().after = &item;
    spells.push_back({&item, nullptr, std::move(milestones)});
  }
  return spells;
}

bool is_after(const PartialDate& date, const PartialDate& day) {
  return std::is_gt(compare_at_shared_precision(date, day));
}

/// What became of the dates of a spell.
/// Shape: they were `right` unless what came after says that they never were; `known_until` is the
///        day on which others took their place, nothing where none did.
struct Standing {
  bool is_right = true;
  std::optional<PartialDate> known_until;

  /// Tells whether a date came before it was replaced.
  bool came(const PartialDate& date) const {
    return is_right && !(known_until && is_after(date, *known_until));
  }
};

Standing standing_of(const Spell& spell, const DataStates& states) {
  const std::size_t next = spell.last->state + 1;
  if (next == released_count(states)) return {};
  const auto released = parse_date(states[next].released);
  if (spell.after == nullptr) return {true, released};
  const Item& before = spell.last->item;
  const Item& after = spell.after->item;
  const Revision revision = after.revision();
  if (revision && !revision.says_same(before.revision())) {
    const auto revised = parse_partial_date(revision.date());
    return {revision.cause() == kCarrierChange, revised ? revised : released};
  }
  // Without a word on why, only a later beginning speaks of other terms.
  const auto begin = before.effective().from();
  const auto later = after.effective().from();
  return {begin && later && is_after(*later, *begin), released};
}

/// Returns the two days between which a date makes a difference; nothing for one that makes none by
/// itself.
std::optional<Period> turn_of(const std::string& event, const PartialDate& date) {
  if (event == member_name::kFrom || event == member_name::kSince)
    return Period{day_before(first_day(date)), first_day(date)};
  if (event == member_name::kUntil) return Period{last_day(date), day_after(last_day(date))};
  return std::nullopt;
}

Catalog only(Policy policy) { return Catalog(std::vector<Policy>{std::move(policy)}); }

/// Returns what the policy of an item was like before, with the item under the name that it has now;
/// where nothing is known of that, the policy itself.
Policy policy_before(const Sighting& item, const Sighting* before, const DataStates& states) {
  if (before == nullptr) return *item.policy;
  Policy policy = *before->policy;
  if (before->name.topic != item.name.topic || before->name.id != item.name.id) {
    policy = with_rule(policy, before->item, item.name, *states[before->state].schema);
  }
  policy.id = item.policy->id;
  return policy;
}

DatedEvent event_of(const Sighting& item,
                    const Sighting* before,
                    const Milestone& milestone,
                    const DataStates& states) {
  const Address place = address_of(item.name, DiffSide::kHead);
  DatedEvent event{.state = item.state,
                   .item = item.name,
                   .event = pointer_leaf(milestone.pointer),
                   .place = {place.policy, place.pointer + milestone.pointer},
                   .date = milestone.date,
                   .is_ahead = false,
                   .changes = {},
                   .base = only(policy_before(item, before, states)),
                   .head = only(*item.policy)};
  const auto newest = parse_date(states[released_count(states) - 1].released);
  event.is_ahead = newest && is_after(milestone.date, *newest);
  const auto turn = turn_of(event.event, milestone.date);
  if (!turn) return event;
  DatedChanges dated = diff_days(event.base, event.head, *states[item.state].schema, *turn);
  for (const Change* change : told_changes(dated.effective)) event.changes.push_back(*change);
  event.base = std::move(dated.first);
  event.head = std::move(dated.last);
  std::erase_if(event.changes, [&](const Change& change) {
    return change.pointer != place.pointer && !change.pointer.starts_with(place.pointer + '/');
  });
  return event;
}

/// Keeps of two spells that give the same date the newer one.
void keep_newest(std::vector<DatedEvent>& events) {
  const auto key = [](const DatedEvent& event) {
    return std::make_tuple(
        to_string(event.date), event.event, event.item.topic, event.item.id, event.place.pointer);
  };
  std::stable_sort(events.begin(), events.end(), [&](const DatedEvent& a, const DatedEvent& b) {
    return std::make_pair(key(a), b.state) < std::make_pair(key(b), a.state);
  });
  const auto is_same = [&](const DatedEvent& a, const DatedEvent& b) { return key(a) == key(b); };
  events.erase(std::unique(events.begin(), events.end(), is_same), events.end());
}

}  // namespace

std::vector<DatedEvent> list_events(const DataStates& states, const Trail& trail) {
  std::vector<DatedEvent> events;
  for (const Track& track : list_tracks(states, trail)) {
    const Sighting* before = nullptr;
    for (const Spell& spell : list_spells(track)) {
      const Standing standing = standing_of(spell, states);
      for (const Milestone& milestone : spell.milestones) {
        if (!standing.came(milestone.date)) continue;
        events.push_back(event_of(*spell.last, before, milestone, states));
      }
      // Terms that never held are not what the next ones are compared with.
      const auto begin = spell.last->item.effective().from();
      const bool held = begin ? standing.came(*begin) : standing.is_right;
      if (held) before = spell.last;
    }
  }
  keep_newest(events);
  return events;
}

}  // namespace simrules
