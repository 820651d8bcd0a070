#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "model/policy_id.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kGitHub = "https://github.com/";

/// Writes a text for the query of an address.
/// Source: RFC 3986, section 2.3.
std::string query_escaped(std::string_view text) {
  constexpr std::string_view kPlain = "-._~";
  std::string out;
  for (const char c : text) {
    const bool is_plain = is_alphanumeric(c) || kPlain.find(c) != std::string_view::npos;
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

/// Returns where an error of a thing is reported; empty where the owner states no home page.
std::string report_address(const std::string& id, const PageView& view) {
  const std::string& home = view.content.head.about.homepage;
  if (!home.starts_with(kGitHub)) return home;
  const std::string base = home.ends_with('/') ? home.substr(0, home.size() - 1) : home;
  return fmt::format("{}/issues/new?title={}", base, query_escaped(id));
}

/// Lists the names of a policy in other languages than that of the page.
json other_names(const Policy& policy, const PageView& view) {
  json names = json::array();
  std::vector<std::string> told = {std::string(policy.name().in(view.language()))};
  const json& all = policy.name().raw();
  for (const auto& [tag, name] : all.items()) {
    const std::string text(text_or_empty(&name));
    if (text.empty() || std::ranges::find(told, text) != told.end()) continue;
    told.push_back(text);
    names.push_back({{"html", html_run(text, tag, view.words)}});
  }
  return names;
}

/// Says what kind of brand it is, where, and on whose network, in one line.
std::string meta_html(const Policy& policy, const PageView& view) {
  const FieldSpec& root = view.schema.root();
  const Phrasing phrasing = view.phrasing(policy);
  const PhraseScope scope{&policy.raw(), &root};
  std::string out;
  for (const char* name : {"kind", "countries", "serves", "operator"}) {
    if (root.member(name) == nullptr || member_of(policy.raw(), name).is_null()) continue;
    const std::string text = member_phrase(phrasing, scope, name, "term");
    if (!text.empty()) out += (out.empty() ? "" : " · ") + html_phrase(text, view.words);
  }
  if (!policy.has_ended()) return out;
  return out + " · " + html_escaped(view.message("ended"));
}

/// Lists what is known of the questions, each with the rule that says so.
json known_answers(const ShownPolicy& policy, const PageView& view) {
  json out = json::array();
  const auto& questions = view.schema.questions();
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const QuestionAnswer& answer = policy.answers[q];
    if (answer.word == AnswerWord::kUnknown) continue;
    const std::string word = to_string(answer.word);
    json groups = json::array();
    const bool differs = answer.groups.size() > 1;
    for (const PlanAnswer& group : answer.groups) {
      if (!differs || group.word == AnswerWord::kUnknown) continue;
      std::string plans;
      for (const std::string_view id : group.plans) {
        const Text name = policy.on_day->find_plan(id).name();
        if (!plans.empty()) plans += html_escaped(view.words.message("report", "list_comma"));
        plans += name ? html_of(name, view.words) : html_escaped(id);
      }
      groups.push_back({{"word", view.words.message("answers", to_string(group.word))},
                        {"class", in_slug_letters(to_string(group.word))},
                        {"plans_html", std::move(plans)}});
    }
    out.push_back({{"label", questions[q].text("label", view.language())},
                   {"class", in_slug_letters(word)},
                   {"word", view.words.message("answers", word)},
                   {"groups", std::move(groups)}});
  }
  return out;
}

json topic_data(const std::string& topic, const ShownPolicy& policy, const PageView& view) {
  json now = json::array();
  json bare = json::array();
  json past = json::array();
  for (const Rule& rule : policy.shown->rules) {
    if (rule.topic != topic) continue;
    json data = rule_part(rule, policy, view);
    data["report"] = report_address(data["id"], view);
    data["has_report"] = !view.content.head.about.homepage.empty();
    const bool is_over = time_of(rule, policy, view) == RuleTime::kEnded;
    json& list = data["is_bare"] ? bare : is_over ? past : now;
    list.push_back(std::move(data));
  }
  const FieldSpec* spec = view.schema.root().member(topic);
  const std::string count = counted(view.words, "rules", past.size());
  return {{"title", spec == nullptr ? topic : spec->label(view.language())},
          {"has_rules", !now.empty() || !past.empty() || !bare.empty()},
          {"has_bare", !bare.empty()},
          {"bare", std::move(bare)},
          {"now", std::move(now)},
          {"has_past", !past.empty()},
          {"past_text", fill_message(view.words, "page", "past_rules", {{"rules", count}})},
          {"past", std::move(past)}};
}

json alternatives_data(const ShownPolicy& policy, const PageView& view) {
  const FieldSpec* list = view.schema.root().member("alternatives");
  json rows = json::array();
  for (const Reason& item : policy.shown->alternatives()) {
    json row = evidence_part(item, policy, view);
    row["kind"] = kind_word(item, list == nullptr ? nullptr : list->items.get(), view);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

json parts_part(const PageView& view) {
  json parts = json::array();
  for (const std::string& part : parts_of(view)) {
    const auto brands = std::ranges::count_if(view.policies, [&](const ShownPolicy& policy) {
      return country_part(policy.id()) == part;
    });
    parts.push_back({{"href", page_name(view.language(), part)},
                     {"name", part_name(part, view.words)},
                     {"count", counted(view.words, "brands", static_cast<std::size_t>(brands))}});
  }
  return parts;
}

json sections_part(const PageView& view) {
  json sections = json::array();
  for (const ShownPolicy& policy : view.policies) {
    json topics = json::array();
    for (const std::string& topic : view.schema.topics()) {
      json data = topic_data(topic, policy, view);
      if (data["has_rules"]) topics.push_back(std::move(data));
    }
    json answers = known_answers(policy, view);
    json alternatives = alternatives_data(policy, view);
    const Text notes = policy.shown->notes();
    sections.push_back({{"id", policy.id()},
                        {"name_html", html_of(policy.shown->name(), view.words)},
                        {"names", other_names(*policy.shown, view)},
                        {"classes", filter_classes(policy, view)},
                        {"search", search_text(*policy.shown)},
                        {"meta_html", meta_html(*policy.shown, view)},
                        {"has_answers", !answers.empty()},
                        {"answers", std::move(answers)},
                        {"has_notes", static_cast<bool>(notes)},
                        {"notes_html", html_of(notes, view.words)},
                        {"topics", std::move(topics)},
                        {"has_alternatives", !alternatives.empty()},
                        {"alternatives", std::move(alternatives)},
                        {"timeline", timeline_part(policy, view)}});
  }
  return sections;
}

}  // namespace simrules
