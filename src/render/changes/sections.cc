#include "render/changes/sections.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/pointer.h"
#include "base/text.h"
#include "diff/change_ids.h"
#include "model/time/members.h"
#include "render/changes/new_brand.h"
#include "render/changes/witness.h"
#include "wording/change.h"
#include "wording/date.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// How many tokens of a pointer name a rule, a plan or a source: its section and its id.
constexpr std::size_t kItemTokens = 2;

/// What the changes of one block have in common.
using BlockKey = std::tuple<std::string, std::string, std::string>;

BlockKey key_of(const Change& change, const ChangeContext& context) {
  if (!change.rule.empty()) return {change.policy, change.topic + "/" + change.rule, ""};
  std::string shared = change.effective.dump();
  for (const std::string& source : change.evidence) shared += " " + source;
  if (!change.cause.empty()) shared += revision_of(change, context).raw().dump();
  return {change.policy, "", shared};
}

/// Tells whether an address leads to a page on https and holds nothing that a format could take for
/// its own.
bool is_page(std::string_view url) {
  constexpr std::string_view kMarks = "<>[]{}\"\\`|";
  return url.starts_with("https://") && std::all_of(url.begin(), url.end(), [&](char c) {
           return c > ' ' && c < '\x7F' && kMarks.find(c) == std::string_view::npos;
         });
}

/// Tells whether the dates below a block say already what a change tells.
bool is_told(const Change& change, const RuleChanges& block) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const bool is_of_dates =
      tokens.size() > kItemTokens && (tokens[kItemTokens] == member_name::kEffective ||
                                      tokens[kItemTokens] == member_name::kSince);
  return is_of_dates && change.before.is_null() && !block.effective.empty();
}

RuleChanges start_block(const Change& change, const ChangeContext& context) {
  RuleChanges block{.policy = changed_policy_name(change, context),
                    .rule = changed_rule_name(change, context),
                    .cause = cause_word(change, context),
                    .why = cause_phrase(change, context),
                    .effective = effective_phrase(change, context)};
  // A revision that did not move speaks of an earlier change.
  const bool is_gone =
      change.after.is_null() && pointer_split(change.pointer).size() == kItemTokens;
  const Revision revision = revision_of(change, context);
  // What differs by the dates alone differs for no reason that a revision gives.
  const bool is_why = is_gone || (!change.cause.empty() && revision.cause() == change.cause);
  if (is_why) {
    const std::string date(revision.date());
    if (!date.empty()) block.revised = date_phrase({context.schema, context.language}, date);
    block.note = revision.note().in(context.language);
  }
  for (const std::string& source : change.evidence) {
    block.sources.push_back(source_link(change.policy, source, context));
  }
  return block;
}

Impact impact_of(const Change* change) { return change->impact; }

/// Takes the first day of what the carrier changed for the day since when it holds; one that our data
/// lacked is news of its own.
void take_first_day(RuleChanges& block, const ChangeContext& context) {
  if (!block.effective.empty()) return;
  for (const Change* change : block.changes) {
    const std::vector<std::string> tokens = pointer_split(change->pointer);
    const bool is_first_day =
        tokens.size() == kItemTokens + 1 && tokens[kItemTokens] == member_name::kSince &&
        change->before.is_null() && change->after.is_string() && change->cause == kCarrierChange;
    if (!is_first_day || !parse_partial_date(change->after.get<std::string>())) continue;
    Change dated = *change;
    dated.effective = {{"from", change->after}};
    block.effective = effective_phrase(dated, context);
  }
}

void finish_block(RuleChanges& block, const ChangeContext& context) {
  take_first_day(block, context);
  const auto is_other = [&](const Change* change) { return !is_told(*change, block); };
  if (std::ranges::any_of(block.changes, is_other)) {
    std::erase_if(block.changes, std::not_fn(is_other));
  }
  std::vector<Impact> impacts;
  for (const Change* change : block.changes) impacts.push_back(change->impact);
  block.impact = roll_up(impacts);
  std::ranges::stable_sort(block.changes, {}, impact_of);
}

/// Begins a sentence with a capital; a first word that has capitals or marks of its own is a name.
std::string sentence_case(std::string text) {
  const std::string_view word = std::string_view(text).substr(0, text.find(' '));
  const bool is_plain = !word.empty() && std::ranges::all_of(word, is_lower);
  if (is_plain) text[0] = to_upper(text[0]);
  return text;
}

using TopicChanges = std::pair<std::string, std::vector<const Change*>>;

