#include "wording/wording.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "wording/ui_words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The sibling that makes a number money; a field that needs it names it in its `x-within`.
constexpr const char* kCurrency = "currency";

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Tells whether text is a decimal fraction, which the schema keeps as text to be exact.
bool is_decimal(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && is_digits(text.substr(0, dot)) &&
         is_digits(text.substr(dot + 1));
}

std::string plain_number(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string with_thousands(std::string number) {
  const std::size_t start = number.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(number.find('.'), number.size());
  if (!is_digits(std::string_view(number).substr(start, end - start))) return number;
  for (std::size_t i = end; i > start + 3; i -= 3) number.insert(i - 3, ",");
  return number;
}

/// Tells whether a unit is an English word and no symbol: words have a plural.
bool is_plain_word(std::string_view unit) {
  return unit.size() > 2 && std::all_of(unit.begin(), unit.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || c == ' ';
         });
}

std::string with_unit(const std::string& number, std::string unit, bool is_one) {
  if (unit.empty()) return number;
  unit = unit_in_words(std::move(unit), is_one);
  const bool is_ascii = static_cast<unsigned char>(unit.front()) < 0x80;
  return number + (is_ascii ? " " : "") + unit;
}

std::string quantity_text(const json& value, const FieldSpec& spec, std::string_view language) {
  const json& amount = value["value"];
  const auto unit = value["unit"].get<std::string>();
  const FieldSpec* unit_spec = spec.member("unit");
  const std::string label = unit_spec == nullptr ? unit : unit_spec->word_label(unit, language);
  return with_unit(with_thousands(plain_number(amount)), label, plain_number(amount) == "1");
}

bool is_quantity_value(const json& value, const FieldSpec& spec) {
  if (!spec.is_quantity() || !value.is_object()) return false;
  const auto amount = value.find("value");
  const auto unit = value.find("unit");
  return amount != value.end() && unit != value.end() && is_number_value(*amount) &&
         unit->is_string();
}

bool is_word(const std::string& word, const FieldSpec& spec) {
  return std::find(spec.words.begin(), spec.words.end(), word) != spec.words.end();
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

/// Lists the members of an object that are worth telling, each with its specification.
std::vector<std::pair<std::string, const FieldSpec*>> told_members(const json& object,
                                                                   const FieldSpec& spec) {
  std::vector<std::pair<std::string, const FieldSpec*>> told;
  const auto is_money = [&](const auto& entry) {
    const auto& within = entry.second->within;
    return object.contains(entry.first) &&
           std::find(within.begin(), within.end(), kCurrency) != within.end();
  };
  const bool has_money = std::any_of(spec.properties.begin(), spec.properties.end(), is_money);
  for (const auto& [name, value] : object.items()) {
    const FieldSpec* member = spec.member(name);
    const bool is_aside = member == nullptr || member->area != spec.area;
    const bool is_told_already = has_money && name == kCurrency;
    if (!is_aside && !is_told_already) told.emplace_back(name, member);
  }
  return told;
}

std::string part_text(const json& value,
                      const FieldSpec& spec,
                      std::string_view language,
                      int depth);

std::string object_text(const json& object,
                        const FieldSpec& spec,
                        std::string_view language,
                        int depth) {
  std::vector<std::string> parts;
  for (const auto& [name, member] : told_members(object, spec)) {
    const json& value = object.at(name);
    const bool is_scalar_number = is_number_value(value);
    std::string text = is_scalar_number ? money_text(value, *member, &object, language)
                                        : part_text(value, *member, language, depth + 1);
    if (depth == 0) {
      text = member->label(language) + std::string(ui_word(Ui::kColon, language)) + text;
    }
    parts.push_back(std::move(text));
  }
  if (parts.empty()) return std::string(ui_word(Ui::kNothing, language));
  return join(parts, depth == 0 ? "; " : ui_word(Ui::kListComma, language));
}

std::string array_text(const json& list,
                       const FieldSpec& spec,
                       std::string_view language,
                       int depth) {
  const FieldSpec& items = spec.items == nullptr ? spec : *spec.items;
  std::vector<std::string> parts;
  for (const json& item : list) {
    std::string text = part_text(item, items, language, depth + 1);
    parts.push_back(item.is_object() && !items.is_quantity() ? "(" + text + ")" : std::move(text));
  }
  if (parts.empty()) return std::string(ui_word(Ui::kNothing, language));
  return join(parts, ui_word(Ui::kListComma, language));
}

std::string part_text(const json& value,
                      const FieldSpec& spec,
                      std::string_view language,
                      int depth) {
  if (value.is_null()) return std::string(ui_word(Ui::kNothing, language));
  if (value.is_boolean()) {
    return std::string(ui_word(value.get<bool>() ? Ui::kYes : Ui::kNo, language));
  }
  if (is_quantity_value(value, spec)) return quantity_text(value, spec, language);
  if (value.is_string() && is_word(value.get_ref<const std::string&>(), spec)) {
    return spec.word_label(value.get<std::string>(), language);
  }
  if (is_number_value(value)) return number_text(value, spec);
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) return array_text(value, spec, language, depth);
  if (spec.additional != nullptr) return local_text(value, language);
  return object_text(value, spec, language, depth);
}

