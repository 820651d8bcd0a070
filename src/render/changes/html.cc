#include "render/changes/html.h"

#include <array>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/changes/sections.h"
#include "render/text/origin.h"
#include "render/text/template.h"
#include "render/text/templates.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::size_t kTextBytes = 4096;

/// The classes of the page, in the order of Impact.
constexpr std::array<std::string_view, 8> kClasses = {
    "worse", "both", "lost", "better", "better", "plain", "aside", "aside"};

std::string_view class_of(Impact impact) { return kClasses.at(static_cast<std::size_t>(impact)); }

/// Makes control characters visible, which no page may hold.
std::string shown(std::string_view text) { return printable(text, kTextBytes); }

json change_data(const Change& change, const ChangeContext& context) {
  const ShownChange told = shown_change(change, context);
  return {{"impact", impact_word(change.impact, context.words())},
          {"class", class_of(change.impact)},
          {"sentence", shown(told.sentence)},
          {"has_remark", !told.remark.empty()},
          {"remark", shown(told.remark)},
          {"has_values", !told.after.empty()},
          {"before", shown(told.before)},
          {"after", shown(told.after)}};
}

json fact_data(const char* label, const std::string& text, const Language& words) {
  return {
      {"label", words.message("report", label)}, {"text", shown(text)}, {"links", json::array()}};
}

/// Lists what all changes of a rule have in common.
json facts_data(const RuleChanges& rule, const Language& words) {
  json facts = json::array();
  const std::string why = why_text(rule, words);
  if (!why.empty()) facts.push_back(fact_data("cause", why, words));
  if (!rule.effective.empty()) {
    facts.push_back(fact_data("effective", rule.effective, words));
  }
  json links = json::array();
  for (const SourceLink& source : rule.sources) {
    links.push_back({{"source", shown(source.id)},
                     {"has_url", !source.url.empty()},
                     {"url", source.url},
                     {"has_copy", !source.copy.empty()},
                     {"copy", source.copy},
                     {"copy_word", words.message("report", "copy")}});
  }
  if (!links.empty()) {
    facts.push_back(fact_data("sources", "", words));
    facts.back()["links"] = std::move(links);
  }
  return facts;
}

json rule_data(const RuleChanges& rule, const ChangeContext& context) {
  json changes = json::array();
  for (const Change* change : rule.changes) changes.push_back(change_data(*change, context));
  json facts = facts_data(rule, context.words());
  return {{"name", shown(rule.rule.empty() ? rule.policy : rule.policy + " › " + rule.rule)},
          {"rule_impact", impact_word(rule.impact, context.words())},
          {"rule_class", class_of(rule.impact)},
          {"changes", std::move(changes)},
          {"has_facts", !facts.empty()},
          {"facts", std::move(facts)}};
}

json side_data(const char* label, const Origin& origin, const Language& words) {
  return {{"label", words.message("report", label)},
          {"text", origin_text(origin, words)},
          {"has_digest", !origin.sha256.empty()},
          {"digest", origin.sha256}};
}

json counts_data(const Comparison& report) {
  json counts = json::array();
  for (const auto& [impact, count] : summarize(report.differences)) {
    if (count == 0) continue;
    counts.push_back({{"impact", impact_word(impact, report.context.words())},
                      {"class", class_of(impact)},
                      {"count", count}});
  }
  return counts;
}

}  // namespace

json change_sections_data(const Comparison& report) {
  json sections = json::array();
  for (const ChangeSection& section : change_sections(report)) {
    json rules = json::array();
    for (const RuleChanges& rule : section.rules) {
      rules.push_back(rule_data(rule, report.context));
    }
    sections.push_back({{"title", section.title},
                        {"has_section_note", !section.note.empty()},
                        {"section_note", section.note},
                        {"rules", std::move(rules)}});
  }
  return sections;
}

std::string changes_as_html(const Comparison& report) {
  const Language& words = report.context.words();
  const VersionPlan& version = report.version;
  json reasons = json::array();
  for (const std::string& reason : version.reasons) reasons.push_back({{"text", shown(reason)}});
  const bool has_counts = !report.differences.changes.empty();
  return render_template(
      kChangesTemplate,
      {{"lang", words.html_lang},
       {"title", words.message("report", "title")},
       {"summary", summary_line(report.differences, words)},
       {"has_counts", has_counts},
       {"counts", counts_data(report)},
       {"sides", {side_data("base", report.base, words), side_data("head", report.head, words)}},
       {"sections", change_sections_data(report)},
       {"has_version", version.next.has_value()},
       {"version_title", words.message("report", "next_version")},
       {"version", version.next ? to_string(*version.next) : ""},
       {"level", to_string(version.level)},
       {"reasons", std::move(reasons)}});
}

}  // namespace simrules
