#include "model/policy.h"

#include <algorithm>

#include "base/member.h"
#include "schema/codes.h"

namespace simrules {
namespace {

using nlohmann::json;

template <typename View>
View find_by_id(const ListOf<View>& list, std::string_view id) {
  for (const View& each : list) {
    if (each.id() == id) return each;
  }
  return {};
}

}  // namespace

std::optional<PartialDate> Item::since() const { return date("since"); }
std::optional<PartialDate> Item::seen() const { return date("seen"); }

std::optional<PartialDate> EarlierTerms::until() const { return date("until"); }
std::optional<PartialDate> EarlierTerms::announced() const { return date("announced"); }

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

Served PolicyView::served() const {
  constexpr std::string_view kWorldwide = "worldwide";
  const Written stated(member("serves"));
  if (!stated) return {false, countries()};
  return {stated.raw() == kWorldwide, WordList(&stated.raw())};
}

bool PolicyView::serves(std::string_view country) const {
  const Served places = served();
  return places.worldwide || places.countries.contains(country);
}

std::optional<std::int64_t> PolicyView::rank() const {
  const json* rank = member("rank");
  if (rank == nullptr || !rank->is_number_integer()) return std::nullopt;
  return rank->get<std::int64_t>();
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

std::optional<std::vector<std::string_view>> countries_of(const Zone& zone,
                                                          const PolicyView& policy) {
  using Countries = std::vector<std::string_view>;
  if (zone.is_listed()) return Countries(zone.countries().begin(), zone.countries().end());
  if (zone.all_except().empty()) return std::nullopt;
  static const std::vector<std::string> kAll = country_codes();
  Countries rest(kAll.begin(), kAll.end());
  const auto leave_out = [&](const WordList& countries) {
    std::erase_if(rest, [&](std::string_view each) { return countries.contains(each); });
  };
  leave_out(policy.countries());
  for (const std::string_view id : zone.all_except()) {
    const Zone other = policy.find_zone(id);
    // A zone that is not there on the day leaves nothing out.
    if (other && !other.is_listed()) return std::nullopt;
    leave_out(other.countries());
  }
  return rest;
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