/// Groups changes by topic in the schema's order, those of policies as such last, each with the
/// worst impact first.
std::vector<TopicChanges> changes_by_topic(const std::vector<const Change*>& changes,
                                           const PolicySchema& schema) {
  std::vector<TopicChanges> groups;
  for (const std::string& topic : schema.topics()) groups.push_back({topic, {}});
  groups.emplace_back();
  for (const Change* change : changes) {
    const auto group = std::ranges::find(groups, change->topic, &TopicChanges::first);
    (group == groups.end() ? groups.back() : *group).second.push_back(change);
  }
  for (TopicChanges& group : groups) std::ranges::stable_sort(group.second, {}, impact_of);
  return groups;
}

std::string topic_title(const std::string& topic, const ChangeContext& context) {
  if (topic.empty()) return context.words().message("report", "policy_itself");
  return context.schema.root().member(topic)->label(context.language);
}

/// Names a rule by its topic and its name: "Tethering: Hotspot".
std::string moved_rule_name(const RuleName& name, const ChangeContext& context) {
  const Policy* policy = context.head.find(name.policy);
  const Rule* rule = policy == nullptr ? nullptr : find_rule(*policy, name.topic, name.id);
  return rule == nullptr ? to_string(name) : rule_phrase({context.schema, context.language}, *rule);
}

/// Names the rules of a new policy of which nothing is known.
std::string unknown_remark(const Change& change, const ChangeContext& context) {
  const Policy* policy = context.head.find(change.policy);
  const bool is_whole = change.id == kPolicyIntroduced && policy != nullptr;
  const std::string names = is_whole ? unknown_rules(*policy, context) : "";
  return names.empty() ? ""
                       : fill_message(context.words(), "report", "not_known", {{"rules", names}});
}

/// Says why a change has no order, why what is new may be no news, or which rules it moves.
std::string remark_of(const Change& change, const ChangeContext& context) {
  const Language& words = context.words();
  if (change.kind == ChangeKind::kRecorded) {
    return words.message("report", "recorded");
  }
  std::string names;
  for (const std::string& path : change.incomparable) {
    const FieldSpec* spec = find_beside(context.schema.root(), change.pointer, path);
    if (!names.empty()) names += words.message("report", "list_comma");
    names += spec == nullptr ? path : spec->label(context.language);
  }
  if (!names.empty()) return fill_message(words, "report", "incomparable", {{"fields", names}});
  for (const RuleName& rule : change.moves) {
    if (!names.empty()) names += words.message("report", "list_comma");
    names += moved_rule_name(rule, context);
  }
  return names.empty() ? unknown_remark(change, context)
                       : fill_message(words, "report", "moves", {{"rules", names}});
}

/// Adds what the changes of each rule do to one of those whom they concern, each told once.
void add_witnesses(std::vector<RuleChanges>& blocks, const Comparison& comparison) {
  std::set<std::string> told;
  for (RuleChanges& block : blocks) {
    for (const Change* change : block.changes) {
      std::string sentence = witness_sentence(*change, comparison.differences, comparison.context);
      if (!sentence.empty() && told.insert(block.policy + block.rule + sentence).second)
        block.witnesses.emplace(change, std::move(sentence));
    }
  }
}

}  // namespace

std::string RuleChanges::witness_of(const Change& change) const {
  const auto found = witnesses.find(&change);
  return found == witnesses.end() ? "" : found->second;
}

SortedChanges sorted_changes(const Differences& differences) {
  std::set<std::string> introduced;
  for (const Change& change : differences.changes) {
    if (change.id == kPolicyIntroduced) introduced.insert(change.policy);
  }
  SortedChanges sorted;
  for (const Change* change : told_changes(differences)) {
    std::vector<const Change*>& list = introduced.contains(change->policy) ? sorted.brought
                                       : is_correction(*change)            ? sorted.corrected
                                                                           : sorted.changed;
    list.push_back(change);
  }
  return sorted;
}

std::string translations_note(const Differences& differences, const ChangeContext& context) {
  std::map<std::string, std::vector<const Change*>> by_language;
  for (const Change& change : differences.changes) {
    if (change.is_translation) by_language[pointer_leaf(change.pointer)].push_back(&change);
  }
  const Language& words = context.words();
  std::string note;
  for (const auto& [language, changes] : by_language) {
    std::set<std::string> policies;
    for (const Change* change : changes) policies.insert(change->policy);
    if (!note.empty()) note += words.message("report", "list_comma");
    const std::string& name = words.name_of("languages", language);
    note += fill_message(words,
                         "report",
                         "translated",
                         {{"texts", counted(words, "texts", changes.size())},
                          {"policies", counted(words, "policies", policies.size())},
                          {"language", name.empty() ? language : name}});
  }
  return note;
}

