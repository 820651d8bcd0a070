#include "release/contents/current.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/time/members.h"
#include "model/time/state.h"
#include "model/time/terms.h"
#include "model/time/timeline.h"
#include "release/contents/derived_name.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Visits the lists of a policy whose items have dates of their own.
template <typename Visit>
void for_each_dated_list(json& policy, const PolicySchema& schema, const Visit& visit) {
  for (auto& [name, list] : policy.items()) {
    const FieldSpec* spec = schema.root().member(name);
    if (spec != nullptr && is_dated(*spec)) visit(name, list, *spec);
  }
}

/// Returns what a policy that may not be there says of an item; nothing where it has none of its id.
Item same_item(const Policy* policy, const std::string& list, const Item& item) {
  if (policy == nullptr) return {};
  return find_item(*policy, list, NamedItem(&item.raw()).id());
}

Policy whole_policy(const Policy& policy, const Policy* now, const PolicySchema& schema) {
  json value = now == nullptr ? policy.raw() : now->raw();
  for_each_dated_list(
      value, schema, [&](const std::string& name, json& list, const FieldSpec& spec) {
        list = json::array();
        for (const Item& item : ListOf<Item>(&member_of(policy.raw(), name))) {
          const Item there = same_item(now, name, item);
          list.push_back(there ? there.raw() : whole_terms(item, *spec.items));
          // What is not known of the day is said by data that has a revision, too.
          const Revision revision = item.revision();
          if (revision) list.back().emplace(member_name::kRevision, revision.raw());
        }
      });
  return make_policy(std::move(value), policy.path, policy.sha256, schema.topics());
}

json date_or_null(const std::optional<PartialDate>& date) {
  return date ? json(to_string(*date)) : json();
}

/// A thing whose terms have a past or a future.
struct Thing {
  const Item& item;
  const FieldSpec& spec;
  const Policy& policy;
  PartialDate day;
  std::vector<TermsTime> times;

  /// Writes terms whole, with the days that they are for.
  json terms(std::size_t at) const {
    const json whole = whole_terms(item, spec, at);
    json entry = {{member_name::kFrom, date_or_null(times[at].since)},
                  {member_name::kUntil, json()},
                  {member_name::kAnnounced, date_or_null(times[at].announced)}};
    if (at > 0) entry[member_name::kUntil] = date_or_null(item.previously()[at - 1].until());
    for (const auto& [name, field] : spec.member(member_name::kPreviously)->items->properties) {
      const bool is_of_terms = std::ranges::find(member_name::kOfEarlierTerms, name) ==
                                   std::end(member_name::kOfEarlierTerms) &&
                               name != member_name::kSince;
      if (is_of_terms && whole.contains(name)) entry[name] = whole[name];
    }
    const json& evidence = member_of(entry, member_name::kEvidence);
    entry[derived_name::kConfidence] =
        to_string(derive_confidence(ListOf<Evidence>(&evidence), policy));
    return entry;
  }

  bool is_to_come(std::size_t at) const {
    return times[at].begins && is_before(day, *times[at].begins);
  }
};

/// Writes the terms of a thing that is there on the day: those to come, the soonest first, and those
/// that are over, the newest first.
void add_terms(const Thing& thing, json& value) {
  json past = json::array();
  json upcoming = json::array();
  const StateView view{thing.day};
  const auto now = terms_at(thing.times, view);
  for (std::size_t at = 0; at < thing.times.size(); ++at) {
    if (now ? at < *now : thing.is_to_come(at)) {
      upcoming.insert(upcoming.begin(), thing.terms(at));
    } else if (now ? at > *now : at > 0) {
      past.push_back(thing.terms(at));
    }
  }
  if (const Dates pause = pause_at(thing.item, view); pause && now) {
    json after = thing.terms(*now);
    const auto until = pause.until();
    after[member_name::kFrom] =
        date_or_null(until ? std::optional(day_after(last_day(*until))) : std::nullopt);
    upcoming.insert(upcoming.begin(), std::move(after));
  }
  value[derived_name::kPast] = std::move(past);
  value[derived_name::kUpcoming] = std::move(upcoming);
}

/// Writes the terms of a thing that is not there: the newest are its own.
void add_earlier_terms(const Thing& thing, json& value) {
  value[derived_name::kPast] = json::array();
  value[derived_name::kUpcoming] = json::array();
  for (std::size_t at = 1; at < thing.times.size(); ++at) {
    value[derived_name::kPast].push_back(thing.terms(at));
  }
}

/// An announcement without a day, and pauses, are told as they are written.
void move_stated(const Item& item, const FieldSpec& spec, json& value) {
  if (const auto found = value.find(member_name::kUpcoming); found != value.end()) {
    json announced = std::move(*found);
    value.erase(found);
    value[derived_name::kAnnouncement] = std::move(announced);
  }
  const json* pauses = find_member(item.raw(), derived_name::kSuspended);
  if (pauses != nullptr && spec.member(derived_name::kSuspended) != nullptr) {
    value[derived_name::kSuspended] = *pauses;
  }
}

}  // namespace

CurrentCatalog current_on(const Catalog& catalog,
                          const PolicySchema& schema,
                          const PartialDate& day) {
  CurrentCatalog current{state_on(catalog, schema, {day}), {}};
  std::vector<Policy> policies;
  for (const Policy& policy : catalog.policies()) {
    policies.push_back(whole_policy(policy, current.on_day.find(policy.id), schema));
  }
  current.whole = Catalog(std::move(policies));
  return current;
}

void add_terms_over_time(json& value,
                         const Policy& stated,
                         const CurrentCatalog& current,
                         const PolicySchema& schema,
                         const PartialDate& day) {
  const Policy* now = current.on_day.find(stated.id);
  for_each_dated_list(
      value, schema, [&](const std::string& name, json& list, const FieldSpec& spec) {
        const ListOf<Item> items(&member_of(stated.raw(), name));
        for (std::size_t i = 0; i < list.size(); ++i) {
          const Item item = items[i];
          const bool is_there = bool(same_item(now, name, item));
          list[i][derived_name::kInForce] = is_there;
          if (!has_terms(spec)) continue;
          move_stated(item, *spec.items, list[i]);
          const Thing thing{item, *spec.items, stated, day, timeline_of(item, stated)};
          (is_there ? add_terms : add_earlier_terms)(thing, list[i]);
        }
      });
}

}  // namespace simrules
