#include "model/time/state.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/time/members.h"
#include "model/time/terms.h"
#include "model/time/timeline.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The ids of plans and zones that are not there on the day, by section.
using GoneIds = std::map<std::string, std::set<std::string, std::less<>>>;

bool is_made_known(const std::optional<PartialDate>& announced, const StateView& view) {
  return announced && view.announced_after && is_before(*view.announced_after, *announced) &&
         !is_before(view.day, *announced);
}

bool has_begun(const Dates& dates, const StateView& view) {
  const auto from = dates.from();
  return !from || !is_before(view.day, view.otherwise ? last_day(*from) : first_day(*from));
}

bool is_over(const Dates& dates, const StateView& view) {
  const auto until = dates.until();
  return until && is_before(view.otherwise ? first_day(*until) : last_day(*until), view.day);
}

/// Takes out what ended by itself: an object whose absence says that there is none.
void end_members(const FieldSpec& spec, json& value, const PartialDate& day) {
  if (value.is_array() && spec.items != nullptr) {
    for (json& item : value) end_members(*spec.items, item, day);
    return;
  }
  if (!value.is_object()) return;
  for (auto found = value.begin(); found != value.end();) {
    const FieldSpec* member = found->is_structured() ? spec.member(found.key()) : nullptr;
    const bool may_end = member != nullptr && member->absent && member->absent->is_null();
    if (may_end && is_over(Dates(&*found), {day})) {
      found = value.erase(found);
      continue;
    }
    if (member != nullptr) end_members(*member, *found, day);
    ++found;
  }
}

/// What is within its dates has not ended, and was open as long as newcomers got it.
void settle_lifecycle(const Item& item, const PartialDate& day, json& value) {
  const Dates dates = item.effective();
  const auto open_until = dates.new_signups_until();
  const bool was_open = open_until && !is_before(last_day(*open_until), day);
  if (was_open || (item.has_ended() && dates.until())) value.erase(member_name::kLifecycle);
}

/// The item of a section, with what is needed to tell its state.
struct Section {
  const FieldSpec& spec;
  const PolicyView& policy;
  const StateView& view;

  /// Tells whether the schema parts the dates of terms from those of the thing.
  bool dates_terms() const { return spec.member(member_name::kSince) != nullptr; }
};

/// Returns the terms that hold on the day, those of a thing whose terms are not known else.
json terms_on(const Section& section, const Item& item) {
  const StateView& view = section.view;
  if (!section.dates_terms()) return whole_terms(item, section.spec);
  const std::vector<TermsTime> times = timeline_of(item, section.policy);
  const auto at = terms_at(times, view);
  if (!at) return bare_thing(item, section.spec);
  json terms = whole_terms(item, section.spec, *at);
  // The end of the terms before says it, too.
  if (times[*at].since) terms[member_name::kSince] = to_string(*times[*at].since);
  return terms;
}

void pause(const Section& section, const Item& item, json& value) {
  const Dates pause = pause_at(item, section.view);
  if (!pause) return;
  value = bare_thing(item, section.spec);
  value[member_name::kVerdict] = member_name::kNotOffered;
  value[member_name::kEvidence] = member_of(pause.raw(), member_name::kEvidence);
}

/// Returns what an item is like on the day; nothing where it does not exist.
std::optional<json> item_on(Section section, const Item& item) {
  const Dates dates = item.effective();
  StateView view = section.view;
  if (!has_begun(dates, view)) {
    if (!is_made_known(dates.announced(), view)) return std::nullopt;
    view.day = first_day(*dates.from());
  }
  if (is_over(dates, view)) return std::nullopt;
  const Section then{section.spec, section.policy, view};
  json value = terms_on(then, item);
  pause(then, item, value);
  settle_lifecycle(item, view.day, value);
  end_members(section.spec, value, view.day);
  return value;
}

json section_on(const Section& section, const json& list) {
  json items = json::array();
  for (const Item& item : ListOf<Item>(&list)) {
    if (auto value = item_on(section, item)) items.push_back(std::move(*value));
  }
  return items;
}

