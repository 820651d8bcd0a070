#include "wording/phrase_scalars.h"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "schema/codes.h"
#include "wording/fields.h"
#include "wording/phrase_template.h"
#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kCurrency = "currency";

bool needs_currency(const FieldSpec& spec) {
  return std::find(spec.within.begin(), spec.within.end(), kCurrency) != spec.within.end();
}

bool is_ascii(const std::string& text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Returns the words of a sentence for a word, else those of reports.
std::string word_phrase(const Phrasing& phrasing, const std::string& word, const FieldSpec& spec) {
  const auto own = spec.phrases.find(phrasing.language);
  if (own != spec.phrases.end()) {
    const auto found = own->second.words.find(word);
    if (found != own->second.words.end()) return found->second;
  }
  return spec.word_label(word, phrasing.language);
}

std::string truth_phrase(const Phrasing& phrasing, bool value, const FieldSpec& spec) {
  const std::string word = value ? "true" : "false";
  const std::string text = word_phrase(phrasing, word, spec);
  return text == word ? phrasing.phrase(word) : text;
}

/// Puts a price into words: "1,000 JPY", "1,000円"; a code that the language has no word for stays
/// apart from the number.
std::string money_phrase(const Phrasing& phrasing, const json& amount, const PhraseScope& scope) {
  const json& code = member_of(*scope.object, kCurrency);
  const FieldSpec* spec = scope.spec->member(kCurrency);
  const std::string label = spec == nullptr ? code.get<std::string>()
                                            : word_phrase(phrasing, code.get<std::string>(), *spec);
  const char* form = is_ascii(label) ? "money_code" : "money";
  return fill_phrase(phrasing.phrase(form), [&](std::string_view name, auto) {
    return name == "currency" ? label : grouped_number(amount);
  });
}

std::string month_name(const Phrasing& phrasing, int month) {
  std::istringstream names(phrasing.phrase("months"));
  std::string name;
  for (int i = 0; i < month; ++i) names >> name;
  return name.empty() ? std::to_string(month) : name;
}

std::string country_phrase(const Phrasing& phrasing,
                           const std::string& code,
                           const FieldSpec& spec) {
  const std::string label = word_phrase(phrasing, code, spec);
  return label == code && is_country(code) ? std::string(country_name(code)) : label;
}

std::string text_phrase(const Phrasing& phrasing, const std::string& text, const FieldSpec& spec) {
  if (spec.format == "country") return country_phrase(phrasing, text, spec);
  const bool is_date = spec.format == "date" || spec.format == "partial-date";
  if (is_date) return date_phrase(phrasing, text);
  const bool is_word = std::find(spec.words.begin(), spec.words.end(), text) != spec.words.end();
  return is_word || spec.format == "currency" ? word_phrase(phrasing, text, spec) : text;
}

}  // namespace

std::string quantity_phrase(const Phrasing& phrasing, const json& value, const FieldSpec& spec) {
  const FieldSpec* unit_spec = spec.member("unit");
  const json& amount = member_of(value, "value");
  const json& unit = member_of(value, "unit");
  if (unit_spec == nullptr || !unit.is_string()) return value.dump();
  const std::string number = grouped_number(amount);
  const bool is_one = number == "1";
  const std::string label = word_phrase(phrasing, unit.get<std::string>(), *unit_spec);
  // A word of another language has no English plural.
  const bool is_english = !unit_spec->labels.contains(phrasing.language);
  const auto part = [&](std::string_view name, std::string_view) {
    if (name == "number") return number;
    return name == "one" ? label : unit_in_words(label, is_one || !is_english);
  };
  const std::string own_one = is_one ? spec.phrase("amount_one", phrasing.language) : "";
  if (!own_one.empty()) return fill_phrase(own_one, part);
  const std::string own = spec.phrase("amount", phrasing.language);
  return fill_phrase(own.empty() ? phrasing.phrase("amount") : own, part);
}

bool has_money(const json& object, const FieldSpec& spec) {
  return std::any_of(spec.properties.begin(), spec.properties.end(), [&](const auto& entry) {
    return needs_currency(*entry.second) && object.contains(entry.first);
  });
}

std::string date_phrase(const Phrasing& phrasing, const std::string& date) {
  const auto parsed = parse_partial_date(date);
  if (!parsed) return date;
  const char* form = parsed->day > 0 ? "date" : parsed->month > 0 ? "month" : "year";
  return fill_phrase(phrasing.phrase(form), [&](std::string_view name, auto) {
    if (name == "year") return std::to_string(parsed->year);
    return name == "month" ? month_name(phrasing, parsed->month) : std::to_string(parsed->day);
  });
}

std::string scalar_phrase(const Phrasing& phrasing,
                          const json& value,
                          const FieldSpec& spec,
                          const PhraseScope* scope) {
  if (value.is_boolean()) return truth_phrase(phrasing, value.get<bool>(), spec);
  const bool is_money = scope != nullptr && needs_currency(spec) && is_number_value(value) &&
                        member_of(*scope->object, kCurrency).is_string();
  if (is_money) return money_phrase(phrasing, value, *scope);
  if (is_number_value(value)) return number_text(value, spec);
  return value.is_string() ? text_phrase(phrasing, value.get<std::string>(), spec) : value.dump();
}

}  // namespace simrules
