#include "render/release/page_data.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/policy.h"
#include "render/release/page_words.h"
#include "render/text/verdict_mark.h"
#include "wording/evidence.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kLanguage = "en";

/// The folder of sellers without a home country.
constexpr std::string_view kGlobal = "global";

/// A name in English with the Japanese one beside it where that is another.
json name_data(const Text& names, const std::string& fallback) {
  const std::string_view english = names.in(kLanguage);
  const std::string_view name = english.empty() ? fallback : english;
  const std::string_view japanese = names.in("ja");
  const bool has_japanese = !japanese.empty() && japanese != name;
  return {{"name", name}, {"has_ja", has_japanese}, {"ja", has_japanese ? japanese : ""}};
}

json evidence_data(const EvidenceLine& line, const Language& words) {
  const std::string name = html_escaped(line.shown_name());
  const bool is_link = line.url.starts_with("https://");
  const std::string publisher =
      is_link
          ? fmt::format(
                "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", html_escaped(line.url), name)
          : name;
  return {{"text",
           page_text(words,
                     "evidence",
                     {{"stance", html_escaped(line.stance)},
                      {"publisher", publisher},
                      {"tier", html_escaped(line.tier)},
                      {"day", html_escaped(line.accessed)},
                      {"claim", html_escaped(line.claim)}})}};
}

/// Counts the sources of a rule and says when the newest was read.
std::string checked_text(const std::vector<EvidenceLine>& evidence,
                         const std::string& day,
                         const Language& words) {
  const std::string sources = html_escaped(counted(words, "sources", evidence.size()));
  if (day.empty()) return sources;
  return page_text(words, "checked", {{"sources", sources}, {"day", html_escaped(day)}});
}

/// Returns the day on which the newest source of a rule was read; days sort as text.
std::string checked_on(const std::vector<EvidenceLine>& evidence) {
  std::string newest;
  for (const EvidenceLine& line : evidence) newest = std::max(newest, line.accessed);
  return newest;
}

/// Says what kind of rule it is, unless its name says that already, and who can receive.
std::string facts_text(const Rule& rule, const Phrasing& phrasing) {
  std::string facts;
  if (!rule.name().in(kLanguage).empty()) {
    facts = rule_field_phrase(phrasing, rule, field::kMechanism);
  }
  const std::string recipients = rule_field_phrase(phrasing, rule, field::kRecipients);
  if (recipients.empty()) return facts;
  const FieldSpec* spec = rule_field(phrasing.schema, rule.topic, field::kRecipients);
  return fmt::format(
      "{}{}{}: {}", facts, facts.empty() ? "" : " · ", spec->label(kLanguage), recipients);
}

json rule_data(const Rule& rule, const Policy& policy, const PolicySchema& schema) {
  const Phrasing phrasing{schema, std::string(kLanguage), &policy.raw()};
  const Language& words = schema.language(kLanguage);
  const auto evidence = evidence_of(rule, policy, schema, kLanguage);
  json sources = json::array();
  for (const EvidenceLine& line : evidence) sources.push_back(evidence_data(line, words));
  const VerdictMark& mark = verdict_mark(rule.verdict());
  const std::string facts = facts_text(rule, phrasing);
  const std::string conditions = rule_field_phrase(phrasing, rule, field::kConditions);
  json data = name_data(rule.name(), rule_phrase(phrasing, rule));
  data.update(
      {{"verdict", rule_word(rule, field::kVerdict, schema, kLanguage)},
       {"shape", mark.shape},
       {"class", mark.css_class},
       {"has_facts", !facts.empty()},
       {"facts", facts},
       {"has_conditions", !conditions.empty()},
       {"conditions", page_text(words, "conditions", {{"conditions", html_escaped(conditions)}})},
       {"confidence", confidence_word(rule.confidence, words)},
       {"confidence_class", to_string(rule.confidence)},
       {"has_sources", !evidence.empty()},
       {"sources", std::move(sources)},
       {"checked", checked_text(evidence, checked_on(evidence), words)}});
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
  json data = name_data(policy.name(), policy.id);
  data.update({{"id", policy.id}, {"topics", std::move(topics)}});
  return data;
}

std::string country_title(const std::string& folder, const Language& words) {
  if (folder == kGlobal) return words.message("page", "no_country");
  std::string code = folder;
  std::transform(code.begin(), code.end(), code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const std::string& name = words.name_of("countries", code);
  return name.empty() ? code : name;
}

}  // namespace

json country_data(const Catalog& catalog, const PolicySchema& schema) {
  // The bool puts the sellers without a home country behind the countries.
  std::map<std::pair<bool, std::string>, std::vector<const Policy*>> countries;
  for (const Policy& policy : catalog.policies()) {
    const std::string folder = policy.id.substr(0, policy.id.find('/'));
    countries[{folder == kGlobal, country_title(folder, schema.language(kLanguage))}].push_back(
        &policy);
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
