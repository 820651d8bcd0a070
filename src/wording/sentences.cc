#include "wording/sentences.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/field_phrases.h"
#include "wording/fields.h"
#include "wording/phrase_scalars.h"
#include "wording/phrase_template.h"
#include "wording/phrases.h"
#include "wording/rule_sentences.h"
#include "wording/ui_words.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What stands in a sentence of a schema that has no templates.
constexpr const char* kFallbackFrame = "{subject}: {statement}.";
constexpr const char* kFallbackAlone = "{statement}.";
constexpr const char* kFallbackStatement = "{clause}[ (from {from})]";
constexpr const char* kFallbackClause = "{field}: {before} → {after}";

/// What a template of a change can name.
using Parts = std::map<std::string, std::string, std::less<>>;

std::string fill_parts(std::string_view text, const Parts& parts) {
  return fill_phrase(text, [&](std::string_view name, auto) {
    const auto found = parts.find(name);
    return found == parts.end() ? std::string() : found->second;
  });
}

const FieldSpec* spec_of(const Change& change, const ChangeContext& context) {
  return find_field(context.schema.root(), change.pointer);
}

bool is_whole_item(const Change& change, const ChangeContext& context) {
  if (change.kind != ChangeKind::kAdded && change.kind != ChangeKind::kRemoved) return false;
  const FieldSpec* list = find_field(context.schema.root(), pointer_parent(change.pointer));
  return list != nullptr && list->is_keyed_list();
}

/// Lists the items of one set that another lacks.
json missing_from(const json& items, const json& other) {
  json missing = json::array();
  for (const json& item : items) {
    if (std::find(other.begin(), other.end(), item) == other.end()) missing.push_back(item);
  }
  return missing;
}

/// Returns both sides of a set, absence as what it states; nothing for what is no set.
std::optional<std::pair<json, json>> sets_of(const Change& change, const FieldSpec* spec) {
  if (spec == nullptr || !spec->is_set) return std::nullopt;
  const auto stated = [&](const json& side) {
    return side.is_null() && spec->absent ? *spec->absent : side;
  };
  const json before = stated(change.before);
  const json after = stated(change.after);
  if (!before.is_array() || !after.is_array()) return std::nullopt;
  return std::make_pair(before, after);
}

/// Tells whether our data changed and not what the carrier does.
bool is_ours(const Change& change, const FieldSpec* spec) {
  const bool is_substance = spec == nullptr || spec->area == Area::kSubstance;
  return is_substance && !is_confidence(change) && !change.cause.empty() &&
         change.cause != kCarrierChange;
}

/// Tells of which kind the change is: `changes` of the carrier's rules, corrections that are
/// `ours`, or `records` of evidence and wording.
std::string section_of(const Change& change, const FieldSpec* spec) {
  if (is_confidence(change) || change.pointer.empty()) return "changes";
  if (spec != nullptr && spec->area != Area::kSubstance) return "records";
  return is_ours(change, spec) ? "ours" : "changes";
}

/// Names what came or went as a whole; empty for a change inside.
std::string whole_of(const Change& change, const ChangeContext& context) {
  const std::string way = change.kind == ChangeKind::kRemoved ? "removed" : "introduced";
  if (change.pointer.empty()) return "policy-" + way;
  if (is_whole_rule(change)) return "rule-" + way;
  return is_whole_item(change, context) ? "item-" + way : std::string();
}

/// Returns the template of the direction word that a change's id ends with: that of the field, or
/// that of all fields.
std::string direction_template(const Change& change,
                               const FieldSpec* spec,
                               const Phrasing& phrasing) {
  std::map<std::string, std::string> templates;
  if (spec != nullptr) {
    const auto own = spec->phrases.find(phrasing.language);
    if (own != spec->phrases.end()) templates = own->second.templates;
  }
  const SentenceTemplates& all = phrasing.schema.sentences(phrasing.language);
  if (const auto changes = all.find("changes"); changes != all.end()) {
    templates.insert(changes->second.begin(), changes->second.end());
  }
  std::pair<std::string, std::string> longest;
  for (const auto& [word, text] : templates) {
    const bool is_longer = word.size() > longest.first.size();
    if (is_longer && change.id.ends_with("-" + word)) longest = {word, text};
  }
  return longest.second;
}

/// Tells what is true of a change whatever its direction.
std::string presence_of(const Change& change) {
  if (change.before.is_null()) return "introduced";
  return change.after.is_null() ? "removed" : "changed";
}