std::vector<RuleChanges> changes_by_rule(const std::vector<const Change*>& changes,
                                         const ChangeContext& context) {
  std::vector<RuleChanges> blocks;
  std::map<BlockKey, std::size_t> places;
  for (const Change* change : changes) {
    const auto [place, is_new] = places.emplace(key_of(*change, context), blocks.size());
    if (is_new) blocks.push_back(start_block(*change, context));
    blocks[place->second].changes.push_back(change);
  }
  for (RuleChanges& block : blocks) finish_block(block, context);
  std::ranges::stable_sort(blocks, {}, &RuleChanges::impact);
  return blocks;
}

std::vector<RuleChanges> changes_by_brand(const std::vector<const Change*>& changes,
                                          const ChangeContext& context) {
  std::vector<RuleChanges> brands;
  std::set<std::string> named;
  for (const Change* change : changes) {
    const std::string policy = changed_policy_name(*change, context);
    if (brands.empty() || brands.back().policy != policy) {
      brands.push_back({.policy = policy, .impact = Impact::kClarified, .is_new_brand = true});
    }
    for (const std::string& source : change->evidence) {
      if (!named.insert(policy + source).second) continue;
      brands.back().sources.push_back(source_link(change->policy, source, context));
    }
    if (!is_unknown_rule(*change, context)) brands.back().changes.push_back(change);
  }
  return brands;
}

std::vector<ChangeSection> change_sections(const Comparison& comparison) {
  const ChangeContext& context = comparison.context;
  const SortedChanges sorted = sorted_changes(comparison.differences);
  std::vector<ChangeSection> sections;
  for (const auto& [topic, changes] : changes_by_topic(sorted.changed, context.schema)) {
    if (changes.empty()) continue;
    sections.push_back({topic_title(topic, context), "", changes_by_rule(changes, context)});
    add_witnesses(sections.back().rules, comparison);
  }
  const auto add = [&](const char* title, const char* note, std::vector<RuleChanges> rules) {
    if (rules.empty()) return;
    const Language& words = context.words();
    sections.push_back(
        {words.message("report", title), words.message("report", note), std::move(rules)});
  };
  add("new_brands", "new_brands_note", changes_by_brand(sorted.brought, context));
  add("corrections", "corrections_note", changes_by_rule(sorted.corrected, context));
  add("announced", "announced_note", changes_by_rule(told_changes(comparison.announced), context));
  const std::string translated = translations_note(comparison.differences, context);
  if (!translated.empty())
    sections.push_back({context.words().message("report", "translations"), translated, {}});
  return sections;
}

std::string why_text(const RuleChanges& rule, const Language& words) {
  std::string out = rule.why;
  if (!out.empty() && !rule.revised.empty()) out += fmt::format(" ({})", rule.revised);
  if (!out.empty() && !rule.note.empty()) out += words.message("report", "colon");
  return out + rule.note;
}

ShownChange shown_change(const Change& change, const ChangeContext& context) {
  const Rule* brought = brought_rule(change, context);
  ShownChange shown{
      .sentence =
          brought == nullptr
              ? sentence_case(change_sentence(change, context, Setting::kBelowHeading))
              : rule_sentence(
                    *brought, *context.head.find(change.policy), context.schema, context.language),
      .remark = remark_of(change, context)};
  if (change.before.is_null() || change.after.is_null()) return shown;
  const auto is_said = [&](const std::string& value) {
    return shown.sentence.find(value) != std::string::npos;
  };
  ChangeSides sides = change_sides(change, context);
  if (is_said(sides.before) || is_said(sides.after)) return shown;
  shown.before = std::move(sides.before);
  shown.after = std::move(sides.after);
  return shown;
}

Revision revision_of(const Change& change, const ChangeContext& context) {
  const RuleName name = item_at(address_of(change, DiffSide::kHead));
  const Policy* policy = context.head.find(change.policy);
  if (policy == nullptr || name.is_policy()) return {};
  const std::string pointer = address_of(name, DiffSide::kHead).pointer;
  const json* item = value_at(policy->raw(), context.schema.root(), pointer);
  if (item != nullptr) return Item(item).revision();
  const Retired retired = policy->find_retired(name.topic, name.id);
  return Revision(&retired.raw());
}

bool is_correction(const Change& change) { return change.cause == kCorrection; }

SourceLink source_link(std::string_view policy_id,
                       std::string_view source,
                       const ChangeContext& context) {
  const auto page = [](std::string_view url) { return std::string(is_page(url) ? url : ""); };
  for (const Catalog* side : {&context.head, &context.base}) {
    const Policy* policy = side->find(policy_id);
    if (policy == nullptr) continue;
    const Source found = policy->find_source(source);
    SourceLink link{std::string(source), page(found.url()), page(found.archive())};
    if (!link.url.empty() || !link.copy.empty()) return link;
  }
  return {std::string(source), "", ""};
}

}  // namespace simrules
