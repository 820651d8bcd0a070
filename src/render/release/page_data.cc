#include "render/release/page_data.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/codes.h"
#include "wording/fields.h"
#include "wording/ui_words.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kLanguage = "en";

/// The folder of sellers without a home country.
constexpr std::string_view kGlobal = "global";

/// A name in English with the Japanese one beside it where that is another.
json name_data(const json& named, const std::string& fallback) {
  const std::string english = name_of(named, kLanguage);
  const json& names = member_of(named, "name");
  const json& japanese = member_of(names, "ja");
  const std::string name = english.empty() ? fallback : english;
  const bool has_japanese = japanese.is_string() && japanese != name;
  return {{"name", name}, {"has_ja", has_japanese}, {"ja", has_japanese ? japanese : json("")}};
}

json evidence_data(const EvidenceLine& line) {
  const bool is_link = line.url.starts_with("https://");
  return {{"stance", line.stance},
          {"publisher", line.shown_name()},
          {"tier", line.tier},
          {"claim", line.claim},
          {"link", is_link},
          {"url", is_link ? line.url : ""},
          {"accessed", line.accessed}};
}

/// Returns the day on which the newest source of a rule was read; days sort as text.
std::string checked_on(const std::vector<EvidenceLine>& evidence) {
  std::string newest;
  for (const EvidenceLine& line : evidence) newest = std::max(newest, line.accessed);
  return newest;
}

std::string label_of(const PolicySchema& schema, const std::string& topic, const char* name) {
  const FieldSpec* rules = rule_spec(schema, topic);
  const FieldSpec* spec = rules == nullptr ? nullptr : rules->member(name);
  return spec == nullptr ? name : spec->label(kLanguage);
}

/// Says what kind of rule it is, unless its name says that already, and who can receive.
std::string facts_text(const Rule& rule, const PolicySchema& schema) {
  std::string facts;
  if (!name_of(*rule.value, kLanguage).empty()) {
    facts = rule_field_text(rule, field::kMechanism, schema, kLanguage);
  }
  const std::string recipients = rule_field_text(rule, field::kRecipients, schema, kLanguage);
  if (recipients.empty()) return facts;
  const std::string label = label_of(schema, rule.topic, field::kRecipients);
  return fmt::format("{}{}{}: {}", facts, facts.empty() ? "" : " · ", label, recipients);
}

json rule_data(const Rule& rule, const Policy& policy, const PolicySchema& schema) {
  const auto text = [&](const char* name) {
    return rule_field_text(rule, name, schema, kLanguage);
  };
  const auto evidence = evidence_of(*rule.value, *policy.value, schema, kLanguage);
  json sources = json::array();
  for (const EvidenceLine& line : evidence) sources.push_back(evidence_data(line));
  const json& verdict = member_of(*rule.value, field::kVerdict);
  const VerdictMark& mark = verdict_mark(verdict.is_string() ? verdict.get<std::string>() : "");
  const std::string facts = facts_text(rule, schema);
  const std::string conditions = text(field::kConditions);
  const std::string checked = checked_on(evidence);
  json data = name_data(*rule.value, text(field::kMechanism));
  data.update({{"verdict", text(field::kVerdict)},
               {"shape", mark.shape},
               {"class", mark.css_class},
               {"has_facts", !facts.empty()},
               {"facts", facts},
               {"has_conditions", !conditions.empty()},
               {"conditions", conditions},
               {"confidence", confidence_word(rule.confidence, kLanguage)},
               {"confidence_class", to_string(rule.confidence)},
               {"has_sources", !evidence.empty()},
               {"source_count", evidence.size()},
               {"source_word", evidence.size() == 1 ? "source" : "sources"},
               {"sources", std::move(sources)},
               {"has_checked", !checked.empty()},
               {"checked", checked}});
  return data;
}

json policy_data(const Policy& policy, const PolicySchema& schema) {
  json topics = json::array();
  for (const std::string& topic : schema.topics()) {
    json rules = json::array();
    for (const Rule& rule : policy.rules) {
      if (rule.topic == topic) rules.push_back(rule_data(rule, policy, schema));
    }
    const bool is_empty = rules.empty();
    topics.push_back({{"is_empty", is_empty}, {"rules", std::move(rules)}});
  }
  json data = name_data(*policy.value, policy.id);
  data.update({{"id", policy.id}, {"topics", std::move(topics)}});
  return data;
}

std::string country_title(const std::string& folder) {
  if (folder == kGlobal) return "Sellers without a home country";
  std::string code = folder;
  std::transform(code.begin(), code.end(), code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const std::string_view name = country_name(code);
  return name.empty() ? code : std::string(name);
}

}  // namespace

json country_data(const Catalog& catalog, const PolicySchema& schema) {
  // The bool puts the sellers without a home country behind the countries.
  std::map<std::pair<bool, std::string>, std::vector<const Policy*>> countries;
  for (const Policy& policy : catalog.policies()) {
    const std::string folder = policy.id.substr(0, policy.id.find('/'));
    countries[{folder == kGlobal, country_title(folder)}].push_back(&policy);
  }
  json topics = json::array();
  for (const std::string& topic : schema.topics()) {
    const FieldSpec* spec = schema.root().member(topic);
    topics.push_back({{"title", spec == nullptr ? topic : spec->label(kLanguage)}});
  }
  json list = json::array();
  for (const auto& [key, policies] : countries) {
    json rows = json::array();
    for (const Policy* policy : policies) rows.push_back(policy_data(*policy, schema));
    const std::string folder = policies.front()->id.substr(0, policies.front()->id.find('/'));
    list.push_back({{"anchor", folder},
                    {"title", key.second},
                    {"topic_titles", topics},
                    {"policies", std::move(rows)}});
  }
  return list;
}

}  // namespace simrules
