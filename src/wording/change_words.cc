#include "wording/change_words.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/field_phrases.h"
#include "wording/fields.h"
#include "wording/rule_sentences.h"
#include "wording/ui_words.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

std::string with_id(const std::string& name, const std::string& id) {
  return name.empty() || name == id ? id : fmt::format("{} ({})", name, id);
}

std::string policy_words(const Change& change, const ChangeContext& context) {
  const Policy* policy = find_policy(change, context);
  return with_id(policy == nullptr ? "" : policy_name(*policy, context.language), change.policy);
}

std::string rule_words(const Change& change, const ChangeContext& context) {
  if (change.rule.empty()) return "";
  const Rule* rule = rule_of(change, context);
  if (rule == nullptr) return change.rule;
  return with_id(rule_phrase({context.schema, context.language, nullptr}, *rule), change.rule);
}

/// Returns the pointer of the list item that a change is in: a rule, a plan, a zone, a source.
std::string item_pointer(const Change& change) {
  std::string pointer;
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  for (std::size_t i = 0; i < std::min(kRuleTokens, tokens.size()); ++i) {
    pointer = pointer_join(pointer, tokens[i]);
  }
  return pointer;
}

/// Counts the rules of a policy by topic.
std::string whole_policy_words(const json& policy, const ChangeContext& context) {
  const std::string language = context.language;
  std::string out;
  for (const std::string& topic : context.schema.topics()) {
    const FieldSpec* spec = context.schema.root().member(topic);
    const std::string count = std::to_string(member_of(policy, topic).size());
    if (!out.empty()) out += "; ";
    out += (spec == nullptr ? topic : spec->label(language)) +
           std::string(ui_word(Ui::kColon, language)) + count;
  }
  return out;
}

std::string whole_rule_words(const json& rule, const Change& change, const ChangeContext& context) {
  const Rule wrapped{change.topic, change.rule, "", &rule, Confidence::kUnverified};
  std::string out;
  for (const char* name : {field::kVerdict, field::kRecipients}) {
    const std::string text = rule_field_text(wrapped, name, context.schema, context.language);
    if (!out.empty() && !text.empty()) out += ui_word(Ui::kListComma, context.language);
    out += text;
  }
  return out;
}

/// Puts one side of a change into words; what absence states is told like a value.
std::string side_words(const json& value,
                       const Change& change,
                       const Catalog& side,
                       const ChangeContext& context) {
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  const bool is_stated = spec != nullptr && spec->absent && !spec->absent->is_null();
  if (value.is_null() && !is_stated) return std::string(ui_word(Ui::kNothing, context.language));
  if (change.pointer.empty()) return whole_policy_words(value, context);
  if (is_whole_rule(change)) return whole_rule_words(value, change, context);
  const std::string text = changed_value_phrase(value, change, side, context);
  return text.empty() ? pointer_leaf(change.pointer) : text;
}

std::string field_words(const Change& change, const ChangeContext& context) {
  if (is_confidence(change)) return std::string(ui_word(Ui::kConfidence, context.language));
  const std::size_t skip = change.rule.empty() ? 0 : kRuleTokens;
  return field_path_text(context.schema.root(), change.pointer, skip, context.language);
}

std::string cause_words(const Change& change, const ChangeContext& context) {
  if (change.cause.empty()) return "";
  const std::string pointer = item_pointer(change) + "/revision/cause";
  const FieldSpec* spec = find_field(context.schema.root(), pointer);
  return spec == nullptr ? change.cause : spec->word_label(change.cause, context.language);
}

std::string effective_words(const Change& change, const ChangeContext& context) {
  const FieldSpec* spec =
      find_field(context.schema.root(), pointer_join(item_pointer(change), "effective"));
  if (change.effective.is_null() || spec == nullptr) return "";
  return value_phrase({context.schema, context.language, nullptr}, change.effective, *spec);
}

}  // namespace

const Rule* rule_of(const Change& change, const ChangeContext& context) {
  for (const Catalog* side : {&context.head, &context.base}) {
    const Policy* policy = side->find(change.policy);
    const Rule* rule = policy == nullptr ? nullptr : find_rule(*policy, change.topic, change.rule);
    if (rule != nullptr) return rule;
  }
  return nullptr;
}

const Policy* find_policy(const Change& change, const ChangeContext& context) {
  const Policy* policy = context.head.find(change.policy);
  return policy != nullptr ? policy : context.base.find(change.policy);
}

ChangeWords describe_change(const Change& change, const ChangeContext& context) {
  const json& since = member_of(change.effective, "from");
  return {.policy = policy_words(change, context),
          .rule = rule_words(change, context),
          .field = field_words(change, context),
          .before = side_words(change.before, change, context.base, context),
          .after = side_words(change.after, change, context.head, context),
          .cause = cause_words(change, context),
          .effective = effective_words(change, context),
          .since = since.is_string() ? since.get<std::string>() : std::string()};
}

std::vector<ChangeGroup> group_by_topic(const std::vector<Change>& changes,
                                        const PolicySchema& schema,
                                        std::string_view language) {
  std::vector<ChangeGroup> groups;
  for (const std::string& topic : schema.topics()) {
    const FieldSpec* spec = schema.root().member(topic);
    groups.push_back({topic, spec == nullptr ? topic : spec->label(language), {}});
  }
  groups.push_back({"", "", {}});
  for (const Change& change : changes) {
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const ChangeGroup& candidate) {
          return candidate.topic == change.topic;
        });
    (group == groups.end() ? groups.back() : *group).changes.push_back(&change);
  }
  std::erase_if(groups, [](const ChangeGroup& group) { return group.changes.empty(); });
  for (ChangeGroup& group : groups) {
    std::stable_sort(group.changes.begin(),
                     group.changes.end(),
                     [](const Change* a, const Change* b) { return a->impact < b->impact; });
  }
  return groups;
}

}  // namespace simrules
