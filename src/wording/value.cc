#include "wording/value.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/policy.h"
#include "model/time/members.h"
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

/// Names a currency as the language does where it stands alone.
std::string currency_phrase(const Phrasing& phrasing,
                            const std::string& code,
                            const FieldSpec& spec) {
  const std::string form = phrasing.phrase("currency");
  std::string label = word_phrase(phrasing, code, spec);
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

/// Puts a number into words, with what it counts where the language says that behind numbers: "3回".
std::string counted_phrase(const Phrasing& phrasing,
                           const json& number,
                           const FieldSpec& spec,
                           const PhraseScope* scope) {
  std::string plain = number_phrase(number, spec);
  const std::string form = scope == nullptr ? "" : spec.phrase("number", phrasing.language);
  if (form.empty()) return plain;
  return fill_template(form, [&](std::string_view name, std::string_view member_form) {
    return name == "number" ? plain : member_phrase(phrasing, *scope, name, member_form);
  });
}

/// Puts a word, number, truth, date or text into words; a number that needs a currency has it.
std::string scalar_phrase(const Phrasing& phrasing,
                          const json& value,
                          const FieldSpec& spec,
                          const PhraseScope* scope) {
  if (value.is_boolean()) return truth_phrase(phrasing, value.get<bool>(), spec);
  const bool is_money = scope != nullptr && needs_currency(spec) && is_number_value(value) &&
                        member_of(*scope->object, kCurrency).is_string();
  if (is_money)
    return money_phrase(phrasing, value, member_of(*scope->object, kCurrency).get<std::string>());
  if (is_number_value(value)) return counted_phrase(phrasing, value, spec, scope);
  return value.is_string() ? text_phrase(phrasing, value.get<std::string>(), spec) : value.dump();
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
  const std::string text = spec.phrase("text", phrasing.language);
  std::vector<std::string> parts;
  const std::string name = spec.phrase("name", phrasing.language);
  // What the name of an item says need not be said again.
  std::vector<std::string> told = text.empty() ? named_in(name) : std::vector<std::string>();
  const PhraseScope scope{&object, &spec, around, &told};
  if (!text.empty()) {
    std::string line = fill_template(text, [&](std::string_view part, std::string_view form) {
      return member_phrase(phrasing, scope, part, form);
    });
    // An optional part may have stood in front.
    const std::string joiner = phrasing.phrase("parts");
    if (!joiner.empty() && line.starts_with(joiner)) line.erase(0, joiner.size());
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

/// Names a place by the label of its member and the keys below: "Fees (web)".
std::string place_in(const Phrasing& phrasing,
                     const std::string& place,
                     const PhraseScope& around) {
  const std::size_t slash = place.find('/');
  const FieldSpec* member = around.spec->member(place.substr(0, slash));
  const std::string label =
      member == nullptr ? place.substr(0, slash) : inner_label(*member, phrasing.language);
  return slash == std::string::npos ? label
                                    : fmt::format("{} ({})", label, place.substr(slash + 1));
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
    if (spec.name == member_name::kWithout && scope != nullptr) {
      parts.push_back(place_in(phrasing, item.get<std::string>(), *scope));
      continue;
    }
    const bool is_reference = !spec.refers.empty() && items.refers.empty();
    parts.push_back(value_phrase(phrasing, item, is_reference ? spec : items, scope));
    // An item with nothing to tell is called by its name.
    if (parts.back().empty() && item.is_object())
      parts.back() = item_phrase(phrasing, item, items, item.value(spec.key, ""), scope);
  }
  const bool is_numbered = parts.size() > 1 && items.items == nullptr && list.front().is_object() &&
                           !items.is_quantity();
  if (!is_numbered) return join_phrases(phrasing, parts);
  const bool is_named = share_a_name(phrasing, list, items, scope) && !spec.key.empty();
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += phrasing.phrase("numbered_joiner");
    const std::string key = is_named ? list[i].value(spec.key, "") : std::to_string(i + 1);
    out += fmt::format("({}) {}", key, parts[i]);
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

/// Tells whether a language has a form for some words of a field.
bool has_word_forms(const FieldSpec& spec, std::string_view form, const std::string& language) {
  const std::string prefix = std::string(form) + ':';
  const Texts& texts = spec.phrases(language);
  const auto first = texts.lower_bound(prefix);
  return first != texts.end() && first->first.starts_with(prefix);
}

/// Tells whether a value is one of what it counts: "1 month", 1.
bool is_one(const json& value, const FieldSpec& spec) {
  return spec.is_quantity() && value.is_object() ? member_of(value, "value") == 1 : value == 1;
}

/// Tells whether a span is as long as the number for it, and so says nothing: "15 days in 15 days".
bool is_said_by_number(const Phrasing& phrasing, const PhraseScope& at, std::string_view name) {
  return std::ranges::any_of(at.spec->properties, [&](const auto& entry) {
    const std::string& per = entry.second->per;
    const std::size_t slash = per.find('/');
    if (slash == std::string::npos || per.substr(0, slash) != name) return false;
    if (member_of(*at.object, entry.first).is_null()) return false;
    // What is compared is not told.
    const PhraseScope object{at.object, at.spec, at.around};
    const PhraseScope span{&member_of(*at.object, name), at.spec->member(name), &object};
    return member_phrase(phrasing, object, entry.first, "counted") ==
           member_phrase(phrasing, span, per.substr(slash + 1), "");
  });
}

/// Puts a member into words in a form: that of its word, that for one or for several of what it
/// counts, or that of every value.
std::string formed_phrase(const Phrasing& phrasing,
                          const PhraseScope& at,
                          const json& value,
                          const FieldSpec& member,
                          std::string_view form) {
  const bool is_countable = member.is_quantity() || value.is_number();
  const bool one = is_one(value, member);
  if (is_countable && ((form.ends_with("_one") && !one) || (form.ends_with("_many") && one)))
    return {};
  const std::string name(form);
  std::string own;
  if (value.is_string())
    own = member.phrase(name + ':' + value.get<std::string>(), phrasing.language);
  if (own.empty() && one) own = member.phrase(name + "_one", phrasing.language);
  // "month" instead of "1 month" is a form that only one unit has.
  const bool has_form = name != "each" || !member.is_quantity() || one;
  if (own.empty() && has_form) own = member.phrase(name, phrasing.language);
  if (own.empty() && value.is_string() && has_word_forms(member, form, phrasing.language))
    return {};
  if (own.empty()) return value_phrase(phrasing, value, member, &at);
  const PhraseScope inner{&value, &member, &at};
  return fill_template(own, [&](std::string_view part, std::string_view part_form) {
    return part == "it" ? value_phrase(phrasing, value, member, &at)
                        : member_phrase(phrasing, inner, part, part_form);
  });
}

std::string reference_phrase(const Phrasing& phrasing,
                             const json& id,
                             const FieldSpec& spec,
                             const PhraseScope* scope) {
  const auto [item_spec, item] = referred(phrasing, spec, id, scope);
  if (item == nullptr) return id.get<std::string>();
  const std::string_view name = Item(item).name().in(phrasing.language);
  return name.empty() ? item_phrase(phrasing, *item, *item_spec, id.get<std::string>())
                      : std::string(name);
}

}  // namespace

std::string without_stop(std::string text) {
  for (const std::string_view stop : {".", "。"}) {
    if (text.ends_with(stop)) text.erase(text.size() - stop.size());
  }
  return text;
}

std::string value_phrase(const Phrasing& phrasing,
                         const json& value,
                         const FieldSpec& spec,
                         const PhraseScope* scope) {
  if (value.is_null()) return absent_phrase(phrasing, spec);
  if (is_plan_values(value, spec)) return plan_values_phrase(phrasing, value, spec);
  if (value.is_array()) return list_phrase(phrasing, value, spec, scope);
  if (value.is_object() && spec.is_quantity()) return quantity_phrase(phrasing, value, spec);
  if (value.is_object() && spec.additional != nullptr)
    return without_stop(std::string(Text(&value).in(phrasing.language)));
  if (value.is_object()) return object_phrase(phrasing, value, spec, scope);
  const bool is_reference = value.is_string() && !spec.refers.empty() && value != spec.most;
  if (is_reference) return reference_phrase(phrasing, value, spec, scope);
  return scalar_phrase(phrasing, value, spec, scope);
}

std::string member_phrase(const Phrasing& phrasing,
                          const PhraseScope& scope,
                          std::string_view name,
                          std::string_view form) {
  for (const PhraseScope* at = &scope; at != nullptr; at = at->around) {
    const FieldSpec* member = at->spec->member(name);
    if (member == nullptr) continue;
    if (at->told != nullptr) at->told->emplace_back(name);
    const json& value = member_of(*at->object, name);
    if (value.is_null() || is_said_by_number(phrasing, *at, name)) return {};
    return form.empty() ? value_phrase(phrasing, value, *member, at)
                        : formed_phrase(phrasing, *at, value, *member, form);
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

bool share_a_name(const Phrasing& phrasing,
                  const json& list,
                  const FieldSpec& items,
                  const PhraseScope* scope) {
  if (items.phrase("name", phrasing.language).empty()) return false;
  std::set<std::string> names;
  return !std::ranges::all_of(list, [&](const json& item) {
    return names.insert(item_phrase(phrasing, item, items, "", scope)).second;
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
    const std::string text = formed_phrase(phrasing, scope, value, *member, "term");
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
