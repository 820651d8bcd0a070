#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/date.h"
#include "wording/rule.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The tier of the article that the data started from.
constexpr std::string_view kArticle = "article";

/// How many rules a card tells; more are a link away.
constexpr std::size_t kCardRules = 2;

/// Tells a rule in the words that a card has room for: its name and terms, without the verdict, which
/// the card shows already.
std::string rule_html(const Rule& rule, const ShownPolicy& policy, const PageView& view) {
  const Policy& there = *policy.on_day;
  const std::string name = rule_phrase(view.phrasing(there), rule);
  const std::string terms = rule_terms_html(rule, there, view);
  return fmt::format("<a href=\"{}\">{}</a>{}{}",
                     html_escaped(address_of(there, anchor_of(rule, there), view)),
                     html_phrase(name, view.words),
                     terms.empty() ? "" : html_escaped(view.words.message("report", "colon")),
                     terms);
}

/// What the rules of an answer rest on, counted once for each source.
struct Weight {
  std::set<std::string> supporting;
  std::set<std::string> opposing;
  std::set<std::string> tiers;
  std::string read;
};

Weight weight_of(const QuestionAnswer& answer, const ShownPolicy& policy) {
  Weight weight;
  for (const Rule* rule : answer.rules) {
    for (const Evidence& evidence : rule->evidence()) {
      const Source source = policy.on_day->find_source(evidence.source());
      (evidence.contradicts() ? weight.opposing : weight.supporting).emplace(evidence.source());
      if (!evidence.contradicts()) weight.tiers.emplace(source.tier());
      weight.read = std::max(weight.read, std::string(source.accessed()));
    }
  }
  return weight;
}

/// Names the nearest tier of those that support an answer.
std::string best_tier(const Weight& weight, const PageView& view) {
  const FieldSpec* list = view.schema.root().member("sources");
  const FieldSpec* tier =
      list == nullptr || list->items == nullptr ? nullptr : list->items->member("tier");
  if (tier == nullptr) return {};
  for (const std::string& word : tier->words) {
    if (weight.tiers.contains(word)) return tier->word_label(word, view.language());
  }
  return {};
}

std::string weight_html(const Weight& weight, const PageView& view) {
  const auto count = [&](const char* use, const std::set<std::string>& sources) {
    return html_escaped(
        fill_message(view.words, "page", use, {{"count", std::to_string(sources.size())}}));
  };
  std::string out =
      count("count_for", weight.supporting) + " · " + count("count_against", weight.opposing);
  const std::string tier = best_tier(weight, view);
  if (!tier.empty())
    out += " · " + page_text(view.words, "nearest", {{"tier", html_escaped(tier)}});
  if (weight.read.empty()) return out;
  const std::string day = fmt::format("<time>{}</time>", html_escaped(weight.read));
  return out + " · " + page_text(view.words, "read_on", {{"day", day}});
}

json card(const ShownPolicy& policy, const PageView& view) {
  const QuestionAnswer& answer = policy.answers[view.question];
  json rules = json::array();
  for (const Rule* rule : answer.rules) {
    if (rules.size() < kCardRules) rules.push_back({{"html", rule_html(*rule, policy, view)}});
  }
  const std::string word = to_string(answer.word);
  return {{"href", address_of(*policy.shown, policy.id(), view)},
          {"name_html", html_of(policy.shown->name(), view.words)},
          {"word", view.words.message("answers", word)},
          {"class", in_slug_letters(word)},
          {"confidence", confidence_word(answer.confidence, view.words)},
          {"confidence_class", to_string(answer.confidence)},
          {"rules", std::move(rules)},
          {"weight_html", weight_html(weight_of(answer, policy), view)}};
}

/// Lists what to do instead over the featured policies, each thing once with every source.
json alternatives(const PageView& view) {
  const FieldSpec* list = view.schema.root().member("alternatives");
  const FieldSpec* spec = list == nullptr ? nullptr : list->items.get();
  std::vector<std::string> kinds;
  std::map<std::string, json> lines;
  std::set<std::pair<std::string, std::string>> told;
  for (const ShownPolicy* policy : view.featured) {
    for (const Reason& item : policy->shown->alternatives()) {
      const std::string kind = kind_word(item, spec, view);
      if (!lines.contains(kind)) kinds.push_back(kind);
      json& own = lines.try_emplace(kind, json::array()).first->second;
      for (const Evidence& evidence : item.evidence()) {
        const std::string claim(evidence.claim().in(view.language()));
        if (told.emplace(kind, claim).second)
          own.push_back(evidence_line(evidence, *policy->shown, view));
      }
    }
  }
  json out = json::array();
  for (const std::string& kind : kinds) out.push_back({{"kind", kind}, {"lines", lines[kind]}});
  return out;
}

