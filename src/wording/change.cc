#include "wording/change.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "model/policy.h"
#include "wording/clause.h"
#include "wording/date.h"
#include "wording/rule.h"
#include "wording/template.h"
#include "wording/value.h"
#include "wording/words.h"

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
  return fill_template(text, [&](std::string_view name, auto) {
    const auto found = parts.find(name);
    return found == parts.end() ? std::string() : found->second;
  });
}

/// Returns the rule that a change is in, in the head or else in the base; nullptr if neither has it.
const Rule* rule_of(const Change& change, const ChangeContext& context) {
  for (const Catalog* side : {&context.head, &context.base}) {
    const Policy* policy = side->find(change.policy);
    const Rule* rule = policy == nullptr ? nullptr : find_rule(*policy, change.topic, change.rule);
    if (rule != nullptr) return rule;
  }
  return nullptr;
}

std::string with_id(const std::string& name, const std::string& id) {
  return name.empty() || name == id ? id : fmt::format("{} ({})", name, id);
}

/// Names the policy, and the rule as the head calls it, else the base.
std::string policy_of(const Change& change, const ChangeContext& context) {
  const Policy* policy = find_policy(change.policy, context);
  return policy == nullptr ? change.policy : policy_name(*policy, context.language);
}

std::string rule_phrase_of(const Change& change, const ChangeContext& context) {
  const Rule* rule = rule_of(change, context);
  return rule == nullptr ? change.rule : rule_phrase({context.schema, context.language}, *rule);
}

/// Says what a brand is and where it is at home.
std::string policy_phrase(const Phrasing& phrasing, const json& policy) {
  std::string out;
  for (const char* name : {"kind", "countries"}) {
    const FieldSpec* spec = phrasing.schema.root().member(name);
    const json& value = member_of(policy, name);
    if (spec == nullptr || value.is_null()) continue;
    out += (out.empty() ? "" : phrasing.phrase("comma")) + value_phrase(phrasing, value, *spec);
  }
  return out;
}

/// Tells the terms of a rule that came, and of one that went what it allowed.
std::string whole_rule_phrase(const Change& change, const json& rule, const Phrasing& phrasing) {
  const FieldSpec* spec = rule_spec(phrasing.schema.root(), change.topic);
  if (spec == nullptr) return "";
  std::vector<std::string> left_out = {"id", "name"};
  if (RuleView(&rule).name().in(phrasing.language).empty())
    left_out.emplace_back(field::kMechanism);
  if (!change.after.is_null()) return rule_terms(phrasing, rule, *spec, left_out);
  const FieldSpec* verdict = spec->member(field::kVerdict);
  const json& word = member_of(rule, field::kVerdict);
  return verdict == nullptr || word.is_null() ? "" : value_phrase(phrasing, word, *verdict);
}

/// Tells whether a value is a word of its field, or yes or no.
bool is_word(const json& value, const FieldSpec* spec) {
  if (value.is_boolean()) return true;
  return value.is_string() && spec != nullptr &&
         std::ranges::find(spec->words, value.get_ref<const std::string&>()) != spec->words.end();
}

/// Puts one side into words for a sentence, a word set apart where the language does so; empty for
/// an item or rule that is not there.
std::string side_phrase(const Change& change, DiffSide side, const ChangeContext& context) {
  const json& value = side == DiffSide::kBase ? change.before : change.after;
  const Address address = address_of(change, side);
  const Phrasing phrasing = phrasing_of(address, context);
  if (value.is_null() && !whole_of(change, context.schema).empty()) return "";
  if (change.pointer.empty()) return policy_phrase(phrasing, value);
  if (is_whole_rule(change)) return whole_rule_phrase(change, value, phrasing);
  const std::string text = phrase_at(address, value, context);
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  const std::string own = spec == nullptr ? "" : spec->phrase("quoted", context.language);
  const json& stated = value.is_null() && spec != nullptr && spec->absent ? *spec->absent : value;
  const std::string form = own.empty() && is_word(stated, spec) ? phrasing.phrase("word") : own;
  return form.empty() || stated.is_null() ? text : fill_parts(form, {{"value", text}});
}

/// Names the verdict of a whole rule and who can receive, for the column of a table.
std::string rule_words(const json& rule, const FieldSpec* spec, const ChangeContext& context) {
  std::string out;
  for (const char* name : {field::kVerdict, field::kRecipients}) {
    const std::string word = field_word(rule, name, spec, context.language);
    if (!out.empty() && !word.empty()) out += context.words().message("report", "list_comma");
    out += word;
  }
  return out;
}

