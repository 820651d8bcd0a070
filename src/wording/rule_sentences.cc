#include "wording/rule_sentences.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "wording/fields.h"
#include "wording/phrase_template.h"
#include "wording/sentences.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What stands in a sentence of a schema that has no templates.
constexpr const char* kFallbackRule = "{policy} · {rule}: {verdict}[ ({terms})].";

/// Returns the template that the word of a field has for a whole rule; empty where it has none.
std::string rule_template(const Phrasing& phrasing, const json& rule, const char* name) {
  const json& word = member_of(rule, name);
  return word.is_string() ? phrasing.text("rules", word.get<std::string>()) : std::string();
}

std::string quoted_name(const Phrasing& phrasing, const Rule& rule) {
  return fill_phrase(phrasing.phrase("named"),
                     [&](std::string_view, auto) { return rule_phrase(phrasing, rule); });
}

}  // namespace

std::string rule_terms(const Phrasing& phrasing,
                       const json& rule,
                       const FieldSpec& spec,
                       std::vector<std::string> left_out) {
  std::string out;
  for (const std::string& term : member_phrases(phrasing, rule, spec, left_out)) {
    if (!out.empty()) out += phrasing.phrase("term_joiner");
    out += term;
  }
  return out;
}

std::string rule_phrase(const Phrasing& phrasing, const Rule& rule) {
  const std::string name = name_of(*rule.value, phrasing.language);
  const FieldSpec* spec = rule_spec(phrasing.schema, rule.topic);
  const FieldSpec* mechanism = spec == nullptr ? nullptr : spec->member(field::kMechanism);
  const json& word = member_of(*rule.value, field::kMechanism);
  if (!name.empty()) return name;
  return mechanism == nullptr || word.is_null() ? rule.id
                                                : value_phrase(phrasing, word, *mechanism);
}

std::string changed_rule_name(const Change& change, const ChangeContext& context) {
  const Rule* rule = rule_of(change, context);
  if (rule == nullptr) return change.rule;
  return rule_phrase({context.schema, context.language, nullptr}, *rule);
}

std::string rule_sentence(const Rule& rule,
                          const Policy& policy,
                          const PolicySchema& schema,
                          std::string_view language,
                          Standpoint standpoint) {
  const Phrasing phrasing{schema, std::string(language), policy.value.get()};
  const FieldSpec* spec = rule_spec(schema, rule.topic);
  std::vector<std::string> left_out = {"id", "name", field::kVerdict};
  // A rule without a name is called by its mechanism.
  const bool is_named = !name_of(*rule.value, language).empty();
  if (!is_named) left_out.emplace_back(field::kMechanism);
  const bool is_now = standpoint == Standpoint::kNow;
  if (!is_now) left_out.emplace_back(field::kLifecycle);
  const std::string ended =
      is_now ? rule_template(phrasing, *rule.value, field::kLifecycle) : std::string();
  // What is over is told as such, and its verdict with its terms.
  if (!ended.empty()) std::erase(left_out, field::kVerdict);
  std::string form = ended.empty() ? rule_template(phrasing, *rule.value, field::kVerdict) : ended;
  if (form.empty()) form = phrasing.text("rules", "other");
  return fill_phrase(form.empty() ? kFallbackRule : form, [&](std::string_view part, auto) {
    if (part == "policy") return policy_name(policy, language);
    if (part == "rule") return is_named ? quoted_name(phrasing, rule) : rule_phrase(phrasing, rule);
    if (part == "verdict") return rule_field_text(rule, field::kVerdict, schema, language);
    return spec == nullptr ? std::string() : rule_terms(phrasing, *rule.value, *spec, left_out);
  });
}

}  // namespace simrules