/// Chooses the template of what happened.
std::string clause_template(const Change& change,
                            const ChangeContext& context,
                            const Phrasing& phrasing) {
  const FieldSpec* spec = spec_of(change, context);
  const std::string section = section_of(change, spec);
  const std::string whole = whole_of(change, context);
  if (is_confidence(change)) return phrasing.text(section, "confidence-changed");
  if (!whole.empty()) return phrasing.text(section, whole);
  if (const auto sets = sets_of(change, spec)) {
    const bool has_lost = !missing_from(sets->first, sets->second).empty();
    const bool has_gained = !missing_from(sets->second, sets->first).empty();
    const char* use = has_lost && has_gained ? "set-swapped" : has_lost ? "set-lost" : "set-gained";
    return phrasing.text(section, use);
  }
  if (section == "ours") {
    return phrasing.text(section, presence_of(change));
  }
  if (section == "changes") return direction_template(change, spec, phrasing);
  const std::string own =
      spec == nullptr ? "" : spec->phrase(presence_of(change), context.language);
  return own.empty() ? phrasing.text(section, presence_of(change)) : own;
}

/// Counts the rules of a policy by topic.
std::string policy_phrase(const Phrasing& phrasing, const json& policy) {
  std::vector<std::string> parts;
  for (const std::string& topic : phrasing.schema.topics()) {
    const FieldSpec* spec = phrasing.schema.root().member(topic);
    parts.push_back(fill_phrase(phrasing.phrase("term"), [&](std::string_view part, auto) {
      if (part == "value") return std::to_string(member_of(policy, topic).size());
      return spec == nullptr ? topic : inner_label(*spec, phrasing.language);
    }));
  }
  return join_phrases(phrasing, parts);
}

/// Tells the terms of a new rule, and of one that is gone what it allowed.
std::string whole_rule_phrase(const Change& change,
                              const json& rule,
                              const FieldSpec& spec,
                              const Phrasing& phrasing) {
  std::vector<std::string> left_out = {"id", "name"};
  if (name_of(rule, phrasing.language).empty()) left_out.emplace_back(field::kMechanism);
  if (change.kind != ChangeKind::kRemoved) return rule_terms(phrasing, rule, spec, left_out);
  const FieldSpec* verdict = spec.member(field::kVerdict);
  const json& word = member_of(rule, field::kVerdict);
  return verdict == nullptr || word.is_null() ? "" : value_phrase(phrasing, word, *verdict);
}

/// Puts one side into words; empty for an item or rule that is not there.
std::string side_phrase(const json& value,
                        const Change& change,
                        const Catalog& side,
                        const ChangeContext& context) {
  const Phrasing phrasing = phrasing_of(change, context, side);
  const bool is_whole = !whole_of(change, context).empty();
  if (is_whole && value.is_null()) return "";
  if (change.pointer.empty()) return policy_phrase(phrasing, value);
  const FieldSpec* spec = spec_of(change, context);
  if (spec != nullptr && is_whole_rule(change)) {
    return whole_rule_phrase(change, value, *spec, phrasing);
  }
  return changed_value_phrase(value, change, side, context);
}

/// Names the rule that takes the place of one that is gone; empty where none does.
std::string successor_phrase(const Change& change, const ChangeContext& context) {
  const Policy* policy = context.head.find(change.policy);
  if (policy == nullptr || !is_whole_rule(change)) return "";
  const std::string id = change.topic + "/" + change.rule;
  for (const json& retired : member_of(*policy->value, "retired")) {
    const json& target = member_of(retired, "moved_to");
    if (member_of(retired, "id") != id || !target.is_string()) continue;
    const auto text = target.get<std::string>();
    const Policy* home = context.head.find(text.substr(0, text.find('#')));
    if (home == nullptr) return text;
    for (const Rule& rule : home->rules) {
      if (text.ends_with("#" + rule.topic + "/" + rule.id)) {
        return rule_phrase({context.schema, context.language, nullptr}, rule);
      }
    }
    return text;
  }
  return "";
}

std::string subject_phrase(const Change& change,
                           const ChangeContext& context,
                           const Phrasing& phrasing) {
  const Policy* policy = find_policy(change, context);
  const std::string name =
      policy == nullptr ? change.policy : policy_name(*policy, context.language);
  if (change.rule.empty()) return name;
  const std::string form = phrasing.phrase("subject");
  return fill_parts(form.empty() ? "{policy} · {rule}" : form,
                    {{"policy", name}, {"rule", changed_rule_name(change, context)}});
}