/// Puts one side into words for the column of a table; what absence states is told like a value.
std::string side_words(const Change& change, DiffSide side, const ChangeContext& context) {
  const json& value = side == DiffSide::kBase ? change.before : change.after;
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  const bool is_stated = spec != nullptr && spec->absent && !spec->absent->is_null();
  if (value.is_null() && !is_stated) return context.words().message("report", "nothing");
  if (change.pointer.empty()) return policy_phrase({context.schema, context.language}, value);
  if (is_whole_rule(change)) return rule_words(value, spec, context);
  const std::string text = phrase_at(address_of(change, side), value, context);
  return text.empty() ? pointer_leaf(change.pointer) : text;
}

/// Names the rule that takes the place of one that is gone; empty where none does.
std::string successor_phrase(const Change& change, const ChangeContext& context) {
  const Policy* policy = context.head.find(change.policy);
  if (policy == nullptr || !is_whole_rule(change)) return "";
  const Retired retired = policy->find_retired(change.topic, change.rule);
  const auto name = retired.successor();
  const Policy* home = name ? context.head.find(name->policy) : nullptr;
  const Rule* rule = home == nullptr ? nullptr : find_rule(*home, name->topic, name->id);
  return rule == nullptr ? std::string(retired.moved_to())
                         : rule_phrase({context.schema, context.language}, *rule);
}

std::string subject_phrase(const Change& change,
                           const ChangeContext& context,
                           const Phrasing& phrasing) {
  if (change.rule.empty()) return policy_of(change, context);
  const std::string form = phrasing.phrase("subject");
  return fill_parts(
      form.empty() ? "{policy} · {rule}" : form,
      {{"policy", policy_of(change, context)}, {"rule", rule_phrase_of(change, context)}});
}

/// Tells since when it holds, unless the change is one of these dates or not of the rule itself.
void add_dates(const Change& change,
               const ChangeContext& context,
               const Phrasing& phrasing,
               Parts& parts) {
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const bool is_date = tokens.size() > 2 && tokens[2] == "effective";
  const bool is_substance = spec != nullptr && spec->area == Area::kSubstance;
  // A whole rule or plan tells its own dates.
  const bool is_whole = !whole_of(change, context.schema).empty() && tokens.size() <= 2;
  if (is_date || is_whole || !is_substance || !change.effective.is_object()) return;
  if (is_ours(change, context.schema)) return;
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
  std::vector<std::string> names;
  for (const std::string& path : change.incomparable) {
    const FieldSpec* beside = find_beside(context.schema.root(), change.pointer, path);
    names.push_back(beside == nullptr ? path : inner_label(*beside, context.language));
  }
  return join_phrases(phrasing, names);
}

/// Puts the items that a set gained or lost into words, each in its own where the field has some.
std::string set_phrase(const Phrasing& phrasing,
                       const json& items,
                       const FieldSpec& spec,
                       const std::string& form) {
  if (items.empty()) return "";
  std::string each = spec.phrase(form, phrasing.language);
  const bool has_words = spec.items != nullptr && !spec.items->words.empty();
  if (each.empty() && has_words) each = phrasing.phrase("word");
  std::vector<std::string> parts;
  for (const json& item : items) {
    const std::string word = item.is_string() ? item.get<std::string>() : "";
    std::string own = spec.phrase(fmt::format("{}:{}", form, word), phrasing.language);
    if (own.empty() && each.empty()) return value_phrase(phrasing, items, spec);
    if (own.empty()) {
      own = fill_template(each, [&](std::string_view, auto) {
        return value_phrase(phrasing, json::array({item}), spec);
      });
    }
    parts.push_back(std::move(own));
  }
  return join_phrases(phrasing, parts);
}

void add_set_parts(const Change& change, const ChangeContext& context, Parts& parts) {
  const auto set = set_change(change, context.schema);
  if (!set) return;
  const FieldSpec& spec = *find_field(context.schema.root(), change.pointer);
  const auto phrasing = [&](DiffSide side) {
    return phrasing_of(address_of(change, side), context);
  };
  parts["lost"] = set_phrase(phrasing(DiffSide::kBase), set->lost, spec, "lost");
  parts["gained"] = set_phrase(phrasing(DiffSide::kHead), set->gained, spec, "gained");
}

