#include "render/answers/query_json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/json_text.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of this output's shape.
constexpr int kSchemaVersion = 1;

json or_list(const json& value) { return value.is_null() ? json::array() : value; }

/// Puts each source in the place of its id, so that an answer is complete by itself.
json with_sources(const json& evidence, const json& policy) {
  json list = json::array();
  for (json entry : evidence) {
    for (const json& source : member_of(policy, "sources")) {
      if (member_of(source, "id") == member_of(entry, "source")) {
        entry["source"] = source;
        break;
      }
    }
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

json answer_json(const Answer& answer, const PolicySchema& schema) {
  const json& rule = answer.rule->raw();
  const json& policy = answer.policy->raw();
  return {{"policy", answer.policy->id},
          {"name", member_of(policy, "name")},
          {"topic", answer.rule->topic},
          {"rule", answer.rule->id},
          {"rule_name", member_of(rule, "name")},
          {"mechanism", member_of(rule, field::kMechanism)},
          {"verdict", member_of(rule, field::kVerdict)},
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
  for (const Answer& answer : answers) list.push_back(answer_json(answer, schema));
  return list;
}

}  // namespace

std::string query_as_json(const Answers& answers, const PolicySchema& schema) {
  return json_text({{"schema_version", kSchemaVersion},
                    {"as_of", to_string(answers.day)},
                    {"answers", answers_json(answers.in_force, schema)},
                    {"possible", answers_json(answers.possible, schema)},
                    {"announced", answers_json(answers.announced, schema)},
                    {"ended", answers_json(answers.ended, schema)}});
}

}  // namespace simrules
