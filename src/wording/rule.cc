#include "wording/rule.h"

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "model/policy.h"
#include "wording/template.h"
#include "wording/value.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What stands in a sentence of a schema that has no templates.
constexpr const char* kFallbackRule = "{policy} · {rule}: {verdict}[ ({terms})].";

/// Returns the template that a word of a rule has for the whole rule; empty where it has none.
std::string rule_template(const Phrasing& phrasing, std::string_view word) {
  return word.empty() ? std::string() : phrasing.text("rules", std::string(word));
}

std::string quoted_name(const Phrasing& phrasing, const Rule& rule) {
  return fill_template(phrasing.phrase("named"),
                       [&](std::string_view, auto) { return rule_phrase(phrasing, rule); });
}

}  // namespace

std::string policy_name(const Policy& policy, std::string_view language) {
  const std::string_view name = policy.name().in(language);
  return name.empty() ? policy.id : std::string(name);
}

const FieldSpec* rule_field(const PolicySchema& schema,
                            std::string_view topic,
                            std::string_view field) {
  const FieldSpec* rule = rule_spec(schema.root(), topic);
  return rule == nullptr ? nullptr : rule->member(field);
}

std::string rule_field_phrase(const Phrasing& phrasing, const Rule& rule, std::string_view field) {
  const FieldSpec* spec = rule_field(phrasing.schema, rule.topic, field);
  const json& value = member_of(rule.raw(), field);
  return spec == nullptr || value.is_null() ? "" : value_phrase(phrasing, value, *spec);
}

std::string rule_phrase(const Phrasing& phrasing, const Rule& rule) {
  const std::string_view name = rule.name().in(phrasing.language);
  if (!name.empty()) return std::string(name);
  const std::string mechanism = rule_field_phrase(phrasing, rule, field::kMechanism);
  return mechanism.empty() ? rule.id : mechanism;
}

std::string rule_word(const Rule& rule,
                      std::string_view field,
                      const PolicySchema& schema,
                      std::string_view language) {
  return field_word(rule.raw(), field, rule_spec(schema.root(), rule.topic), language);
}

std::string rule_terms(const Phrasing& phrasing,
                       const json& rule,
                       const FieldSpec& spec,
                       const std::vector<std::string>& left_out) {
  std::string out;
  for (const std::string& term : member_phrases(phrasing, rule, spec, left_out)) {
    if (!out.empty()) out += phrasing.phrase("term_joiner");
    out += term;
  }
  return out;
}

std::string rule_sentence(const Rule& rule,
                          const Policy& policy,
                          const PolicySchema& schema,
                          std::string_view language) {
  const Phrasing phrasing{schema, std::string(language), &policy.raw()};
  const FieldSpec* spec = rule_spec(schema.root(), rule.topic);
  std::vector<std::string> left_out = {"id", "name", field::kVerdict};
  // A rule without a name is called by its mechanism.
  const bool is_named = !rule.name().in(language).empty();
  if (!is_named) left_out.emplace_back(field::kMechanism);
  const std::string ended = rule_template(phrasing, rule.lifecycle());
  // What is over is told as such, and its verdict with its terms.
  if (!ended.empty()) std::erase(left_out, field::kVerdict);
  std::string form = ended.empty() ? rule_template(phrasing, rule.verdict()) : ended;
  if (form.empty()) form = phrasing.text("rules", "other");
  return fill_template(form.empty() ? kFallbackRule : form, [&](std::string_view part, auto) {
    if (part == "policy") return policy_name(policy, language);
    if (part == "rule") return is_named ? quoted_name(phrasing, rule) : rule_phrase(phrasing, rule);
    if (part == "verdict") return rule_word(rule, field::kVerdict, schema, language);
    return spec == nullptr ? std::string() : rule_terms(phrasing, rule.raw(), *spec, left_out);
  });
}

std::string rule_short(const Rule& rule,
                       const Policy& policy,
                       const PolicySchema& schema,
                       std::string_view language) {
  const Phrasing phrasing{schema, std::string(language), &policy.raw()};
  const FieldSpec* spec = rule_spec(schema.root(), rule.topic);
  std::string out = rule_word(rule, field::kVerdict, schema, language);
  if (spec == nullptr || rule.verdict() == field::kUnknown) return out;
  const std::string& colon = schema.language(language).message("report", "colon");
  std::string joiner = colon;
  for (const std::string& name : spec->brief) {
    const FieldSpec* member = spec->member(name);
    const json& value = member_of(rule.raw(), name);
    // That a rule is for all goes without saying.
    const bool is_told = member != nullptr && !value.is_null() && !member->is_unknown(value) &&
                         (member->most.empty() || value != member->most);
    const std::string term = is_told ? value_phrase(phrasing, value, *member) : std::string();
    if (term.empty()) continue;
    const std::string longer = out + joiner + term;
    if (display_width(longer) > kShortWidth) continue;
    out = longer;
    joiner = phrasing.phrase("parts");
  }
  return out;
}

}  // namespace simrules
