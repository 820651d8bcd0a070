#include "schema/codes.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "schema/codes_table.h"

namespace simrules {

namespace {

const CountryRow* find_country(std::string_view code) {
  const CountryRow* end = code_tables().countries + code_tables().country_count;
  const CountryRow* row = std::lower_bound(
      code_tables().countries, end, code, [](const CountryRow& r, std::string_view c) {
        return r.code < c;
      });
  return row != end && row->code == code ? row : nullptr;
}

bool has_code(const CodeTable& table, std::string_view code) {
  if (code.size() != table.code_size) return false;
  std::size_t low = 0;
  std::size_t high = table.codes.size() / table.code_size;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::string_view found = table.codes.substr(middle * table.code_size, table.code_size);
    if (found == code) return true;
    if (found < code) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

bool all_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }

/// Cuts the first subtag off a language tag; the tag is empty after the last one.
std::string_view take_subtag(std::string_view& tag) {
  const std::size_t hyphen = tag.find('-');
  const std::string_view subtag = tag.substr(0, hyphen);
  tag = hyphen == std::string_view::npos ? std::string_view() : tag.substr(hyphen + 1);
  return subtag;
}

std::vector<std::string> words_of(std::string_view words) {
  std::vector<std::string> list;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    list.emplace_back(word);
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
  return list;
}

bool is_script(std::string_view subtag) { return subtag.size() == 4 && all_letters(subtag); }

bool is_region(std::string_view subtag) {
  return (subtag.size() == 2 && all_letters(subtag)) || (subtag.size() == 3 && all_digits(subtag));
}

}  // namespace

bool is_country(std::string_view code) { return find_country(code) != nullptr; }

bool is_subdivision(std::string_view code) {
  const std::string_view all = code_tables().subdivisions;
  if (code.size() < 4 || code.find(' ') != std::string_view::npos) return false;
  const std::size_t at = all.find(std::string(code) + ' ');
  return at != std::string_view::npos && (at == 0 || all[at - 1] == ' ');
}

bool is_currency(std::string_view code) { return has_code(code_tables().currencies, code); }

bool is_language(std::string_view tag) {
  if (tag.empty() || tag.back() == '-') return false;
  const std::string_view language = take_subtag(tag);
  if (!has_code(code_tables().short_languages, language) &&
      !has_code(code_tables().long_languages, language)) {
    return false;
  }
  std::string_view subtag = take_subtag(tag);
  if (is_script(subtag)) subtag = take_subtag(tag);
  if (is_region(subtag)) subtag = take_subtag(tag);
  return subtag.empty() && tag.empty();
}

std::string_view country_name(std::string_view code) {
  const CountryRow* row = find_country(code);
  return row == nullptr ? std::string_view() : row->name;
}

std::vector<std::string> country_codes() {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < code_tables().country_count; ++i) {
    codes.emplace_back(code_tables().countries[i].code);
  }
  return codes;
}

std::vector<std::string> currencies_of(std::string_view country) {
  const CountryRow* row = find_country(country);
  return row == nullptr ? std::vector<std::string>() : words_of(row->currencies);
}

std::vector<std::string> languages_of(std::string_view country) {
  const CountryRow* row = find_country(country);
  return row == nullptr ? std::vector<std::string>() : words_of(row->languages);
}

bool is_country_as_language(std::string_view tag) {
  return tag.size() == 2 && !has_code(code_tables().spoken_languages, tag) &&
         is_country(in_capitals(tag));
}

std::string meant_country(std::string_view word) {
  std::string code = in_capitals(word);
  if (is_country(code)) return code;
  const CodeTables& tables = code_tables();
  for (std::size_t i = 0; i < tables.alias_count; ++i) {
    if (tables.aliases[i].alias == code) return std::string(tables.aliases[i].code);
  }
  for (std::size_t i = 0; i < tables.country_count; ++i) {
    if (in_capitals(tables.countries[i].name) == code) return std::string(tables.countries[i].code);
  }
  return {};
}

std::string meant_currency(std::string_view word) {
  std::string code = in_capitals(word);
  if (is_currency(code)) return code;
  // What people write instead; a sign that several currencies have means the one that is most used.
  struct Sign {
    std::string_view sign;
    std::string_view code;
  };
  static constexpr std::array kSigns = {Sign{"¥", "JPY"},
                                        Sign{"円", "JPY"},
                                        Sign{"YEN", "JPY"},
                                        Sign{"$", "USD"},
                                        Sign{"US$", "USD"},
                                        Sign{"€", "EUR"},
                                        Sign{"EURO", "EUR"},
                                        Sign{"£", "GBP"},
                                        Sign{"₩", "KRW"},
                                        Sign{"RMB", "CNY"},
                                        Sign{"NT$", "TWD"},
                                        Sign{"NTD", "TWD"},
                                        Sign{"HK$", "HKD"}};
  const auto* sign = std::ranges::find(kSigns, code, &Sign::sign);
  return sign == kSigns.end() ? std::string() : std::string(sign->code);
}

std::string meant_language(std::string_view word) {
  std::string tag = in_small_letters(word.substr(0, word.find_first_of("-_")));
  const std::string country = meant_country(word);
  const std::vector<std::string> spoken = languages_of(country);
  if (tag.size() == 2 && is_language(tag) && !is_country_as_language(tag)) return tag;
  if (!spoken.empty()) return spoken.front();
  return is_language(tag) ? tag : std::string();
}

}  // namespace simrules
