#include "wording/value.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/policy.h"
#include "wording/date.h"
#include "wording/number.h"
#include "wording/template.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kCurrency = "currency";

bool needs_currency(const FieldSpec& spec) {
  return std::find(spec.within.begin(), spec.within.end(), kCurrency) != spec.within.end();
}

/// Tells whether an object has a member that is counted in its currency.
bool has_money(const json& object, const FieldSpec& spec) {
  return std::any_of(spec.properties.begin(), spec.properties.end(), [&](const auto& entry) {
    return needs_currency(*entry.second) && object.contains(entry.first);
  });
}

std::string truth_phrase(const Phrasing& phrasing, bool value, const FieldSpec& spec) {
  const std::string word = value ? "true" : "false";
  const std::string text = word_phrase(phrasing, word, spec);
  return text == word ? phrasing.phrase(word) : text;
}

/// Puts a price into words: "1,000 JPY", "1,000円"; a code that the language has no word for stays
/// apart from the number.
std::string money_phrase(const Phrasing& phrasing, const json& amount, const PhraseScope& scope) {
  const auto code = member_of(*scope.object, kCurrency).get<std::string>();
  const FieldSpec* spec = scope.spec->member(kCurrency);
  const std::string label = spec == nullptr ? code : word_phrase(phrasing, code, *spec);
  const char* form = label == code ? "money_code" : "money";
  return fill_template(phrasing.phrase(form), [&](std::string_view name, auto) {
    if (name == "code") return code;
    return name == "currency" ? label : grouped_number(amount);
  });
}

/// Names a currency as the language does where it stands alone.
std::string currency_phrase(const Phrasing& phrasing,
                            const std::string& code,
                            const FieldSpec& spec) {
  const std::string form = phrasing.phrase("currency");
  const std::string label = word_phrase(phrasing, code, spec);
  if (form.empty()) return label;
  return fill_template(form,
                       [&](std::string_view name, auto) { return name == "code" ? code : label; });
}

std::string text_phrase(const Phrasing& phrasing, const std::string& text, const FieldSpec& spec) {
  if (spec.format == "currency") return currency_phrase(phrasing, text, spec);
  const bool is_date = spec.format == "date" || spec.format == "partial-date" ||
                       spec.format == "first-day" || spec.format == "last-day";
  if (is_date) return date_phrase(phrasing, text);
  const bool is_word = std::find(spec.words.begin(), spec.words.end(), text) != spec.words.end();
  const bool is_code = spec.format == "country" || spec.format == "language";
  return is_word || is_code ? word_phrase(phrasing, text, spec) : text;
}

/// Puts a word, number, truth, date or text into words; a number that needs a currency has it.
std::string scalar_phrase(const Phrasing& phrasing,
                          const json& value,
                          const FieldSpec& spec,
                          const PhraseScope* scope) {
  if (value.is_boolean()) return truth_phrase(phrasing, value.get<bool>(), spec);
  const bool is_money = scope != nullptr && needs_currency(spec) && is_number_value(value) &&
                        member_of(*scope->object, kCurrency).is_string();
  if (is_money) return money_phrase(phrasing, value, *scope);
  if (is_number_value(value)) return number_phrase(value, spec);
  return value.is_string() ? text_phrase(phrasing, value.get<std::string>(), spec) : value.dump();
}

/// Returns the specification of what a value refers to by its id, and the item itself.
std::pair<const FieldSpec*, const json*> referred(const Phrasing& phrasing,
                                                  const FieldSpec& spec,
                                                  const json& id) {
  const FieldSpec* list = phrasing.schema.root().member(spec.refers);
  if (phrasing.policy == nullptr || list == nullptr || list->items == nullptr) return {};
  for (const json& item : member_of(*phrasing.policy, spec.refers)) {
    if (member_of(item, list->key) == id) return {list->items.get(), &item};
  }
  return {};
}

