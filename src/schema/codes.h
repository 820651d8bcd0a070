#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Code tables generated at build time from Debian's iso-codes and unicode-cldr-core; XK (Kosovo) is added to the
/// countries.
/// Source: ISO 3166-1 alpha-2, ISO 3166-2, ISO 4217, ISO 639-1 and 639-2.
bool is_country(std::string_view code);
bool is_subdivision(std::string_view code);
bool is_currency(std::string_view code);

/// Accepts a BCP 47 tag whose language is in ISO 639: `ja`, `zh-Hant`.
bool is_language(std::string_view tag);

/// Returns a country's English name as people use it ("Taiwan"); empty for an unknown code.
std::string_view country_name(std::string_view code);

/// Lists the codes of all countries, sorted.
std::vector<std::string> country_codes();

/// Lists the currencies that are tender in a country today, that of most prices first.
/// Source: Unicode CLDR, and currency_exceptions.json.
std::vector<std::string> currencies_of(std::string_view country);

/// Lists the official languages of a country, the most used first; of none, those of no country.
std::vector<std::string> languages_of(std::string_view country);

/// Tells whether a language tag is the code of a country in the place of its language: a language that
/// nobody speaks today, such as `kr` (which is no Korean) or `ae`.
bool is_country_as_language(std::string_view tag);

/// Returns the code that a word most likely means: `GB` for `uk`, `GBR` or `United Kingdom`; empty if
/// none.
std::string meant_country(std::string_view word);

/// The same for currencies: `JPY` for `jpy`, `yen` or `¥`.
std::string meant_currency(std::string_view word);

/// The same for languages: `ja` for `JA`, `jp` or `jpn`. A code of a country means its language.
std::string meant_language(std::string_view word);

}  // namespace simrules
