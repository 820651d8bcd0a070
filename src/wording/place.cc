#include "wording/place.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/template.h"
#include "wording/value.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// How many tokens of a pointer name a rule, a plan or a source: its section and its id.
constexpr std::size_t kItemTokens = 2;

bool is_in_rule(const Address& address, const PolicySchema& schema) {
  const RuleName item = item_at(address);
  return !item.id.empty() &&
         std::ranges::find(schema.topics(), item.topic) != schema.topics().end();
}

/// Returns the item of a list that has a key, or stands at an index where items have none.
const json* item_in(const json& list, const FieldSpec& spec, const std::string& token) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool is_named = spec.key.empty()
                              ? std::to_string(i) == token
                              : list[i].is_object() && list[i].value(spec.key, json()) == token;
    if (is_named) return &list[i];
  }
  return nullptr;
}

/// Names an item of a list as the head calls it, else the base; else by its key.
std::string named_item(Address address, const ChangeContext& context, const FieldSpec& spec) {
  std::string key = pointer_leaf(address.pointer);
  for (const DiffSide side : {DiffSide::kHead, DiffSide::kBase}) {
    address.side = side;
    const Phrasing phrasing = phrasing_of(address, context);
    if (phrasing.policy == nullptr) continue;
    const json* item = value_at(*phrasing.policy, context.schema.root(), address.pointer);
    if (item == nullptr) continue;
    std::string name = item_phrase(phrasing, *item, spec, key);
    const json* list =
        value_at(*phrasing.policy, context.schema.root(), pointer_parent(address.pointer));
    if (list == nullptr || !share_a_name(phrasing, *list, spec)) return name;
    return fill_template(phrasing.phrase("in_language"),
                         [&](std::string_view part, auto) { return part == "outer" ? name : key; });
  }
  return key;
}

/// Puts a member beside an address into words as the head has it, else the base.
std::string beside_phrase(Address address,
                          std::string_view name,
                          std::string_view form,
                          const ChangeContext& context) {
  for (const DiffSide side : {DiffSide::kHead, DiffSide::kBase}) {
    address.side = side;
    std::string text = sibling_phrase(address, name, form, context);
    if (!text.empty()) return text;
  }
  return {};
}

/// Names the field at an address, without what the first tokens of its pointer name.
std::string field_phrase_from(std::size_t skip,
                              const Address& address,
                              const ChangeContext& context) {
  const Phrasing phrasing{context.schema, context.language};
  const std::vector<std::string> tokens = pointer_split(address.pointer);
  const FieldSpec* spec = &context.schema.root();
  Address at{address.policy};
  std::string out;
  std::string around;
  std::string before;
  for (std::size_t i = 0; i < tokens.size() && spec != nullptr; ++i) {
    at.pointer = pointer_join(at.pointer, tokens[i]);
    // What holds a field may have a name for it: "the speed after the daily limit".
    const std::string own = spec->phrase("of_" + tokens[i], context.language);
    const bool is_item = spec->items != nullptr;
    const bool is_in_language = !is_item && spec->additional != nullptr;
    spec = is_item ? spec->items.get() : spec->member(tokens[i]);
    if (i < skip || spec == nullptr) continue;
    // The item that follows a list says what list it is.
    if (spec->is_keyed_list() && i + 1 < tokens.size()) continue;
    std::string name = is_item          ? named_item(at, context, *spec)
                       : is_in_language ? spec->label(context.language)
                                        : inner_label(*spec, context.language);
    // The amount of an allowance may be called as the allowance.
    if (std::exchange(before, name) == name) continue;
    const std::string form =
        own.empty() ? phrasing.phrase(is_in_language ? "in_language" : "of") : own;
    const bool is_first = out.empty() && own.empty();
    std::string longer = is_first ? name : fill_template(form, [&](auto part, auto part_form) {
      if (part == "inner") return name;
      if (part == "around") return around;
      return part == "outer" ? out : beside_phrase(at, part, part_form, context);
    });
    around = std::exchange(out, std::move(longer));
  }
  return out.empty() ? tokens.back() : out;
}

std::string confidence_phrase(const json& word, const Language& words) {
  for (const Confidence confidence : {Confidence::kUnverified,
                                      Confidence::kClaimed,
                                      Confidence::kDisputed,
                                      Confidence::kConfirmed}) {
    if (word == to_string(confidence)) return confidence_word(confidence, words);
  }
  return word.dump();
}

/// Quotes a text of people.
std::string quoted_phrase(const Phrasing& phrasing, const std::string& text) {
  return fill_template(phrasing.phrase("quoted"),
                       [&](std::string_view, auto) { return without_stop(text); });
}

