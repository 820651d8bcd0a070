#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "model/time/state.h"
#include "model/time/terms.h"
#include "model/time/timeline.h"
#include "render/page/parts.h"
#include "render/page/text.h"
#include "wording/date.h"
#include "wording/rule.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What is told elsewhere than in the table of terms.
constexpr std::string_view kToldElsewhere[] = {
    "id", "name", "verdict", "effective", "since", "seen", "upcoming", "previously", "suspended"};

/// The dates of a rule, in the order in which they are told.
constexpr std::string_view kDates[] = {"effective", "since", "seen", "suspended", "upcoming"};

/// Lists the members of an object that are told in the order of the schema.
std::vector<std::string> members_of(const json& object, const FieldSpec& spec) {
  std::vector<std::string> names = spec.order;
  for (const auto& entry : object.items()) {
    if (std::ranges::find(names, entry.key()) == names.end()) names.push_back(entry.key());
  }
  return names;
}

/// Puts the items of a list into words, each on a line of its own.
json item_lines(const Phrasing& phrasing,
                const json& list,
                const FieldSpec& spec,
                const PhraseScope& scope,
                const Language& words) {
  json lines = json::array();
  for (const json& item : list) {
    std::string text = value_phrase(phrasing, item, *spec.items, &scope);
    if (text.empty())
      text = item_phrase(phrasing, item, *spec.items, item.value(spec.key, ""), &scope);
    lines.push_back({{"html", html_phrase(text, words)}});
  }
  return lines;
}

/// Tells a member by its label and value; a list of things has a line for each.
json term(const Phrasing& phrasing,
          const PhraseScope& scope,
          const std::string& name,
          const Language& words) {
  const FieldSpec& member = *scope.spec->member(name);
  const json& value = member_of(*scope.object, name);
  const bool has_lines = value.is_array() && value.size() > 1 && value.front().is_object() &&
                         member.items != nullptr && member.items->items == nullptr &&
                         !member.items->is_quantity();
  return {
      {"label", member.label(phrasing.language)},
      {"has_lines", has_lines},
      {"lines", has_lines ? item_lines(phrasing, value, member, scope, words) : json::array()},
      {"html", has_lines ? "" : html_phrase(member_phrase(phrasing, scope, name, "term"), words)}};
}

json terms_of(const Rule& rule, const FieldSpec& spec, const Policy& policy, const PageView& view) {
  const PhraseScope scope{&rule.raw(), &spec};
  json rows = json::array();
  for (const std::string& name : members_of(rule.raw(), spec)) {
    const FieldSpec* member = spec.member(name);
    const bool is_told = member != nullptr && member->area == spec.area &&
                         !member_of(rule.raw(), name).is_null() &&
                         // That a rule is for all goes without saying.
                         (member->most.empty() || member_of(rule.raw(), name) != member->most) &&
                         std::ranges::find(kToldElsewhere, name) == std::end(kToldElsewhere);
    if (is_told) rows.push_back(term(view.phrasing(policy), scope, name, view.words));
  }
  return rows;
}

/// Lists the dates that a rule has.
json dates_of(const Rule& stated,
              const FieldSpec& spec,
              const Policy& policy,
              const PageView& view) {
  const PhraseScope scope{&stated.raw(), &spec};
  json rows = json::array();
  for (const std::string_view name : kDates) {
    const bool is_told = spec.member(name) != nullptr && !member_of(stated.raw(), name).is_null();
    if (is_told) rows.push_back(term(view.phrasing(policy), scope, std::string(name), view.words));
  }
  return rows;
}

std::string day_html(const std::optional<PartialDate>& day, const Phrasing& phrasing) {
  return day ? html_escaped(date_phrase(phrasing, to_string(*day))) : "";
}

