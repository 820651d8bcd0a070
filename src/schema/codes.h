#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Code tables generated at build time from Debian's iso-codes; XK (Kosovo) is added to the
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

/// Lists the currencies whose codes begin with that of a country, as ISO 4217 makes the codes of
/// national currencies: one for most countries, none for those of the euro.
std::vector<std::string> currencies_of(std::string_view country);

}  // namespace simrules