/// Tells since when it holds, unless the change is one of these dates or not of the rule itself.
void add_dates(const Change& change,
               const ChangeContext& context,
               const Phrasing& phrasing,
               Parts& parts) {
  const FieldSpec* spec = spec_of(change, context);
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const bool is_date = tokens.size() > kRuleTokens && tokens[kRuleTokens] == "effective";
  const bool is_substance = spec != nullptr && spec->area == Area::kSubstance;
  // A whole rule or plan tells its own dates.
  const bool is_whole = !whole_of(change, context).empty() && tokens.size() <= kRuleTokens;
  if (is_date || is_whole || !is_substance || !change.effective.is_object()) return;
  if (is_ours(change, spec)) return;
  for (const auto& [name, date] : change.effective.items()) {
    if (date.is_string()) parts[name] = date_phrase(phrasing, date.get<std::string>());
  }
  // An announcement without a first day is told by itself.
  if (!parts.contains("from") && parts.contains("announced")) {
    parts["only_announced"] = parts["announced"];
  }
}

/// Names what differs beside the field, so that its two values have no order.
std::string incomparable_phrase(const Change& change,
                                const ChangeContext& context,
                                const Phrasing& phrasing) {
  const FieldSpec* around = find_field(context.schema.root(), pointer_parent(change.pointer));
  std::vector<std::string> names;
  for (const std::string& name : change.incomparable) {
    const FieldSpec* sibling = around == nullptr ? nullptr : around->member(name);
    names.push_back(sibling == nullptr ? name : inner_label(*sibling, context.language));
  }
  return join_phrases(phrasing, names);
}

void add_set_parts(const Change& change, const ChangeContext& context, Parts& parts) {
  const FieldSpec* spec = spec_of(change, context);
  const auto sets = sets_of(change, spec);
  if (!sets) return;
  const auto phrase = [&](const json& items, const Catalog& side) {
    return items.empty() ? "" : value_phrase(phrasing_of(change, context, side), items, *spec);
  };
  parts["lost"] = phrase(missing_from(sets->first, sets->second), context.base);
  parts["gained"] = phrase(missing_from(sets->second, sets->first), context.head);
}

/// Fills the template of what happened; one of a field can name the members beside the field.
std::string fill_clause(const Change& change,
                        const ChangeContext& context,
                        std::string_view text,
                        const Parts& parts) {
  const Phrasing phrasing = phrasing_of(change, context, context.head);
  const PhraseScope scope = scope_of(change, context, phrasing);
  return fill_phrase(text, [&](std::string_view name, std::string_view form) {
    const auto found = parts.find(name);
    if (found != parts.end()) return found->second;
    return scope.object == nullptr ? std::string() : member_phrase(phrasing, scope, name, form);
  });
}

/// Puts every part of a sentence into words.
Parts statement_parts(const Change& change,
                      const ChangeContext& context,
                      const Phrasing& phrasing) {
  Parts parts;
  parts["subject"] = subject_phrase(change, context, phrasing);
  parts["field"] = change.pointer.empty() ? "" : changed_field_phrase(change, context);
  parts["before"] = side_phrase(change.before, change, context.base, context);
  parts["after"] = side_phrase(change.after, change, context.head, context);
  parts["because"] = phrasing.text("because", change.cause);
  parts["successor"] = successor_phrase(change, context);
  parts["incomparable"] = incomparable_phrase(change, context, phrasing);
  add_set_parts(change, context, parts);
  add_dates(change, context, phrasing, parts);
  const std::string clause = clause_template(change, context, phrasing);
  parts["clause"] = fill_clause(change, context, clause.empty() ? kFallbackClause : clause, parts);
  const std::string statement = phrasing.phrase("statement");
  parts["statement"] = fill_parts(statement.empty() ? kFallbackStatement : statement, parts);
  return parts;
}

}  // namespace

std::string change_sentence(const Change& change, const ChangeContext& context) {
  const Phrasing phrasing = phrasing_of(change, context, context.head);
  const std::string frame = phrasing.phrase("change");
  return fill_parts(frame.empty() ? kFallbackFrame : frame,
                    statement_parts(change, context, phrasing));
}

std::string change_clause(const Change& change, const ChangeContext& context) {
  const Phrasing phrasing = phrasing_of(change, context, context.head);
  const std::string frame = phrasing.phrase("alone");
  return fill_parts(frame.empty() ? kFallbackAlone : frame,
                    statement_parts(change, context, phrasing));
}

std::string cause_phrase(const Change& change, const ChangeContext& context) {
  if (change.cause.empty()) return "";
  const Phrasing phrasing{context.schema, context.language, nullptr};
  const std::string text = phrasing.text("causes", change.cause);
  return text.empty() ? describe_change(change, context).cause : text;
}

}  // namespace simrules
