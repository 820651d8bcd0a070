#include "wording/effect.h"

#include <algorithm>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "wording/change.h"
#include "wording/template.h"
#include "wording/value.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What stands in a sentence of a schema that has no templates.
constexpr const char* kFallbackEffect = "{subject}[ ({subscriber})]: {statements}.";

/// Finds the field of a rule that has a scope.
const FieldSpec* scope_field(const FieldSpec& policy, std::string_view topic, Scope scope) {
  const FieldSpec* section = policy.member(topic);
  if (section == nullptr || section->items == nullptr) return nullptr;
  for (const auto& [name, field] : section->items->properties) {
    if (field->scope == scope) return field.get();
  }
  return nullptr;
}

/// Names one value of a scope as the field that it stands in does: a plan or a zone by its name.
std::string scope_phrase(const Effect& effect,
                         Scope scope,
                         const std::string& value,
                         const Phrasing& phrasing) {
  const FieldSpec* field = scope_field(phrasing.schema.root(), effect.topic, scope);
  if (field == nullptr) return value;
  const bool is_list = field->items != nullptr;
  return value_phrase(phrasing, is_list ? json::array({value}) : json(value), *field);
}

/// Names a place: a country, a zone of the policy, or a word of where.
std::string place_phrase(const Effect& effect, const std::string& place, const Phrasing& phrasing) {
  const FieldSpec* countries = phrasing.schema.root().member("countries");
  const bool is_country = place.size() == 2 && place[0] >= 'A' && place[0] <= 'Z';
  if (is_country && countries != nullptr && countries->items != nullptr)
    return value_phrase(phrasing, place, *countries->items);
  const FieldSpec* where = scope_field(phrasing.schema.root(), effect.topic, Scope::kPlace);
  const bool is_word =
      where != nullptr && std::ranges::find(where->words, place) != where->words.end();
  return scope_phrase(effect, is_word ? Scope::kPlace : Scope::kZones, place, phrasing);
}

/// Names what tells the first subscriber apart, a part for each axis.
std::vector<std::string> subscriber_parts(const Effect& effect, const Phrasing& phrasing) {
  std::vector<std::string> parts;
  const auto other = [&](const char* use, const std::string& value, std::string named) {
    parts.push_back(value == kAnyOther ? phrasing.phrase(use) : std::move(named));
  };
  for (const std::string& plan : effect.first.plans)
    other("other_plan", plan, scope_phrase(effect, Scope::kPlans, plan, phrasing));
  for (const std::string& place : effect.first.places)
    other("elsewhere", place, place_phrase(effect, place, phrasing));
  for (const std::string& service : effect.first.services)
    other("other_service", service, scope_phrase(effect, Scope::kServices, service, phrasing));
  return parts;
}

std::string joined(const std::vector<std::string>& parts, const std::string& joiner) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : joiner) + part;
  return out;
}

Phrasing phrasing_of(const Effect& effect, const ChangeContext& context) {
  return phrasing_of(Address{effect.policy, "", DiffSide::kHead}, context);
}

}  // namespace

std::string subscriber_phrase(const Effect& effect, const ChangeContext& context) {
  // A plan or a zone that a sentence is about names itself.
  if (effect.rule.empty()) return "";
  const Phrasing phrasing = phrasing_of(effect, context);
  return joined(subscriber_parts(effect, phrasing), phrasing.phrase("comma"));
}

std::string effect_sentence(const Effect& effect, const ChangeContext& context) {
  const Phrasing phrasing = phrasing_of(effect, context);
  std::vector<std::string> statements;
  for (const Change& term : effect.terms) statements.push_back(change_statement(term, context));
  const std::map<std::string, std::string, std::less<>> parts = {
      {"subject", change_subject(effect.terms.front(), context)},
      {"subscriber", subscriber_phrase(effect, context)},
      {"statements", joined(statements, phrasing.phrase("term_joiner"))}};
  const std::string frame = phrasing.phrase("effect");
  return fill_template(frame.empty() ? kFallbackEffect : frame, [&](std::string_view name, auto) {
    const auto found = parts.find(name);
    return found == parts.end() ? std::string() : found->second;
  });
}

}  // namespace simrules
