#include "model/query.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

bool is_in_country(const json& policy, const std::string& country) {
  const json countries = policy.value("countries", json::array());
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

bool holds_on(const json& rule, const PartialDate& day) {
  const json effective = rule.value("effective", json::object());
  const auto from = parse_partial_date(effective.value("from", ""));
  const auto until = parse_partial_date(effective.value("until", ""));
  return !(from && compare_at_shared_precision(*from, day) > 0) &&
         !(until && compare_at_shared_precision(*until, day) < 0);
}

bool answers(const Policy& policy, const Rule& rule, const Query& question) {
  return (question.topic.empty() || rule.topic == question.topic) &&
         (question.mechanism.empty() || rule.value->value("mechanism", "") == question.mechanism) &&
         (question.country.empty() || is_in_country(*policy.value, question.country)) &&
         (question.policy.empty() || policy.id == question.policy) &&
         (!question.as_of || holds_on(*rule.value, *question.as_of));
}

}  // namespace

std::vector<Answer> query(const Catalog& catalog, const Query& question) {
  std::vector<Answer> found;
  for (const Policy& policy : catalog.policies()) {
    for (const Rule& rule : policy.rules) {
      if (answers(policy, rule, question)) found.push_back({&policy, &rule});
    }
  }
  return found;
}

}  // namespace simrules