/// Lists the members that a template names.
std::vector<std::string> named_in(std::string_view text) {
  std::vector<std::string> names;
  fill_template(text, [&](std::string_view name, std::string_view) {
    names.emplace_back(name);
    return std::string("x");
  });
  return names;
}

std::string object_phrase(const Phrasing& phrasing,
                          const json& object,
                          const FieldSpec& spec,
                          const PhraseScope* around) {
  const PhraseScope scope{&object, &spec, around};
  const std::string text = spec.phrase("text", phrasing.language);
  std::vector<std::string> parts;
  const std::string name = spec.phrase("name", phrasing.language);
  // What the name of an item says need not be said again.
  std::vector<std::string> told = named_in(text.empty() ? name : text);
  if (!text.empty()) {
    std::string line = fill_template(text, [&](std::string_view part, std::string_view form) {
      return member_phrase(phrasing, scope, part, form);
    });
    // An optional part may have stood in front.
    line.erase(0, line.find_first_not_of(' '));
    parts.push_back(std::move(line));
  }
  // What identifies the item is an id that people need not read.
  const FieldSpec* id = spec.member("id");
  if (id != nullptr) told.emplace_back("id");
  for (std::string& rest : member_phrases(phrasing, object, spec, told, around)) {
    parts.push_back(std::move(rest));
  }
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty() && !part.empty()) out += phrasing.phrase("parts");
    out += part;
  }
  return out.empty() && name.empty() ? phrasing.phrase("none") : out;
}

std::string list_phrase(const Phrasing& phrasing,
                        const json& list,
                        const FieldSpec& spec,
                        const PhraseScope* scope) {
  if (list.empty()) {
    const std::string own = spec.phrase("empty", phrasing.language);
    return own.empty() ? phrasing.phrase("none") : own;
  }
  const FieldSpec& items = spec.items == nullptr ? spec : *spec.items;
  std::vector<std::string> parts;
  for (const json& item : list) {
    const bool is_reference = !spec.refers.empty() && items.refers.empty();
    parts.push_back(value_phrase(phrasing, item, is_reference ? spec : items, scope));
  }
  const bool is_numbered = parts.size() > 1 && items.items == nullptr && list.front().is_object() &&
                           !items.is_quantity();
  if (!is_numbered) return join_phrases(phrasing, parts);
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += phrasing.phrase("numbered_joiner");
    out += fmt::format("({}) {}", i + 1, parts[i]);
  }
  return out;
}

/// Tells the values of several plans: "30 GB on Plan A and 50 GB on Plan B".
std::string plan_values_phrase(const Phrasing& phrasing,
                               const json& values,
                               const FieldSpec& spec) {
  std::vector<std::string> parts;
  FieldSpec plans;
  plans.refers = "plans";
  for (const auto& item : values.items()) {
    parts.push_back(fill_template(phrasing.phrase("on_plan"), [&](std::string_view name, auto) {
      return name == "plan" ? value_phrase(phrasing, json(item.key()), plans)
                            : value_phrase(phrasing, item.value(), spec);
    }));
  }
  return join_phrases(phrasing, parts);
}

bool is_plan_values(const json& value, const FieldSpec& spec) {
  return !spec.plan_values.empty() && value.is_object() && !value.contains("value");
}

std::string absent_phrase(const Phrasing& phrasing, const FieldSpec& spec) {
  if (!spec.absent) return phrasing.phrase("not_stated");
  return spec.absent->is_null() ? phrasing.phrase("none")
                                : value_phrase(phrasing, *spec.absent, spec);
}

std::string reference_phrase(const Phrasing& phrasing, const json& id, const FieldSpec& spec) {
  const auto [item_spec, item] = referred(phrasing, spec, id);
  if (item == nullptr) return id.get<std::string>();
  const std::string_view name = Item(item).name().in(phrasing.language);
  return name.empty() ? item_phrase(phrasing, *item, *item_spec, id.get<std::string>())
                      : std::string(name);
}

}  // namespace

