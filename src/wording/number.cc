#include "wording/number.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "schema/codes.h"
#include "wording/template.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Tells whether text is a decimal fraction, which the schema keeps as text to be exact.
bool is_decimal(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && all_digits(text.substr(0, dot)) &&
         all_digits(text.substr(dot + 1));
}

std::string plain_number(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string with_thousands(std::string number) {
  const std::size_t start = number.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(number.find('.'), number.size());
  if (!all_digits(std::string_view(number).substr(start, end - start))) return number;
  for (std::size_t i = end; i > start + 3; i -= 3) number.insert(i - 3, ",");
  return number;
}

/// Tells whether a unit is a word, which may have a plural, and no symbol.
bool is_plain_word(std::string_view unit) {
  return unit.size() > 2 &&
         std::ranges::all_of(unit, [](char c) { return is_lower(c) || c == ' '; });
}

/// Returns a unit beside several in English.
std::string plural(const std::string& unit) { return is_plain_word(unit) ? unit + "s" : unit; }

/// Returns a unit beside several as the language does; releases from before language files say
/// nothing of it.
std::string plural_phrase(const Phrasing& phrasing, const std::string& unit) {
  const std::string form = phrasing.phrase("plural");
  if (form.empty() || !is_plain_word(unit)) return plural(unit);
  return fill_template(form, [&](std::string_view, auto) { return unit; });
}

}  // namespace

bool is_number_value(const json& value) {
  return value.is_number() ||
         (value.is_string() && is_decimal(value.get_ref<const std::string&>()));
}

std::string grouped_number(const json& number) { return with_thousands(plain_number(number)); }

std::string number_phrase(const json& number, const FieldSpec& spec) {
  const std::string plain = plain_number(number);
  const bool is_count = spec.better != Better::kNone || !spec.within.empty() || !spec.unit.empty();
  std::string text = is_count ? with_thousands(plain) : plain;
  if (spec.unit.empty()) return text;
  const bool is_ascii = static_cast<unsigned char>(spec.unit.front()) < 0x80;
  return text + (is_ascii ? " " : "") + (plain == "1" ? spec.unit : plural(spec.unit));
}

std::string money_phrase(const Phrasing& phrasing, const json& amount, const std::string& code) {
  const FieldSpec* spec = phrasing.schema.root().member("currency");
  const std::string label = spec == nullptr ? code : word_phrase(phrasing, code, *spec);
  const char* form = label == code ? "money_code" : "money";
  return fill_template(phrasing.phrase(form), [&](std::string_view name, auto) {
    if (name == "code") return code;
    return name == "currency" ? label : grouped_number(amount);
  });
}

std::string quantity_phrase(const Phrasing& phrasing, const json& value, const FieldSpec& spec) {
  const FieldSpec* unit_spec = spec.member("unit");
  const auto unit = value.find("unit");
  if (unit_spec == nullptr || unit == value.end() || !unit->is_string()) return value.dump();
  // What is given to others can be money.
  if (is_currency(unit->get_ref<const std::string&>()))
    return money_phrase(phrasing, member_of(value, "value"), unit->get<std::string>());
  std::string number = grouped_number(value.value("value", json()));
  const bool is_one = number == "1";
  const std::string label = word_phrase(phrasing, unit->get<std::string>(), *unit_spec);
  const auto part = [&](std::string_view name, std::string_view) {
    if (name == "number") return number;
    return name == "one" || is_one ? label : plural_phrase(phrasing, label);
  };
  const std::string own_one = is_one ? spec.phrase("amount_one", phrasing.language) : "";
  if (!own_one.empty()) return fill_template(own_one, part);
  const std::string own = spec.phrase("amount", phrasing.language);
  return fill_template(own.empty() ? phrasing.phrase("amount") : own, part);
}

std::string counted(std::size_t count, const char* one, const char* several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

}  // namespace simrules
