#include "wording/field_phrases.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/fields.h"
#include "wording/phrase_template.h"
#include "wording/ui_words.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns what stands at a pointer in the head, else in the base; null where neither has it.
std::pair<const json*, const Catalog*> value_of(const Change& change,
                                                const ChangeContext& context,
                                                const std::string& pointer) {
  for (const Catalog* side : {&context.head, &context.base}) {
    const Policy* policy = side->find(change.policy);
    if (policy == nullptr) continue;
    const json* value = value_at(*policy->value, context.schema.root(), pointer);
    if (value != nullptr) return {value, side};
  }
  return {nullptr, &context.head};
}

std::string named_item(const Change& change,
                       const ChangeContext& context,
                       const std::string& pointer,
                       const FieldSpec& spec) {
  const std::string key = pointer_leaf(pointer);
  const auto [item, side] = value_of(change, context, pointer);
  if (item == nullptr) return key;
  return item_phrase(phrasing_of(change, context, *side), *item, spec, key);
}

std::string confidence_phrase(const json& word, std::string_view language) {
  for (const Confidence confidence : {Confidence::kUnverified,
                                      Confidence::kClaimed,
                                      Confidence::kDisputed,
                                      Confidence::kConfirmed}) {
    if (word == to_string(confidence)) return std::string(confidence_word(confidence, language));
  }
  return word.dump();
}

/// Quotes a text of people; its own full stop would stand beside that of the sentence.
std::string quoted_phrase(const Phrasing& phrasing, std::string text) {
  for (const std::string_view stop : {".", "。"}) {
    if (text.ends_with(stop)) text.erase(text.size() - stop.size());
  }
  return fill_phrase(phrasing.phrase("quoted"), [&](std::string_view, auto) { return text; });
}

}  // namespace

bool is_confidence(const Change& change) {
  return !change.rule.empty() && pointer_leaf(change.pointer) == kConfidenceField &&
         pointer_split(change.pointer).size() == kRuleTokens + 1;
}

bool is_whole_rule(const Change& change) {
  return !change.rule.empty() && pointer_split(change.pointer).size() == kRuleTokens;
}

Phrasing phrasing_of(const Change& change, const ChangeContext& context, const Catalog& side) {
  const Policy* policy = side.find(change.policy);
  return {context.schema, context.language, policy == nullptr ? nullptr : policy->value.get()};
}

std::string changed_field_phrase(const Change& change, const ChangeContext& context) {
  if (is_confidence(change)) {
    std::string label(ui_word(Ui::kConfidence, context.language));
    if (context.language == "en") label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return label;
  }
  const Phrasing phrasing = phrasing_of(change, context, context.head);
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const std::size_t skip = change.rule.empty() ? 0 : kRuleTokens;
  const FieldSpec* spec = &context.schema.root();
  std::string pointer;
  std::string out;
  std::string before;
  for (std::size_t i = 0; i < tokens.size() && spec != nullptr; ++i) {
    pointer = pointer_join(pointer, tokens[i]);
    const bool is_item = spec->items != nullptr;
    const bool is_in_language = !is_item && spec->additional != nullptr;
    spec = is_item ? spec->items.get() : spec->member(tokens[i]);
    if (i < skip || spec == nullptr) continue;
    // The item that follows a list says what list it is.
    if (spec->is_keyed_list() && i + 1 < tokens.size()) continue;
    const std::string name = is_item          ? named_item(change, context, pointer, *spec)
                             : is_in_language ? spec->label(context.language)
                                              : inner_label(*spec, context.language);
    // The amount of an allowance may be called as the allowance.
    if (std::exchange(before, name) == name) continue;
    const char* form = is_in_language ? "in_language" : "of";
    out = out.empty() ? name : fill_phrase(phrasing.phrase(form), [&](std::string_view part, auto) {
      return part == "outer" ? out : name;
    });
  }
  return out.empty() ? tokens.back() : out;
}

PhraseScope scope_of(const Change& change, const ChangeContext& context, const Phrasing& phrasing) {
  const std::string parent = pointer_parent(change.pointer);
  const FieldSpec& root = context.schema.root();
  const FieldSpec* around = find_field(root, parent);
  if (phrasing.policy == nullptr || around == nullptr) return {nullptr, &root, nullptr};
  return {value_at(*phrasing.policy, root, parent), around, nullptr};
}

std::string changed_value_phrase(const json& value,
                                 const Change& change,
                                 const Catalog& side,
                                 const ChangeContext& context) {
  if (is_confidence(change)) return confidence_phrase(value, context.language);
  const FieldSpec* spec = find_field(context.schema.root(), change.pointer);
  if (spec == nullptr) return value.is_string() ? value.get<std::string>() : value.dump();
  const Phrasing phrasing = phrasing_of(change, context, side);
  const PhraseScope scope = scope_of(change, context, phrasing);
  const std::string text =
      value_phrase(phrasing, value, *spec, scope.object == nullptr ? nullptr : &scope);
  const bool is_text = spec->additional != nullptr || scope.spec->additional != nullptr;
  return is_text && !value.is_null() ? quoted_phrase(phrasing, text) : text;
}

}  // namespace simrules
