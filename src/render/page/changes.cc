#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "render/changes/html.h"
#include "render/changes/new_brand.h"
#include "render/changes/sections.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// How many rules are told without a click.
constexpr std::size_t kOpen = 5;

/// The changes of a rule with what orders them.
struct Told {
  Impact impact;
  json data;
};

bool is_aside(Impact impact) { return impact == Impact::kEvidence || impact == Impact::kEditorial; }

/// Marks the languages in what the changes of a rule say.
void mark(json& rule, const Language& words) {
  const auto html = [&](const json& from, const char* name) {
    return html_phrase(from.at(name).get_ref<const std::string&>(), words);
  };
  rule["name_html"] = html(rule, "name");
  for (json& change : rule["changes"]) {
    for (const char* name : {"sentence", "remark", "before", "after"})
      change[std::string(name) + "_html"] = html(change, name);
  }
  for (json& fact : rule["facts"]) fact["text_html"] = html(fact, "text");
}

/// Lists in a few words what the rules of a new policy allow; its section has the rest.
json brand_data(const RuleChanges& brand, const ChangeContext& context, const PageView& view) {
  const Policy& policy = *context.head.find(brand.changes.front()->policy);
  const Language& words = context.words();
  json rules = json::array();
  for (const Change* change : brand.changes) {
    const Rule* rule = brought_rule(*change, context);
    if (rule == nullptr) continue;
    const std::string name = rule_phrase({context.schema, context.language}, *rule);
    const std::string told = rule_short(*rule, policy, context.schema, context.language);
    rules.push_back({{"name_html", html_phrase(name, words)},
                     {"short_html", html_phrase(words.message("report", "colon") + told, words)},
                     {"target", address_of(policy, anchor_of(*rule, policy), view)}});
  }
  return {{"href", address_of(policy, policy.id, view)},
          {"name_html", html_of(policy.name(), words)},
          {"rules", rules}};
}

/// Lists the policies that are new, each by its rules.
json told_brands(const std::vector<ChangeSection>& sections,
                 const ChangeContext& context,
                 const PageView& view) {
  json brands = json::array();
  for (const ChangeSection& section : sections) {
    for (const RuleChanges& block : section.rules) {
      if (block.is_new_brand && !block.changes.empty())
        brands.push_back(brand_data(block, context, view));
    }
  }
  return brands;
}

/// Lists the rules that changed, the weightiest impact first, whatever their topic.
std::vector<Told> told_rules(const std::vector<ChangeSection>& sections,
                             const Comparison& comparison) {
  json shown = change_sections_data(comparison);
  std::vector<Told> rules;
  for (std::size_t s = 0; s < sections.size(); ++s) {
    json& there = shown[s]["rules"];
    for (std::size_t r = 0; r < sections[s].rules.size(); ++r) {
      if (sections[s].rules[r].is_new_brand) continue;
      json data = std::move(there[r]);
      data["section"] = sections[s].title;
      mark(data, comparison.context.words());
      rules.push_back({sections[s].rules[r].impact, std::move(data)});
    }
  }
  std::ranges::stable_sort(rules, {}, &Told::impact);
  return rules;
}

}  // namespace

json changes_part(const PageView& view) {
  const ReleaseContent& content = view.content;
  if (!content.previous) return {{"has_base", false}};
  const Comparison comparison{content.base_origin,
                              content.head_origin,
                              content.plan,
                              content.differences,
                              {content.previous->dataset.catalog,
                               content.head.catalog,
                               content.head.schema,
                               view.language()}};
  json open = json::array();
  json folded = json::array();
  json asides = json::array();
  const std::vector<ChangeSection> sections = change_sections(comparison);
  for (Told& told : told_rules(sections, comparison)) {
    json& list = is_aside(told.impact) ? asides : open.size() < kOpen ? open : folded;
    list.push_back(std::move(told.data));
  }
  json brands = told_brands(sections, comparison.context, view);
  const auto count = [&](const char* use, const char* what, const json& list) {
    return fill_message(view.words, "page", use, {{what, counted(view.words, what, list.size())}});
  };
  return {{"has_base", true},
          {"compared_html",
           page_text(view.words,
                     "compared",
                     {{"version", html_escaped(content.previous->link.version)},
                      {"summary", html_escaped(summary_line(content.differences, view.words))}})},
          {"more_text", count("more_rules", "rules", folded)},
          {"aside_text", count("aside_rules", "rules", asides)},
          {"brands_text", count("more_brands", "brands", brands)},
          {"open", std::move(open)},
          {"has_brands", !brands.empty()},
          {"brands", std::move(brands)},
          {"has_folded", !folded.empty()},
          {"folded", std::move(folded)},
          {"has_asides", !asides.empty()},
          {"asides", std::move(asides)}};
}

}  // namespace simrules