/// Returns the object that an address is in; without an object where its side has none.
PhraseScope scope_of(const Address& address, const Phrasing& phrasing) {
  const FieldSpec& root = phrasing.schema.root();
  const std::string parent = pointer_parent(address.pointer);
  const FieldSpec* around = find_field(root, parent);
  if (phrasing.policy == nullptr || around == nullptr) return {nullptr, &root, nullptr};
  return {value_at(*phrasing.policy, root, parent), around, nullptr};
}

/// Returns the rule, plan or zone that an address is in, likewise.
PhraseScope item_scope_of(Address address, const Phrasing& phrasing) {
  const std::vector<std::string> tokens = pointer_split(address.pointer);
  address.pointer.clear();
  for (std::size_t i = 0; i <= kItemTokens && i < tokens.size(); ++i)
    address.pointer = pointer_join(address.pointer, tokens[i]);
  return scope_of(address, phrasing);
}

}  // namespace

const FieldSpec* find_beside(const FieldSpec& root,
                             std::string_view pointer,
                             std::string_view path) {
  constexpr std::string_view kUp = "../";
  std::string object = pointer_parent(pointer);
  for (; path.starts_with(kUp); path.remove_prefix(kUp.size())) {
    object = pointer_parent(object);
    const FieldSpec* around = find_field(root, object);
    if (around != nullptr && around->is_keyed_list()) object = pointer_parent(object);
  }
  return find_field(root, object + '/' + std::string(path));
}

const json* value_at(const json& policy, const FieldSpec& root, std::string_view pointer) {
  const FieldSpec* spec = &root;
  const json* value = &policy;
  for (const std::string& token : pointer_split(pointer)) {
    if (value->is_array()) {
      value = item_in(*value, *spec, token);
      spec = spec->items.get();
    } else {
      const auto member = value->find(token);
      value = value->is_object() && member != value->end() ? &*member : nullptr;
      spec = spec->member(token);
    }
    if (value == nullptr || spec == nullptr) return nullptr;
  }
  return value;
}

const Policy* find_policy(std::string_view id, const ChangeContext& context) {
  const Policy* policy = context.head.find(id);
  return policy != nullptr ? policy : context.base.find(id);
}

bool is_confidence(const Address& address, const PolicySchema& schema) {
  return pointer_leaf(address.pointer) == "confidence" && is_in_rule(address, schema) &&
         pointer_split(address.pointer).size() == kItemTokens + 1;
}

Phrasing phrasing_of(const Address& address, const ChangeContext& context) {
  const Catalog& side = address.side == DiffSide::kBase ? context.base : context.head;
  const Policy* policy = side.find(address.policy);
  return {context.schema, context.language, policy == nullptr ? nullptr : &policy->raw()};
}

std::string field_phrase(const Address& address, const ChangeContext& context) {
  if (is_confidence(address, context.schema)) {
    return context.words().message("report", "confidence_inside");
  }
  return field_phrase_from(is_in_rule(address, context.schema) ? kItemTokens : 0, address, context);
}

std::string inner_field_phrase(const Address& address, const ChangeContext& context) {
  return field_phrase_from(kItemTokens, address, context);
}

std::string phrase_at(const Address& address, const json& value, const ChangeContext& context) {
  if (is_confidence(address, context.schema)) return confidence_phrase(value, context.words());
  const FieldSpec* spec = find_field(context.schema.root(), address.pointer);
  if (spec == nullptr) return value.is_string() ? value.get<std::string>() : value.dump();
  const Phrasing phrasing = phrasing_of(address, context);
  Address place = address;
  PhraseScope scope = scope_of(address, phrasing);
  if (scope.object == nullptr) {
    // What has another key now is found on the other side alone.
    place.side = address.side == DiffSide::kBase ? DiffSide::kHead : DiffSide::kBase;
    scope = scope_of(place, phrasing_of(place, context));
  }
  const PhraseScope item = item_scope_of(place, phrasing_of(place, context));
  if (item.object != nullptr) scope.around = &item;
  const std::string text =
      value_phrase(phrasing, value, *spec, scope.object == nullptr ? nullptr : &scope);
  const bool is_text = spec->additional != nullptr || scope.spec->additional != nullptr;
  return is_text && !value.is_null() ? quoted_phrase(phrasing, text) : text;
}

std::string sibling_phrase(const Address& address,
                           std::string_view name,
                           std::string_view form,
                           const ChangeContext& context) {
  const Phrasing phrasing = phrasing_of(address, context);
  const PhraseScope scope = scope_of(address, phrasing);
  return scope.object == nullptr ? "" : member_phrase(phrasing, scope, name, form);
}

}  // namespace simrules
