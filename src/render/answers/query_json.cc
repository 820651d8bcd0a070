#include "render/answers/query_json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/answers.h"
#include "release/contents/json_text.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of this output's shape.
constexpr int kQueryVersion = 1;

json or_list(const json& value) { return value.is_null() ? json::array() : value; }

/// Puts each source in the place of its id, so that an answer is complete by itself.
json with_sources(const json& evidence, const json& policy) {
  json list = json::array();
  for (json entry : evidence) {
    const Source source = PolicyView(&policy).find_source(Evidence(&entry).source());
    if (source) entry["source"] = source.raw();
    list.push_back(std::move(entry));
  }
  return list;
}

json kinds_with_sources(const json& kinds, const json& policy) {
  json list = json::array();
  for (json entry : kinds) {
    entry["evidence"] = with_sources(member_of(entry, "evidence"), policy);
    list.push_back(std::move(entry));
  }
  return list;
}

json sentences(const Answer& answer, const PolicySchema& schema) {
  json by_language = json::object();
  for (const std::string& language : schema.languages()) {
    by_language[language] = rule_sentence(*answer.rule, *answer.policy, schema, language);
  }
  return by_language;
}

json rule_json(const Answer& answer, const PolicySchema& schema) {
  const json& rule = answer.rule->raw();
  const json& policy = answer.policy->raw();
  return {{"policy", answer.policy->id},
          {"name", member_of(policy, "name")},
          {"topic", answer.rule->topic},
          {"rule", answer.rule->id},
          {"rule_name", member_of(rule, "name")},
          {"mechanism", member_of(rule, field::kMechanism)},
          {"verdict", member_of(rule, field::kVerdict)},
          {"lifecycle", rule.value("lifecycle", "active")},
          {"plans", member_of(rule, "plans")},
          {"except", or_list(member_of(rule, "except"))},
          {"limits", member_of(rule, "limits")},
          {"fees", member_of(rule, "fees")},
          {"recipients", member_of(rule, field::kRecipients)},
          {"confidence", to_string(answer.rule->confidence)},
          {"conditions", or_list(member_of(rule, field::kConditions))},
          {"sentence", sentences(answer, schema)},
          {"effective", member_of(rule, "effective")},
          {"since", member_of(rule, "since")},
          {"upcoming", member_of(rule, "upcoming")},
          {"evidence", with_sources(member_of(rule, "evidence"), policy)},
          {"reasons", kinds_with_sources(member_of(rule, field::kReasons), policy)},
          {"alternatives", kinds_with_sources(member_of(policy, field::kAlternatives), policy)}};
}

json answers_json(const std::vector<Answer>& answers, const PolicySchema& schema) {
  json list = json::array();
  for (const Answer& answer : answers) list.push_back(rule_json(answer, schema));
  return list;
}

json brand_json(const BrandAnswer& brand) {
  json value = answer_json(*brand.policy, brand.answer);
  value["policy"] = brand.policy->id;
  value["name"] = brand.policy->name().raw();
  value["question"] = brand.question->id();
  return value;
}

json brands_json(const std::vector<BrandAnswer>& brands) {
  json list = json::array();
  for (const BrandAnswer& brand : brands) list.push_back(brand_json(brand));
  return list;
}

}  // namespace

std::string query_as_json(const Answers& answers, const PolicySchema& schema) {
  return json_text({{"$schema", "query.schema.json"},
                    {"schema_version", kQueryVersion},
                    {"as_of", to_string(answers.day)},
                    {"questions", brands_json(answers.questions)},
                    {"answers", answers_json(answers.in_force, schema)},
                    {"possible", answers_json(answers.possible, schema)},
                    {"announced", answers_json(answers.announced, schema)},
                    {"ended", answers_json(answers.ended, schema)}});
}

}  // namespace simrules