/// Fills the template of what happened; one of a field can name the members beside the field.
std::string fill_clause(const Change& change,
                        const ChangeContext& context,
                        std::string_view text,
                        const Parts& parts) {
  const Address address = address_of(change, DiffSide::kHead);
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  return fill_template(text, [&](std::string_view name, std::string_view form) {
    const auto found = parts.find(name);
    if (found == parts.end()) return sibling_phrase(address, name, form, context);
    const json& side = name == "before" ? change.before : change.after;
    const std::string own =
        form.empty() || spec == nullptr || !side.is_string()
            ? ""
            : spec->phrase(std::string(form) + ':' + side.get<std::string>(), context.language);
    return own.empty() ? found->second : own;
  });
}

/// Puts every part of a sentence into words.
Parts statement_parts(const Change& change,
                      const ChangeContext& context,
                      const Phrasing& phrasing,
                      Setting setting) {
  Parts parts;
  parts["subject"] = subject_phrase(change, context, phrasing);
  parts["field"] =
      change.pointer.empty() ? "" : field_phrase(address_of(change, DiffSide::kHead), context);
  parts["before"] = side_phrase(change, DiffSide::kBase, context);
  parts["after"] = side_phrase(change, DiffSide::kHead, context);
  parts["because"] = phrasing.text("because", change.cause);
  parts["successor"] = successor_phrase(change, context);
  parts["incomparable"] = incomparable_phrase(change, context, phrasing);
  add_set_parts(change, context, parts);
  if (setting == Setting::kAlone) add_dates(change, context, phrasing, parts);
  const std::string clause = clause_template(change, phrasing);
  parts["clause"] = fill_clause(change, context, clause.empty() ? kFallbackClause : clause, parts);
  const std::string statement = phrasing.phrase("statement");
  parts["statement"] = fill_parts(statement.empty() ? kFallbackStatement : statement, parts);
  return parts;
}

/// Returns the specification of a member of the rule, plan or zone that a change is in.
const FieldSpec* item_field(const Change& change,
                            std::string_view name,
                            const ChangeContext& context) {
  const RuleName item = item_at(address_of(change, DiffSide::kHead));
  const FieldSpec* spec = item.is_policy() ? nullptr : rule_spec(context.schema.root(), item.topic);
  return spec == nullptr ? nullptr : spec->member(name);
}

}  // namespace

std::string change_sentence(const Change& change, const ChangeContext& context, Setting setting) {
  const bool is_alone = setting == Setting::kAlone;
  const Phrasing phrasing = phrasing_of(address_of(change, DiffSide::kHead), context);
  std::string frame = phrasing.phrase(is_alone ? "change" : "alone");
  if (frame.empty()) frame = is_alone ? kFallbackFrame : kFallbackAlone;
  return fill_parts(frame, statement_parts(change, context, phrasing, setting));
}

std::string change_statement(const Change& change, const ChangeContext& context, Setting setting) {
  const Phrasing phrasing = phrasing_of(address_of(change, DiffSide::kHead), context);
  return statement_parts(change, context, phrasing, setting)["statement"];
}

std::string change_subject(const Change& change, const ChangeContext& context) {
  return subject_phrase(change, context, phrasing_of(address_of(change, DiffSide::kHead), context));
}

ChangeSides change_sides(const Change& change, const ChangeContext& context) {
  return {side_words(change, DiffSide::kBase, context),
          side_words(change, DiffSide::kHead, context)};
}

std::string changed_policy_name(const Change& change, const ChangeContext& context) {
  return with_id(policy_of(change, context), change.policy);
}

std::string changed_rule_name(const Change& change, const ChangeContext& context) {
  return with_id(rule_phrase_of(change, context), change.rule);
}

std::string cause_word(const Change& change, const ChangeContext& context) {
  if (change.cause.empty()) return "";
  const FieldSpec* revision = item_field(change, "revision", context);
  const FieldSpec* spec = revision == nullptr ? nullptr : revision->member("cause");
  return spec == nullptr ? change.cause : spec->word_label(change.cause, context.language);
}

std::string cause_phrase(const Change& change, const ChangeContext& context) {
  const Phrasing phrasing{context.schema, context.language};
  const std::string text = phrasing.text("causes", change.cause);
  return text.empty() ? cause_word(change, context) : text;
}

std::string effective_phrase(const Change& change, const ChangeContext& context) {
  const FieldSpec* spec = item_field(change, "effective", context);
  if (change.effective.is_null() || spec == nullptr) return "";
  return value_phrase({context.schema, context.language}, change.effective, *spec);
}

}  // namespace simrules
