#include "cli/arguments/query_options.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/arguments/words.h"
#include "cli/sources/repository.h"
#include "schema/codes.h"

namespace simrules {
namespace {

std::string refused(const char* what, const std::string& asked, const std::string& help) {
  return fmt::format(
      "there is no {} {}{}", what, quoted(asked), help.empty() ? "" : "\nhelp: " + help);
}

/// Puts the code of a country in the place of what it was called; says what is wrong.
std::string settle_country(std::string& asked) {
  if (asked.empty() || is_country(asked)) return {};
  const std::string meant = meant_country(asked);
  if (meant.empty()) {
    std::vector<std::string> names;
    for (const std::string& code : country_codes()) names.emplace_back(country_name(code));
    const std::string near = near_words(asked, names, "countries");
    return fmt::format("{} is not an ISO 3166-1 country code{}",
                       quoted(asked),
                       near.empty() ? "" : "\nhelp: " + near);
  }
  asked = meant;
  return {};
}

/// Puts the word of a list in the place of what was typed; says what is wrong.
std::string settle_word(const char* what,
                        const std::vector<std::string>& words,
                        std::string& asked) {
  if (asked.empty()) return {};
  if (auto word = same_word(asked, words)) {
    asked = *word;
    return {};
  }
  return refused(what, asked, near_words(asked, words, std::string(what) + "s"));
}

/// Lists the topics of the schema in the binary, to be offered on the command line.
std::vector<std::string> known_topics() {
  DiagnosticList findings;
  const auto schema = Repository().policy_schema(findings);
  return schema ? schema->topics() : std::vector<std::string>();
}

}  // namespace

std::vector<Option> question_options(QuestionOptions& options) {
  return {{.name = "--country",
           .value = "CODE",
           .help = "the home country: its ISO 3166-1 code, or its name",
           .target = &options.query.country},
          {.name = "--topic",
           .value = "TOPIC",
           .help = "one topic, such as transfer",
           .target = &options.query.topic,
           .suggestions = known_topics},
          {.name = "--policy",
           .value = "ID",
           .help = "one policy: its id, such as jp/au, or the name of the brand",
           .target = &options.query.policy,
           .kind = ValueKind::kPolicy},
          {.name = "--from",
           .value = "SOURCE",
           .help = "where to look: policies, a dataset.json, a release folder, `release` or "
                   "`release:VERSION` (default: policies/)",
           .target = &options.from,
           .kind = ValueKind::kPath,
           .suggestions = side_forms}};
}

std::vector<Option> filter_options(Query& query) {
  std::vector<Option> options = {
      {.name = "--question",
       .value = "WORD",
       .help =
           "a question of travellers, such as gift, roam or tether; like all of these it may be "
           "repeated",
       .target = &query.questions},
      {.name = "--for",
       .value = "CODE",
       .help = "brands whose plans are meant for this country",
       .target = &query.served},
      {.name = "--mechanism",
       .value = "WORD",
       .help = "a mechanism, such as gift_allowance",
       .target = &query.mechanisms},
      {.name = "--plan", .value = "ID", .help = "rules for a plan", .target = &query.plans},
      {.name = "--kind",
       .value = "WORD",
       .help = "brands of a kind, such as mvno",
       .target = &query.kinds},
      {.name = "--verdict", .value = "WORD", .help = "a verdict", .target = &query.verdicts},
      {.name = "--recipients",
       .value = "WORD",
       .help = "to whom, such as family_group",
       .target = &query.recipients},
      {.name = "--confidence",
       .value = "WORD",
       .help = "how sure it is, such as confirmed",
       .target = &query.confidences},
      {.name = "--to", .value = "CODE", .help = "roaming in this country", .target = &query.to},
      {.name = "--hide",
       .value = "VERDICT",
       .help = "leave a verdict out, such as unknown",
       .target = &query.hidden}};
  return options;
}

std::string settle_policy(std::string& asked, const std::vector<const Catalog*>& catalogs) {
  std::set<std::string> all;
  std::set<std::string> ids;
  for (const Catalog* catalog : catalogs) {
    std::vector<std::string> meant;
    for (const Policy& policy : catalog->policies()) {
      if (policy.id == asked) return {};
      const std::vector<std::string> names = names_of(policy);
      all.insert(names.begin(), names.end());
      ids.insert(policy.id);
      if (same_word(asked, names)) meant.push_back(policy.id);
    }
    if (meant.size() > 1) {
      return fmt::format(
          "{} is several policies\nhelp: name one of {}", quoted(asked), quoted_list(meant));
    }
    if (meant.empty()) continue;
    asked = meant.front();
    return {};
  }
  const std::string meant = meant_words(asked, {all.begin(), all.end()});
  return refused("policy",
                 asked,
                 meant.empty() ? near_words(asked, {ids.begin(), ids.end()}, "policies") : meant);
}

std::string settle(Query& question, const Side& side) {
  if (!question.policy.empty()) {
    if (auto wrong = settle_policy(question.policy, {&side.catalog}); !wrong.empty()) return wrong;
  }
  for (std::string* country : {&question.country, &question.to, &question.served}) {
    if (auto wrong = settle_country(*country); !wrong.empty()) return wrong;
  }
  auto wrong = settle_word("topic", side.schema.topics(), question.topic);
  for (const QueryWords& list : query_words(side.catalog, side.schema)) {
    for (std::string& word : question.*list.member) {
      if (wrong.empty()) wrong = settle_word(list.name, list.words, word);
    }
  }
  return wrong;
}

std::string nothing_found(const Query& question, const Side& side) {
  const auto named = [](const std::string& code) {
    return fmt::format("{} ({})", country_name(code), code);
  };
  const auto has_brand = [&](const auto& is_wanted) {
    return std::ranges::any_of(side.catalog.policies(), is_wanted);
  };
  if (!question.country.empty() && !has_brand([&](const Policy& policy) {
        return policy.countries().contains(question.country);
      }))
    return "no brand that we know is at home in " + named(question.country);
  if (!question.served.empty() &&
      !has_brand([&](const Policy& policy) { return policy.serves(question.served); }))
    return "no brand that we know serves " + named(question.served);
  if (!question.to.empty()) return "no rule that we know tells of roaming in " + named(question.to);
  return "no rule answers this question";
}

}  // namespace simrules
