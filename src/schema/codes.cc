#include "schema/codes.h"

#include <algorithm>
#include <string>

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

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Cuts the first subtag off a language tag; the tag is empty after the last one.
std::string_view take_subtag(std::string_view& tag) {
  const std::size_t hyphen = tag.find('-');
  const std::string_view subtag = tag.substr(0, hyphen);
  tag = hyphen == std::string_view::npos ? std::string_view() : tag.substr(hyphen + 1);
  return subtag;
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
  std::vector<std::string> found;
  for (char last = 'A'; last <= 'Z'; ++last) {
    const std::string code = std::string(country) + last;
    if (is_currency(code)) found.push_back(code);
  }
  return found;
}

}  // namespace simrules
