#include "render/answers/history_names.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "model/time/members.h"
#include "wording/place.h"
#include "wording/rule.h"
#include "wording/template.h"

namespace simrules {
namespace {

ChangeContext context_of(const DataState& state, std::string_view language) {
  return {state.catalog, state.catalog, *state.words, std::string(language)};
}

/// Calls a date by its noun in the dates of an item or of its terms, whatever it is in.
std::string date_noun(const DatedEvent& event, const DataState& state, std::string_view language) {
  const FieldSpec* dates = rule_field(*state.words, event.item.topic, member_name::kEffective);
  const FieldSpec* date = dates == nullptr ? nullptr : dates->member(event.event);
  if (date == nullptr) date = rule_field(*state.words, event.item.topic, event.event);
  return date == nullptr ? event.event : inner_label(*date, language);
}

/// Tells whether a date is one of an item itself, or of its terms.
bool is_own_date(const Address& around, const std::string& item) {
  return around.pointer == item || around.pointer == pointer_join(item, member_name::kEffective) ||
         around.pointer.starts_with(pointer_join(item, member_name::kPreviously));
}

Item item_in(const Catalog& catalog, const DatedEvent& event, const DataState& state) {
  const Policy* policy = catalog.find(event.item.policy);
  if (policy == nullptr) return {};
  const std::string pointer = address_of(event.item, DiffSide::kHead).pointer;
  return Item(value_at(policy->raw(), state.words->root(), pointer));
}

}  // namespace

const Policy* newest_policy(const History& history, const DataStates& states) {
  const RuleName& name = history.name;
  for (auto state = states.rbegin(); state != states.rend(); ++state) {
    const Policy* policy = state->catalog.find(name.policy);
    if (policy == nullptr) continue;
    if (name.is_policy() || find_rule(*policy, name.topic, name.id) != nullptr) return policy;
  }
  return nullptr;
}

Item item_of(const DatedEvent& event, const DataState& state) {
  return item_in(state.catalog, event, state);
}

std::vector<SourceLink> sources_of(const DatedEvent& event, const DataState& state) {
  const ChangeContext context = context_of(state, "en");
  std::vector<SourceLink> links;
  // Terms of the past have evidence of their own.
  ListOf<Evidence> evidence = item_in(event.head, event, state).evidence();
  if (evidence.empty()) evidence = item_of(event, state).evidence();
  for (const Evidence& entry : evidence) {
    const std::string id(entry.source());
    const bool is_known = std::ranges::find(links, id, &SourceLink::id) != links.end();
    if (!is_known) links.push_back(source_link(event.item.policy, id, context));
  }
  return links;
}

std::string event_phrase(const DatedEvent& event,
                         const DataState& state,
                         std::string_view language) {
  std::string noun = date_noun(event, state, language);
  const Address around{event.item.policy, pointer_parent(event.place.pointer)};
  const Address item = address_of(event.item, DiffSide::kHead);
  if (is_own_date(around, item.pointer)) return noun;
  const ChangeContext context = context_of(state, language);
  const std::string outer = inner_field_phrase(around, context);
  return fill_template(phrasing_of(item, context).phrase("of"),
                       [&](std::string_view part, auto) { return part == "outer" ? outer : noun; });
}

std::string item_name(const DatedEvent& event, const DataState& state, std::string_view language) {
  const ChangeContext context = context_of(state, language);
  const Policy* policy = state.catalog.find(event.item.policy);
  const Rule* rule =
      policy == nullptr ? nullptr : find_rule(*policy, event.item.topic, event.item.id);
  const std::string name = rule != nullptr
                               ? rule_phrase({*state.words, context.language}, *rule)
                               : field_phrase(address_of(event.item, DiffSide::kHead), context);
  return name == event.item.id ? name : fmt::format("{} ({})", name, event.item.id);
}

}  // namespace simrules
