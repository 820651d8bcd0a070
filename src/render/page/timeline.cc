#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/date.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The picture in units of its own: the axis has a margin on both sides for the dots.
constexpr int kWidth = 640;
constexpr int kMargin = 12;
constexpr int kAxis = 16;

/// A picture of one day says nothing.
constexpr std::size_t kFewest = 2;

/// A day on which something of a policy began or ended.
struct Event {
  PartialDate date;
  std::string what;
  std::string name_html;
  std::string name;
  bool is_ahead = false;
};

/// What the dates of one thing are told with.
struct Thing {
  std::string name;
  std::string name_html;
  const FieldSpec* spec = nullptr;
};

class Collector {
 public:
  explicit Collector(const PageView& view)
      : view_(view), today_(parse_date(view.content.released).value_or(PartialDate{})) {}

  void add(const Item& item, const Thing& thing) {
    const FieldSpec* dates = thing.spec->member("effective");
    for (const NamedDate& dated : item.effective().all()) {
      const FieldSpec* member = dates == nullptr ? nullptr : dates->member(dated.name);
      add(dated.date, member == nullptr ? "" : member->label(view_.language()), thing);
    }
    if (const auto since = item.since()) add(*since, view_.message("terms_changed"), thing);
    for (const EarlierTerms& earlier : item.previously()) {
      if (const auto since = earlier.since()) add(*since, view_.message("terms_changed"), thing);
    }
  }

  std::vector<Event> sorted() {
    std::ranges::stable_sort(events_, [](const Event& a, const Event& b) {
      const auto key = [](const Event& event) {
        return std::tuple(event.date.year, event.date.month, event.date.day);
      };
      return key(a) < key(b);
    });
    return events_;
  }

 private:
  void add(const PartialDate& date, const std::string& what, const Thing& thing) {
    events_.push_back(
        {date, what, thing.name_html, thing.name, days_between(today_, first_day(date)) > 0});
  }

  const PageView& view_;
  PartialDate today_;
  std::vector<Event> events_;
};

std::vector<Event> events_of(const ShownPolicy& policy, const PageView& view) {
  Collector collector(view);
  const Policy& stated = *policy.stated;
  for (const Rule& rule : stated.rules) {
    const FieldSpec* spec = rule_spec(view.schema.root(), rule.topic);
    if (spec == nullptr) continue;
    const std::string name = rule_phrase(view.phrasing(stated), rule);
    collector.add(rule,
                  {name,
                   fmt::format("<a href=\"#{}\">{}</a>",
                               html_escaped(anchor_of(rule, stated)),
                               rule.name() ? html_of(rule.name(), view.words)
                                           : html_phrase(name, view.words)),
                   spec});
  }
  const FieldSpec* plan_spec = rule_spec(view.schema.root(), kPlanList);
  for (const Plan& plan : stated.plans()) {
    if (plan_spec == nullptr) break;
    const std::string name(plan.name() ? plan.name().in(view.language()) : plan.id());
    collector.add(plan,
                  {name,
                   plan.name() ? html_of(plan.name(), view.words) : html_escaped(plan.id()),
                   plan_spec});
  }
  return collector.sorted();
}

/// Returns where a day stands on the axis between the first and the last one.
int place_of(const PartialDate& date, const PartialDate& first, int days) {
  const int at = days_between(first, first_day(date));
  return days == 0 ? kWidth / 2 : kMargin + (kWidth - 2 * kMargin) * at / days;
}

/// Lists the years of the axis, as many as there is room for.
json years_of(const PartialDate& first, const PartialDate& last, int days) {
  constexpr int kMostYears = 8;
  const int step = (last.year - first.year) / kMostYears + 1;
  json years = json::array();
  for (int year = first.year + 1; year <= last.year; year += step)
    years.push_back({{"x", place_of({year, 1, 1}, first, days)}, {"year", year}});
  return years;
}

}  // namespace

json timeline_part(const ShownPolicy& policy, const PageView& view) {
  const std::vector<Event> events = events_of(policy, view);
  json list = json::array();
  if (events.empty()) return {{"has", false}};
  const PartialDate first = first_day(events.front().date);
  const PartialDate last = first_day(events.back().date);
  const int days = days_between(first, last);
  const Phrasing phrasing = view.phrasing(*policy.stated);
  for (const Event& event : events) {
    const std::string date = to_string(event.date);
    list.push_back({{"date", date},
                    {"day", date_phrase(phrasing, date)},
                    {"what", event.what},
                    {"name", event.name},
                    {"name_html", event.name_html},
                    {"class", event.is_ahead ? "ahead" : "been"},
                    {"x", place_of(event.date, first, days)}});
  }
  return {{"has", true},
          {"is_drawn", events.size() >= kFewest && days > 0},
          {"width", kWidth},
          {"axis", kAxis},
          {"axis_end", kWidth - kMargin},
          {"axis_start", kMargin},
          {"years", years_of(first, last, days)},
          {"title",
           fill_message(view.words,
                        "page",
                        "timeline_of",
                        {{"brand", policy.shown->name().in(view.language())}})},
          {"events", std::move(list)}};
}

}  // namespace simrules