/// Says when terms held: since the first day, up to the last one, as far as they are known.
std::string times_html(const TermsTime& time, const Phrasing& phrasing, const PageView& view) {
  const std::string from = day_html(time.since ? time.since : time.begins, phrasing);
  const std::string until = day_html(time.ends, phrasing);
  if (from.empty() && until.empty()) return html_escaped(view.message("days_unknown"));
  if (from.empty()) return page_text(view.words, "until_day", {{"day", until}});
  if (until.empty()) return page_text(view.words, "since_day", {{"day", from}});
  return page_text(view.words, "between_days", {{"from", from}, {"until", until}});
}

/// Says in what terms of another time differ from those that hold.
std::string differences_html(const Rule& stated,
                             const FieldSpec& spec,
                             std::pair<std::size_t, std::size_t> other_and_held,
                             const Policy& policy,
                             const PageView& view) {
  const auto& [other, held] = other_and_held;
  const json entry =
      entry_of(whole_terms(stated, spec, other), whole_terms(stated, spec, held), spec);
  const FieldSpec* entries = spec.member("previously");
  if (entries == nullptr || entries->items == nullptr) return {};
  const Phrasing phrasing = view.phrasing(policy);
  std::string out;
  for (const std::string& text : member_phrases(phrasing, entry, *entries->items, {"id"}))
    out += (out.empty() ? "" : phrasing.phrase("term_joiner")) + text;
  return html_phrase(out, view.words);
}

/// Lists the terms of other times, each with its evidence: those that are announced, or those from
/// before.
json other_times(const Rule& stated,
                 const FieldSpec& spec,
                 const ShownPolicy& shown,
                 const PageView& view,
                 bool announced) {
  const Policy& policy = *shown.stated;
  const std::vector<TermsTime> times = timeline_of(stated, policy);
  const auto day = parse_date(view.content.released);
  const auto held = day ? terms_at(times, {*day}) : std::nullopt;
  json rows = json::array();
  if (!held) return rows;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (announced ? i >= *held : i <= *held) continue;
    // What came before is told against what came next.
    const std::size_t against = announced ? *held : i - 1;
    const Item& terms = i == 0 ? static_cast<const Item&>(stated) : stated.previously()[i - 1];
    const Text notes = terms.notes();
    rows.push_back({{"when_html", times_html(times[i], view.phrasing(policy), view)},
                    {"html", differences_html(stated, spec, {i, against}, policy, view)},
                    {"has_notes", static_cast<bool>(notes)},
                    {"notes_html", html_of(notes, view.words)},
                    {"evidence", evidence_part(terms, shown, view)}});
  }
  return rows;
}

