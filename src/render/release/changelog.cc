#include "render/release/changelog.h"

#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "release/contents/parts/localized_name.h"
#include "render/changes/markdown.h"
#include "render/changes/sections.h"
#include "render/text/markdown.h"
#include "render/text/template.h"
#include "render/text/templates.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::size_t kValueBytes = 1000;

std::string capitalized(std::string text) {
  if (!text.empty()) text[0] = to_upper(text[0]);
  return text;
}

/// Says why, since when and on what evidence the data of a rule changed.
std::string facts_text(const RuleChanges& rule, const Language& words) {
  std::string out;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : " · ") + text;
  };
  add(markdown_text(why_text(rule, words), MarkdownPlace::kLine));
  add(markdown_text(rule.effective, MarkdownPlace::kLine));
  std::string links;
  for (const SourceLink& source : rule.sources) {
    links += (links.empty() ? "" : ", ") + source_markdown(source, words, MarkdownPlace::kLine);
  }
  add(links);
  return out;
}

/// Shape: the impact is told where it is not that of the heading.
json change_data(const Change& change, bool tells_impact, const ChangeContext& context) {
  const ShownChange shown = shown_change(change, context);
  return {{"tells_impact", tells_impact},
          {"impact", impact_word(change.impact, context.words())},
          {"sentence", markdown_text(shown.sentence, MarkdownPlace::kLine)},
          {"remark", !shown.remark.empty()},
          {"remark_text", markdown_text(shown.remark, MarkdownPlace::kLine)},
          {"values", !shown.after.empty()},
          {"before", markdown_code(shown.before, MarkdownPlace::kLine, kValueBytes)},
          {"after", markdown_code(shown.after, MarkdownPlace::kLine, kValueBytes)}};
}

/// Shape: wording needs no reason of its own.
json rule_data(const RuleChanges& rule,
               std::optional<Impact> heading,
               const ChangeContext& context) {
  json changes = json::array();
  for (const Change* change : rule.changes) {
    changes.push_back(change_data(*change, change->impact != heading, context));
  }
  const bool is_wording = rule.impact == Impact::kEditorial;
  const std::string facts = is_wording ? "" : facts_text(rule, context.words());
  return {{"policy", markdown_name(rule.policy, MarkdownPlace::kLine)},
          {"rule", !rule.rule.empty()},
          {"rule_name", markdown_name(rule.rule, MarkdownPlace::kLine)},
          {"has_facts", !facts.empty()},
          {"facts", facts},
          {"changes", std::move(changes)}};
}

json section_data(const std::string& title,
                  const std::vector<RuleChanges>& rules,
                  std::optional<Impact> impact,
                  const ChangeContext& context) {
  json entries = json::array();
  for (const RuleChanges& rule : rules) entries.push_back(rule_data(rule, impact, context));
  return {{"title", title}, {"has_section_note", false}, {"rules", std::move(entries)}};
}

/// Lists each rule once, by the weightiest impact of its changes, then new policies, and last the rules
/// whose data we only corrected.
json sections_data(const Differences& differences, const ChangeContext& context) {
  const SortedChanges sorted = sorted_changes(differences);
  std::map<Impact, std::vector<RuleChanges>> by_impact;
  for (RuleChanges& rule : changes_by_rule(sorted.changed, context)) {
    by_impact[rule.impact].push_back(std::move(rule));
  }
  json sections = json::array();
  for (const auto& [impact, rules] : by_impact) {
    const std::string title = capitalized(impact_word(impact, context.words()));
    sections.push_back(section_data(title, rules, impact, context));
  }
  const Language& words = context.words();
  const auto add = [&](const char* title,
                       const std::string& note,
                       const std::vector<RuleChanges>& rules,
                       std::optional<Impact> impact) {
    sections.push_back(section_data(words.message("report", title), rules, impact, context));
    sections.back()["has_section_note"] = true;
    sections.back()["section_note"] = note;
  };
  if (!sorted.brought.empty())
    add("new_brands",
        words.message("report", "new_brands_note"),
        changes_by_brand(sorted.brought, context),
        Impact::kClarified);
  if (!sorted.corrected.empty())
    add("corrections",
        words.message("report", "corrections_note"),
        changes_by_rule(sorted.corrected, context),
        std::nullopt);
  const std::string translated = translations_note(differences, context);
  if (!translated.empty()) add("translations", translated, {}, std::nullopt);
  return sections;
}

/// How many reasons for the version are told before the changes.
constexpr std::size_t kReasons = 8;

std::string code(std::string_view text) { return fmt::format("`{}`", text); }

json base_data(const ReleaseContent& content, const std::string& language) {
  const Language& words = content.head.schema.language(language);
  const ChangeContext context{
      content.previous->dataset.catalog, content.head.catalog, content.head.schema, language};
  json reasons = json::array();
  for (const std::string& reason : content.plan.reasons) {
    reasons.push_back({{"text", markdown_code(reason, MarkdownPlace::kLine, kValueBytes)}});
  }
  json counts = json::array();
  for (const auto& [impact, count] : summarize(content.differences)) {
    counts.push_back({{"impact", impact_word(impact, words)}, {"count", count}});
  }
  const std::string base_digest = code(content.previous->link.manifest_sha256);
  const std::string head_digest = code(content.head.sha256);
  return {{"compared",
           fill_message(words,
                        "changelog",
                        "compared",
                        {{"version", content.previous->link.version},
                         {"manifest", base_digest},
                         {"dataset", head_digest}})},
          {"follows", words.message("changelog", "follows")},
          {"version_title", words.message("page", "version")},
          {"impact_title", words.message("changelog", "impact")},
          {"changes_title", words.message("changelog", "changes")},
          {"summary", capitalized(summary_line(content.differences, words))},
          {"has_reasons", !reasons.empty()},
          {"has_many_reasons", reasons.size() > kReasons},
          {"reasons", std::move(reasons)},
          {"has_counts", !counts.empty()},
          {"counts", std::move(counts)},
          {"sections", sections_data(content.differences, context)}};
}

