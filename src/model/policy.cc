#include "model/policy.h"

#include <algorithm>

#include "base/member.h"

namespace simrules {
namespace {

using nlohmann::json;

std::optional<PartialDate> date_in(const json* text) {
  return text == nullptr ? std::nullopt : parse_partial_date(text_or_empty(text));
}

template <typename View>
View find_by_id(const ListOf<View>& list, std::string_view id) {
  for (const View& each : list) {
    if (each.id() == id) return each;
  }
  return {};
}

}  // namespace

const json& Written::raw() const {
  static const json nothing;
  return value_ == nullptr ? nothing : *value_;
}

const json* Written::member(std::string_view name) const {
  return value_ == nullptr ? nullptr : find_member(*value_, name);
}

std::string_view Written::text(std::string_view name) const { return text_or_empty(member(name)); }

bool WordList::contains(std::string_view word) const {
  return std::find(begin(), end(), word) != end();
}

std::string_view Text::in(std::string_view language) const {
  const std::string_view local = text(language);
  return local.empty() ? text("en") : local;
}

std::optional<PartialDate> Dates::announced() const { return date_in(member("announced")); }
std::optional<PartialDate> Dates::from() const { return date_in(member("from")); }
std::optional<PartialDate> Dates::until() const { return date_in(member("until")); }
std::optional<PartialDate> Dates::new_signups_until() const {
  return date_in(member("new_signups_until"));
}

std::vector<NamedDate> Dates::all() const {
  std::vector<NamedDate> dates;
  if (!raw().is_object()) return dates;
  for (const auto& [name, value] : raw().get_ref<const json::object_t&>()) {
    if (const auto date = date_in(&value)) dates.push_back({name, *date});
  }
  return dates;
}

std::optional<PartialDate> Item::since() const { return date_in(member("since")); }
std::optional<PartialDate> Item::seen() const { return date_in(member("seen")); }

std::optional<PartialDate> EarlierTerms::until() const { return date_in(member("until")); }
std::optional<PartialDate> EarlierTerms::announced() const { return date_in(member("announced")); }

bool Item::names_plans() const {
  const json* plans = member("plans");
  return plans != nullptr && plans->is_array();
}

Source PolicyView::find_source(std::string_view id) const { return find_by_id(sources(), id); }

Zone PolicyView::find_zone(std::string_view id) const { return find_by_id(zones(), id); }

Plan PolicyView::find_plan(std::string_view id) const { return find_by_id(plans(), id); }

Retired PolicyView::find_retired(std::string_view topic, std::string_view rule) const {
  return retired().empty() ? Retired() : find_by_id(retired(), local_name(topic, rule));
}

bool PolicyView::serves(std::string_view country) const {
  constexpr std::string_view kWorldwide = "worldwide";
  const Written stated(member("serves"));
  if (!stated) return countries().contains(country);
  return stated.raw() == kWorldwide || WordList(&stated.raw()).contains(country);
}

std::vector<std::string_view> covered_plans(const Item& item, const PolicyView& policy) {
  std::vector<std::string_view> plans;
  if (item.names_plans()) {
    for (const std::string_view plan : item.plans()) plans.push_back(plan);
  } else {
    for (const Plan& plan : policy.plans()) plans.push_back(plan.id());
  }
  const WordList except = item.except();
  std::erase_if(plans, [&](std::string_view plan) { return except.contains(plan); });
  std::sort(plans.begin(), plans.end());
  plans.erase(std::unique(plans.begin(), plans.end()), plans.end());
  return plans;
}

Source newest_reading(const ListOf<Evidence>& evidence, const PolicyView& policy) {
  Source newest;
  for (const Evidence& each : evidence) {
    const Source source = policy.find_source(each.source());
    if (source && (!newest || newest.accessed() < source.accessed())) newest = source;
  }
  return newest;
}

std::string_view newest_day_read(const PolicyView& policy) {
  std::string_view newest;
  for (const Source& source : policy.sources()) newest = std::max(newest, source.accessed());
  return newest;
}

std::string_view newest_revision(const PolicyView& policy) {
  std::string_view newest = policy.revision().date();
  for (const json& list : policy.raw()) {
    for (const Item& item : ListOf<Item>(&list)) newest = std::max(newest, item.revision().date());
  }
  return newest;
}

std::string_view newest_day_stated(const PolicyView& policy) {
  return std::max(newest_day_read(policy), newest_revision(policy));
}

}  // namespace simrules