/// Returns the item of a list that has a key, or stands at an index where items have none.
const json* item_at(const json& list, const FieldSpec& spec, const std::string& token) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool is_named = spec.key.empty()
                              ? std::to_string(i) == token
                              : list[i].is_object() && list[i].value(spec.key, json()) == token;
    if (is_named) return &list[i];
  }
  return nullptr;
}

}  // namespace

std::string value_text(const json& value, const FieldSpec& spec, std::string_view language) {
  return part_text(value, spec, language, 0);
}

bool is_number_value(const json& value) {
  return value.is_number() ||
         (value.is_string() && is_decimal(value.get_ref<const std::string&>()));
}

std::string grouped_number(const json& number) { return with_thousands(plain_number(number)); }

std::string unit_in_words(std::string unit, bool is_one) {
  return !is_one && is_plain_word(unit) ? unit + "s" : unit;
}

std::string number_text(const json& number, const FieldSpec& spec) {
  const std::string plain = plain_number(number);
  const bool is_count = spec.better != Better::kNone || !spec.within.empty() || !spec.unit.empty();
  return with_unit(is_count ? with_thousands(plain) : plain, spec.unit, plain == "1");
}

std::string money_text(const json& value,
                       const FieldSpec& spec,
                       const json* object,
                       std::string_view language) {
  const bool needs_currency =
      std::find(spec.within.begin(), spec.within.end(), kCurrency) != spec.within.end();
  if (!needs_currency || !is_number_value(value) || object == nullptr || !object->is_object()) {
    return value_text(value, spec, language);
  }
  const auto currency = object->find(kCurrency);
  if (currency == object->end() || !currency->is_string()) return value_text(value, spec, language);
  return with_thousands(plain_number(value)) + " " + currency->get<std::string>();
}

std::string local_text(const json& texts, std::string_view language) {
  if (!texts.is_object()) return texts.is_string() ? texts.get<std::string>() : std::string();
  for (const std::string& tag : {std::string(language), std::string("en")}) {
    const auto text = texts.find(tag);
    if (text != texts.end() && text->is_string()) return text->get<std::string>();
  }
  return {};
}

const FieldSpec* find_field(const FieldSpec& root, std::string_view pointer) {
  const FieldSpec* spec = &root;
  for (const std::string& token : pointer_split(pointer)) {
    spec = spec->items != nullptr ? spec->items.get() : spec->member(token);
    if (spec == nullptr) return nullptr;
  }
  return spec;
}

const json* value_at(const json& policy, const FieldSpec& root, std::string_view pointer) {
  const FieldSpec* spec = &root;
  const json* value = &policy;
  for (const std::string& token : pointer_split(pointer)) {
    if (value->is_array()) {
      value = item_at(*value, *spec, token);
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

std::string field_path_text(const FieldSpec& root,
                            std::string_view pointer,
                            std::size_t skip,
                            std::string_view language) {
  std::vector<std::string> names;
  const FieldSpec* spec = &root;
  for (const std::string& token : pointer_split(pointer)) {
    const bool is_item = spec != nullptr && spec->items != nullptr;
    if (spec != nullptr) spec = is_item ? spec->items.get() : spec->member(token);
    names.push_back(is_item || spec == nullptr ? token : spec->label(language));
  }
  names.erase(names.begin(),
              names.begin() + static_cast<std::ptrdiff_t>(std::min(skip, names.size())));
  return join(names, " › ");
}

std::string counted(std::size_t count, const char* one, const char* several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

}  // namespace simrules