std::set<std::string, std::less<>> ids_of(const json& list, const std::string& key) {
  std::set<std::string, std::less<>> ids;
  for (const json& item : list) ids.emplace(text_at(item, key));
  return ids;
}

/// Takes out what refers to something that is not there, and tells whether nothing is left that the
/// value is for.
bool drop_references(const FieldSpec& spec, json& value, const GoneIds& gone) {
  if (const auto ids = gone.find(spec.refers); ids != gone.end()) {
    const auto is_gone = [&](const json& id) { return ids->second.contains(text_or_empty(&id)); };
    if (!value.is_array()) return is_gone(value);
    std::erase_if(value.get_ref<json::array_t&>(), is_gone);
    return value.empty();
  }
  if (value.is_array() && spec.items != nullptr) {
    std::erase_if(value.get_ref<json::array_t&>(),
                  [&](json& item) { return drop_references(*spec.items, item, gone); });
  }
  if (!value.is_object()) return false;
  for (const auto& [name, member] : spec.properties) {
    const auto found = value.find(name);
    if (found == value.end() || !drop_references(*member, *found, gone)) continue;
    // An exception of nothing is none; what is for no plan and no zone is for nobody.
    if (!member->absent) return true;
    value.erase(found);
  }
  return false;
}

/// Bounds what rules say by the plans and zones that there are.
void bound_rules(const PolicySchema& schema, const json& before, json& now) {
  GoneIds gone;
  for (const auto& [name, spec] : schema.root().properties) {
    if (!spec->is_keyed_list() || !now.contains(name)) continue;
    const auto there = ids_of(now[name], spec->key);
    for (const std::string& id : ids_of(before.at(name), spec->key)) {
      if (!there.contains(id)) gone[name].insert(id);
    }
  }
  if (gone.empty()) return;
  for (const std::string& topic : schema.topics()) {
    if (!now.contains(topic)) continue;
    const FieldSpec& rules = *schema.root().member(topic)->items;
    std::erase_if(now[topic].get_ref<json::array_t&>(),
                  [&](json& rule) { return drop_references(rules, rule, gone); });
  }
}

Policy policy_on(const Policy& policy, const PolicySchema& schema, const StateView& view) {
  json value = json::object();
  for (const auto& [name, member] : policy.raw().items()) {
    const FieldSpec* spec = schema.root().member(name);
    value[name] = spec != nullptr && is_dated(*spec)
                      ? section_on({*spec->items, policy, view}, member)
                      : member;
  }
  settle_lifecycle(Item(&policy.raw()), view.day, value);
  bound_rules(schema, policy.raw(), value);
  return make_policy(std::move(value), policy.path, policy.sha256, schema.topics());
}

}  // namespace

std::optional<std::size_t> terms_at(const std::vector<TermsTime>& times, const StateView& view) {
  for (std::size_t i = 0; i < times.size(); ++i) {
    const auto& begin = view.otherwise ? times[i].or_begins : times[i].begins;
    const bool has_begin = begin && !is_before(view.day, *begin);
    if (!has_begin && !is_made_known(times[i].announced, view)) continue;
    const bool is_past = times[i].ends && is_before(*times[i].ends, view.day);
    return is_past ? std::nullopt : std::optional(i);
  }
  return std::nullopt;
}

Dates pause_at(const Item& item, const StateView& view) {
  for (const Dates& pause : item.suspended()) {
    if (has_begun(pause, view) && !is_over(pause, view)) return pause;
  }
  return Dates();
}

Catalog state_on(const Catalog& catalog, const PolicySchema& schema, const StateView& view) {
  std::vector<Policy> policies;
  for (const Policy& policy : catalog.policies()) {
    const Dates dates = Item(&policy.raw()).effective();
    if (!has_begun(dates, view) || is_over(dates, view)) continue;
    policies.push_back(policy_on(policy, schema, view));
  }
  return Catalog(std::move(policies));
}

}  // namespace simrules