/// Returns the verdict of the first topic that has one; its words are the worst first.
const FieldSpec* verdict_spec(const PolicySchema& schema) {
  for (const std::string& topic : schema.topics()) {
    const FieldSpec* spec = rule_field(schema, topic, field::kVerdict);
    if (spec != nullptr) return spec;
  }
  return nullptr;
}

json topic_data(const std::string& topic,
                const Dataset& head,
                const std::vector<std::string>& verdicts,
                const std::string& language) {
  std::map<std::string, std::size_t> counts;
  std::size_t all = 0;
  for (const Policy& policy : head.catalog.policies()) {
    for (const Rule& rule : policy.rules) {
      if (rule.topic != topic) continue;
      ++all;
      const json& verdict = member_of(rule.raw(), field::kVerdict);
      if (verdict.is_string()) ++counts[verdict.get<std::string>()];
    }
  }
  const FieldSpec* spec = head.schema.root().member(topic);
  json cells = json::array();
  for (const std::string& verdict : verdicts) cells.push_back({{"text", counts[verdict]}});
  return {{"title",
           markdown_name(spec == nullptr ? topic : spec->label(language), MarkdownPlace::kCell)},
          {"count", all},
          {"verdict_counts", std::move(cells)}};
}

json policy_row(const Policy& policy, const PolicySchema& schema, const std::string& language) {
  json counts = json::array();
  for (const std::string& topic : schema.topics()) {
    counts.push_back({{"text", member_of(policy.raw(), topic).size()}});
  }
  return {{"name", markdown_name(policy_name(policy, language), MarkdownPlace::kCell)},
          {"id", markdown_code(policy.id, MarkdownPlace::kCell)},
          {"topic_counts", std::move(counts)}};
}

json first_data(const Dataset& head, const std::string& language) {
  const FieldSpec* spec = verdict_spec(head.schema);
  const std::vector<std::string> verdicts =
      spec == nullptr ? std::vector<std::string>() : spec->words;
  json titles = json::array();
  for (const std::string& verdict : verdicts) {
    titles.push_back(
        {{"text", markdown_name(spec->word_label(verdict, language), MarkdownPlace::kCell)}});
  }
  json topics = json::array();
  for (const std::string& topic : head.schema.topics()) {
    topics.push_back(topic_data(topic, head, verdicts, language));
  }
  json rows = json::array();
  std::size_t rules = 0;
  for (const Policy& policy : head.catalog.policies()) {
    rows.push_back(policy_row(policy, head.schema, language));
    rules += policy.rules.size();
  }
  const Language& words = head.schema.language(language);
  const auto word = [&](const char* use) { return words.message("changelog", use); };
  const std::string policies = counted(words, "policies", head.catalog.policies().size());
  return {{"told",
           fill_message(words,
                        "changelog",
                        "first",
                        {{"policies", policies}, {"rules", counted(words, "rules", rules)}})},
          {"by_verdict_title", word("by_verdict")},
          {"topic_title", word("topic")},
          {"rules_title", word("rules")},
          {"policies_title", word("policies")},
          {"policy_title", word("policy")},
          {"id_title", word("id")},
          {"verdicts", std::move(titles)},
          {"topics", std::move(topics)},
          {"policy_rows", std::move(rows)}};
}

/// The template library leaves the line of a section that it skips: no more than one blank line is meant.
std::string without_gaps(std::string text) {
  for (std::size_t i = text.find("\n\n\n"); i != std::string::npos; i = text.find("\n\n\n", i)) {
    text.erase(i, 1);
  }
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace

std::string changelog_markdown(const ReleaseContent& content, const std::string& language) {
  const bool is_first = !content.previous;
  const Language& words = content.head.schema.language(language);
  const std::string title = name_of(content.head.about);
  const std::string_view notes = notes_of(content, language);
  const json data = {{"version", content.version},
                     {"title", fill_message(words, "changelog", "title", {{"name", title}})},
                     {"released", content.released},
                     {"has_notes", !notes.empty()},
                     {"notes", notes},
                     {"base", is_first ? json() : base_data(content, language)},
                     {"first", is_first ? first_data(content.head, language) : json()}};
  return without_gaps(render_template(kChangelogTemplate, data));
}

std::vector<ReleaseFile> changelogs(const ReleaseContent& content,
                                    const std::vector<ReleaseFile>&) {
  std::vector<ReleaseFile> files;
  for (const std::string& language : content.head.schema.languages()) {
    files.push_back({changelog_name(language), changelog_markdown(content, language)});
  }
  return files;
}

std::string changelog_name(std::string_view language) {
  return localized_name("CHANGELOG.md", language);
}

}  // namespace simrules