std::string value_phrase(const Phrasing& phrasing,
                         const json& value,
                         const FieldSpec& spec,
                         const PhraseScope* scope) {
  if (value.is_null()) return absent_phrase(phrasing, spec);
  if (is_plan_values(value, spec)) return plan_values_phrase(phrasing, value, spec);
  if (value.is_array()) return list_phrase(phrasing, value, spec, scope);
  if (value.is_object() && spec.is_quantity()) return quantity_phrase(phrasing, value, spec);
  if (value.is_object() && spec.additional != nullptr)
    return std::string(Text(&value).in(phrasing.language));
  if (value.is_object()) return object_phrase(phrasing, value, spec, scope);
  const bool is_reference = value.is_string() && !spec.refers.empty() && value != spec.most;
  if (is_reference) return reference_phrase(phrasing, value, spec);
  return scalar_phrase(phrasing, value, spec, scope);
}

std::string member_phrase(const Phrasing& phrasing,
                          const PhraseScope& scope,
                          std::string_view name,
                          std::string_view form) {
  for (const PhraseScope* at = &scope; at != nullptr; at = at->around) {
    const FieldSpec* member = at->spec->member(name);
    if (member == nullptr) continue;
    const json& value = member_of(*at->object, name);
    if (value.is_null()) return {};
    // "month" instead of "1 month" is a form that only one unit has.
    const bool has_form = !member->is_quantity() || member_of(value, "value") == 1;
    const std::string own = has_form ? member->phrase(form, phrasing.language) : std::string();
    if (form.empty() || own.empty()) return value_phrase(phrasing, value, *member, at);
    const PhraseScope inner{&value, member, at};
    return fill_template(own, [&](std::string_view part, std::string_view part_form) {
      return member_phrase(phrasing, inner, part, part_form);
    });
  }
  return {};
}

std::string item_phrase(const Phrasing& phrasing,
                        const json& item,
                        const FieldSpec& spec,
                        const std::string& key,
                        const PhraseScope* scope) {
  const std::string form = spec.phrase("name", phrasing.language);
  if (!form.empty()) {
    const PhraseScope inner{&item, &spec, scope};
    return fill_template(form, [&](std::string_view name, std::string_view member_form) {
      return member_phrase(phrasing, inner, name, member_form);
    });
  }
  const std::string_view name = Item(&item).name().in(phrasing.language);
  return fill_template(phrasing.phrase("item"), [&](std::string_view part, auto) {
    if (part == "label") return inner_label(spec, phrasing.language);
    return name.empty() ? key : std::string(name);
  });
}

std::vector<std::string> member_phrases(const Phrasing& phrasing,
                                        const json& object,
                                        const FieldSpec& spec,
                                        const std::vector<std::string>& left_out,
                                        const PhraseScope* around) {
  std::vector<std::string> names = spec.order;
  std::set<std::string> seen(left_out.begin(), left_out.end());
  for (const auto& entry : object.items()) names.push_back(entry.key());
  const PhraseScope scope{&object, &spec, around};
  std::vector<std::string> parts;
  for (const std::string& name : names) {
    const FieldSpec* member = spec.member(name);
    const json& value = member_of(object, name);
    const bool is_told = member != nullptr && member->area == spec.area && !value.is_null();
    if (!is_told || !seen.insert(name).second) continue;
    // The currency is told with each amount of money.
    if (name == "currency" && has_money(object, spec)) continue;
    const std::string text = value_phrase(phrasing, value, *member, &scope);
    parts.push_back(fill_template(phrasing.phrase("term"), [&](std::string_view part, auto) {
      return part == "label" ? inner_label(*member, phrasing.language) : text;
    }));
  }
  return parts;
}

std::string field_word(const json& object,
                       std::string_view field,
                       const FieldSpec* spec,
                       std::string_view language) {
  const json& value = member_of(object, field);
  if (!value.is_string()) return {};
  auto word = value.get<std::string>();
  const FieldSpec* member = spec == nullptr ? nullptr : spec->member(field);
  return member == nullptr ? word : member->word_label(word, language);
}

}  // namespace simrules
