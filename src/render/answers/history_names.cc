#include "render/answers/history_names.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/field_phrases.h"
#include "wording/fields.h"
#include "wording/phrase_template.h"
#include "wording/phrases.h"
#include "wording/rule_sentences.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kEffective = "effective";

/// Returns a change at the place of a date, for the words that places have in changes.
Change change_at(const DatedEvent& event, std::string pointer) {
  Change change;
  change.policy = event.item.policy;
  change.topic = event.item.topic;
  change.pointer = std::move(pointer);
  return change;
}

std::string item_pointer(const DatedEvent& event) {
  return pointer_join(pointer_join("", event.item.topic), event.item.id);
}

ChangeContext context_of(const DatedEvent& event,
                         const DataState& state,
                         std::string_view language) {
  return {event.head, event.head, *state.words, std::string(language)};
}

/// Calls a date by its noun in the dates of an item, whatever it is in.
std::string date_noun(const DatedEvent& event, const DataState& state, std::string_view language) {
  const FieldSpec* items = find_field(state.words->root(), item_pointer(event));
  const FieldSpec* dates = items == nullptr ? nullptr : items->member(kEffective);
  const FieldSpec* date = dates == nullptr ? nullptr : dates->member(event.event);
  return date == nullptr ? event.event : inner_label(*date, language);
}

}  // namespace

std::string id_text(const RuleName& name) {
  return name.id.empty() ? name.policy : fmt::format("{}#{}/{}", name.policy, name.topic, name.id);
}

const Policy* newest_policy(const History& history, const DataStates& states) {
  const RuleName& name = history.name;
  for (auto state = states.rbegin(); state != states.rend(); ++state) {
    const Policy* policy = state->catalog.find(name.policy);
    if (policy == nullptr) continue;
    if (name.id.empty() || find_rule(*policy, name.topic, name.id) != nullptr) return policy;
  }
  return nullptr;
}

const json& item_of(const DatedEvent& event, const DataState& state) {
  static const json nothing;
  const Policy* policy = state.catalog.find(event.item.policy);
  const json* item = policy == nullptr
                         ? nullptr
                         : value_at(*policy->value, state.words->root(), item_pointer(event));
  return item == nullptr ? nothing : *item;
}

std::vector<SourceLink> sources_of(const DatedEvent& event, const DataState& state) {
  const ChangeContext context = context_of(event, state, "en");
  std::vector<SourceLink> links;
  for (const json& entry : member_of(item_of(event, state), "evidence")) {
    const json& source = member_of(entry, "source");
    if (!source.is_string()) continue;
    const auto id = source.get<std::string>();
    const bool is_known = std::any_of(
        links.begin(), links.end(), [&](const SourceLink& link) { return link.id == id; });
    if (!is_known) links.push_back({id, source_url(change_at(event, ""), id, context)});
  }
  return links;
}

std::string event_phrase(const DatedEvent& event,
                         const DataState& state,
                         std::string_view language) {
  const std::string noun = date_noun(event, state, language);
  const std::string around = pointer_parent(event.pointer);
  if (around == pointer_join(item_pointer(event), kEffective)) return noun;
  const ChangeContext context = context_of(event, state, language);
  Change change = change_at(event, around);
  // What a rule holds is named without the rule.
  change.rule = event.item.id;
  const std::string outer = changed_field_phrase(change, context);
  const Phrasing phrasing = phrasing_of(change, context, context.head);
  return fill_phrase(phrasing.phrase("of"),
                     [&](std::string_view part, auto) { return part == "outer" ? outer : noun; });
}

std::string item_phrase(const DatedEvent& event,
                        const DataState& state,
                        std::string_view language) {
  const ChangeContext context = context_of(event, state, language);
  const Policy* policy = event.head.find(event.item.policy);
  const Rule* rule =
      policy == nullptr ? nullptr : find_rule(*policy, event.item.topic, event.item.id);
  const std::string name =
      rule != nullptr ? rule_phrase({*state.words, context.language, nullptr}, *rule)
                      : changed_field_phrase(change_at(event, item_pointer(event)), context);
  return name == event.item.id ? name : fmt::format("{} ({})", name, event.item.id);
}

}  // namespace simrules