/// What the article says of something, and what the other sources say.
struct ArticleClaim {
  json claim;
  json others_agree = json::array();
  json others_deny = json::array();
};

/// Reads the evidence of something as what the article says and what the others do.
void hear(const Item& item,
          const Policy& policy,
          const PageView& view,
          std::vector<ArticleClaim>& out) {
  for (const Evidence& evidence : item.evidence()) {
    if (policy.find_source(evidence.source()).tier() != kArticle) continue;
    ArticleClaim heard{evidence_line(evidence, policy, view)};
    for (const Evidence& other : item.evidence()) {
      if (policy.find_source(other.source()).tier() == kArticle) continue;
      json line = evidence_line(other, policy, view);
      const bool agrees = other.contradicts() == evidence.contradicts();
      (agrees ? heard.others_agree : heard.others_deny).push_back(std::move(line));
    }
    out.push_back(std::move(heard));
  }
}

const char* finding_of(const json& agree, const json& deny) {
  if (agree.empty() && deny.empty()) return "article_alone";
  if (agree.empty()) return "article_denied";
  return deny.empty() ? "article_upheld" : "article_open";
}

/// Adds what a list lacks.
void add_new(json& list, const json& more) {
  for (const json& line : more) {
    if (std::find(list.begin(), list.end(), line) == list.end()) list.push_back(line);
  }
}

/// Lists what the article says of the featured policies, each thing once, and what others say of it.
json article_rows(const PageView& view) {
  std::vector<ArticleClaim> heard;
  for (const ShownPolicy* policy : view.featured) {
    for (const Rule* rule : policy->answers[view.question].rules)
      hear(*rule, *policy->on_day, view, heard);
  }
  for (const ShownPolicy* policy : view.featured) {
    for (const Rule* rule : policy->answers[view.question].rules) {
      for (const Reason& reason : rule->reasons()) hear(reason, *policy->on_day, view, heard);
    }
  }
  json rows = json::array();
  std::vector<std::string> told;
  for (const ArticleClaim& claim : heard) {
    const std::string text = claim.claim.at("claim_html");
    const auto place = static_cast<std::size_t>(std::ranges::find(told, text) - told.begin());
    // The same words about another rule: what else was found about it belongs to them.
    if (place == told.size()) {
      told.push_back(text);
      rows.push_back({{"claim_html", text}, {"agree", json::array()}, {"deny", json::array()}});
    }
    add_new(rows[place]["agree"], claim.others_agree);
    add_new(rows[place]["deny"], claim.others_deny);
  }
  for (json& row : rows) {
    const char* finding = finding_of(row["agree"], row["deny"]);
    row["finding"] = view.message(finding);
    row["class"] = in_slug_letters(finding);
    row["has_lines"] = !row["agree"].empty() || !row["deny"].empty();
  }
  return rows;
}

}  // namespace

json answers_part(const PageView& view) {
  json cards = json::array();
  for (const ShownPolicy* policy : view.featured) cards.push_back(card(*policy, view));
  json instead = alternatives(view);
  json rows = article_rows(view);
  const Phrasing phrasing{view.schema, view.language(), nullptr};
  return {{"question",
           view.asked() == nullptr ? view.message("title")
                                   : view.asked()->text("question", view.language())},
          {"as_of_html",
           page_text(view.words,
                     "as_of",
                     {{"day",
                       fmt::format("<time datetime=\"{}\">{}</time>",
                                   html_escaped(view.content.released),
                                   html_escaped(date_phrase(phrasing, view.content.released)))}})},
          {"cards", std::move(cards)},
          {"has_instead", !instead.empty()},
          {"instead", std::move(instead)},
          {"has_article", !rows.empty()},
          {"article", std::move(rows)}};
}

}  // namespace simrules