/// Lists the reasons that sources give, each with what speaks for and against it.
json reasons_of(const Rule& rule,
                const FieldSpec& spec,
                const ShownPolicy& policy,
                const PageView& view) {
  const FieldSpec* list = spec.member(field::kReasons);
  json rows = json::array();
  for (const Reason& reason : rule.reasons()) {
    json row = evidence_part(reason, policy, view);
    row["kind"] = kind_word(reason, list == nullptr ? nullptr : list->items.get(), view);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Returns the classes of a rule: what its questions are, and that it is over or not known.
std::string classes_of(const Rule& rule, RuleTime time, const PageView& view) {
  std::string out = "r";
  const auto& questions = view.schema.questions();
  for (std::size_t q = 0; q < questions.size(); ++q) {
    if (answers_question(rule, questions[q])) out += fmt::format(" q{}", q);
  }
  if (rule.verdict() == field::kUnknown) out += " un";
  if (time != RuleTime::kNow) out += " past";
  return out;
}

/// Names a rule in the language of the page, and in that of its carrier where that is another.
std::string native_html(const Rule& rule, const std::string& shown, const PageView& view) {
  const std::string_view japanese = text_at(rule.name().raw(), "ja");
  return japanese.empty() || japanese == shown ? "" : html_run(japanese, "ja", view.words);
}

/// Says what stands where the verdict does: that of a rule that holds, else that it does not.
json standing_of(const Rule& rule, RuleTime time, const PageView& view) {
  if (time == RuleTime::kNow) {
    return {{"word", rule_word(rule, field::kVerdict, view.schema, view.language())},
            {"class", in_slug_letters(rule.verdict())}};
  }
  return {{"word", view.message(time == RuleTime::kEnded ? "ended" : "announced")},
          {"class", time == RuleTime::kEnded ? "ended" : "announced"}};
}

/// Returns the terms of the short form, without the verdict in front of them.
std::string short_terms(const Rule& rule, const Policy& policy, const PageView& view) {
  const std::string text = rule_short(rule, policy, view.schema, view.language());
  const std::string verdict = rule_word(rule, field::kVerdict, view.schema, view.language()) +
                              view.words.message("report", "colon");
  return text.starts_with(verdict) ? text.substr(verdict.size()) : "";
}

/// Tells whether there is nothing to say of a rule but that nobody knows.
bool is_bare(const Rule& rule, const json& data) {
  return rule.verdict() == field::kUnknown && !data["evidence"]["has"] && !data["has_notes"] &&
         !data["has_reasons"] && !data["has_before"] && !data["has_ahead"];
}

/// Tells the plans of a rule that is for some alone.
std::string plans_html(const Rule& rule, const Policy& policy, const PageView& view) {
  if (!rule.names_plans()) return {};
  return html_phrase(rule_field_phrase(view.phrasing(policy), rule, "plans"), view.words);
}

}  // namespace

std::string rule_terms_html(const Rule& rule, const Policy& policy, const PageView& view) {
  return html_phrase(short_terms(rule, policy, view), view.words);
}

json rule_part(const Rule& rule, const ShownPolicy& policy, const PageView& view) {
  const Policy& there = *policy.shown;
  const FieldSpec* spec = rule_field(view.schema, rule.topic, field::kVerdict) == nullptr
                              ? nullptr
                              : rule_spec(view.schema.root(), rule.topic);
  const RuleTime time = time_of(rule, policy, view);
  const std::string name = rule_phrase(view.phrasing(there), rule);
  json data = standing_of(rule, time, view);
  data["id"] = anchor_of(rule, there);
  data["classes"] = classes_of(rule, time, view);
  data["name_html"] =
      rule.name() ? html_of(rule.name(), view.words) : html_phrase(name, view.words);
  data["native_html"] = native_html(rule, name, view);
  data["has_native"] = !data["native_html"].get_ref<const std::string&>().empty();
  data["confidence"] = confidence_word(rule.confidence, view.words);
  data["confidence_class"] = to_string(rule.confidence);
  data["evidence"] = evidence_part(rule, policy, view);
  const Text notes = rule.notes();
  data["has_notes"] = static_cast<bool>(notes);
  data["notes_html"] = html_of(notes, view.words);
  data["short_html"] = rule_terms_html(rule, there, view);
  data["has_short"] = !data["short_html"].get_ref<const std::string&>().empty();
  data["is_bare"] = false;
  if (spec == nullptr) return data;
  data["terms"] = terms_of(rule, *spec, there, view);
  const Rule* stated = find_rule(*policy.stated, rule.topic, rule.id);
  const Rule& written = stated == nullptr ? rule : *stated;
  data["dates"] = dates_of(written, *spec, *policy.stated, view);
  data["has_terms"] = !data["terms"].empty() || !data["dates"].empty();
  data["before"] = other_times(written, *spec, policy, view, false);
  data["has_before"] = !data["before"].empty();
  data["ahead"] = other_times(written, *spec, policy, view, true);
  data["has_ahead"] = !data["ahead"].empty();
  data["reasons"] = reasons_of(rule, *spec, policy, view);
  data["has_reasons"] = !data["reasons"].empty();
  data["is_bare"] = is_bare(rule, data);
  data["plans_html"] = plans_html(rule, there, view);
  data["has_plans"] = !data["plans_html"].get_ref<const std::string&>().empty();
  return data;
}

}  // namespace simrules
