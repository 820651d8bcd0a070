// Writes the code tables of ISO 3166, 4217 and 639 as C++, with what CLDR says of the currencies and languages of countries:
// make_codes <folder of iso-codes> <folder of CLDR's supplemental data> <exceptions> <file>.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using Codes = std::set<std::string>;

json read_table(const std::string& folder, const std::string& standard) {
  std::ifstream file(folder + "/iso_" + standard + ".json");
  if (!file) throw std::runtime_error("cannot read ISO " + standard + " in " + folder);
  return json::parse(file).at(standard);
}

/// What is known of a country.
struct Country {
  std::string name;
  std::string currencies;
  std::string languages;
};
using Countries = std::map<std::string, Country>;

void add_word(std::string& words, const std::string& word) {
  words += (words.empty() ? "" : " ") + word;
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

Countries read_names(const std::string& folder) {
  Countries countries;
  for (const json& row : read_table(folder, "3166-1")) {
    // The formal name is not what people use ("Taiwan, Province of China").
    const std::string name = row.contains("common_name") ? row["common_name"] : row["name"];
    countries[row.at("alpha_2")].name = name;
  }
  // A code that ISO leaves to users, and that everyone uses.
  countries["XK"].name = "Kosovo";
  return countries;
}

/// Adds the currencies that are tender today, and the official languages.
void read_usage(const std::string& cldr,
                const std::string& exceptions,
                Countries& countries,
                Codes& spoken) {
  const std::string text = read_text(cldr + "/supplementalData.xml");
  const std::regex form(
      "<region iso3166=\"([A-Z]{2})\"|<currency iso4217=\"([A-Z]{3})\"([^>]*)>|"
      "<territory type=\"([A-Z]{2})\"|<languagePopulation "
      "type=\"([a-z]{2,3}(?:_[A-Z][a-z]{3})?)\"([^>]*)>");
  std::string country;
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
    const std::smatch& found = *at;
    if (found[1].matched || found[4].matched) country = found[1].str() + found[4].str();
    const auto known = countries.find(country);
    if (known == countries.end()) continue;
    const bool is_over = found[3].str().find("to=") != std::string::npos ||
                         found[3].str().find("tender=\"false\"") != std::string::npos;
    if (found[2].matched && !is_over) add_word(known->second.currencies, found[2]);
    if (found[5].matched) spoken.insert(found[5].str().substr(0, found[5].str().find('_')));
    const std::string status = found[6];
    const bool is_official = status.find("=\"official\"") != std::string::npos ||
                             status.find("=\"de_facto_official\"") != std::string::npos;
    if (!found[5].matched || !is_official) continue;
    std::string language = found[5];
    if (const auto script = language.find('_'); script != language.npos) language[script] = '-';
    add_word(known->second.languages, language);
  }
  for (const json& row : json::parse(read_text(exceptions))) {
    countries.at(row.at("country")).currencies = row.at("currencies");
  }
}

/// Adds the codes that CLDR has replaced by those of a country's own language, and that others still write: `tl` for `fil`.
void read_former_languages(const std::string& cldr, const Countries& countries, Codes& spoken) {
  const std::string text = read_text(cldr + "/supplementalMetadata.xml");
  const std::regex form("<languageAlias type=\"([a-z]{2})\" replacement=\"([a-z]{2,3})\"");
  Codes official;
  for (const auto& [code, country] : countries) {
    std::istringstream words(country.languages);
    official.insert(std::istream_iterator<std::string>(words), {});
  }
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
    if (official.count((*at)[2]) > 0) spoken.insert((*at)[1]);
  }
}

/// Collects the codes of three letters, and those that were replaced by one country.
std::map<std::string, std::string> read_aliases(const std::string& cldr,
                                                const Countries& countries) {
  const std::string text = read_text(cldr + "/supplementalMetadata.xml");
  const std::regex form("<territoryAlias type=\"([A-Z]{2,3})\" replacement=\"([A-Z]{2})\"");
  std::map<std::string, std::string> aliases;
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
    if (countries.count((*at)[2]) > 0 && countries.count((*at)[1]) == 0)
      aliases[(*at)[1]] = (*at)[2];
  }
  return aliases;
}

/// Collects the codes of a column; ISO 639-2 has a reserved range among them, which the length tells apart.
void read_codes(const json& rows, const char* column, std::size_t max_size, Codes& codes) {
  for (const json& row : rows) {
    const std::string code = row.value(column, "");
    if (!code.empty() && code.size() <= max_size) codes.insert(code);
  }
}

/// Writes codes as one string over many lines.
void write_string(std::ostream& out, const Codes& codes, const char* separator) {
  std::string line;
  for (const std::string& code : codes) {
    line += code + separator;
    if (line.size() < 90) continue;
    out << "    \"" << line << "\"\n";
    line.clear();
  }
  out << "    \"" << line << "\"";
}

void write_countries(std::ostream& out, const Countries& countries) {
  out << "constexpr CountryRow kCountries[] = {\n";
  for (const auto& [code, country] : countries) {
    out << "    {\"" << code << "\", " << json(country.name).dump() << ", \"" << country.currencies
        << "\", \"" << country.languages << "\"},\n";
  }
  out << "};\n\n";
}

void write_tables(std::ostream& out, char** files) {
  const std::string folder = files[0];
  Codes subdivisions;
  Codes currencies;
  Codes short_languages;
  Codes long_languages;
  read_codes(read_table(folder, "3166-2"), "code", 6, subdivisions);
  read_codes(read_table(folder, "4217"), "alpha_3", 3, currencies);
  for (const char* standard : {"639-2", "639-3"}) {
    const json rows = read_table(folder, standard);
    read_codes(rows, "alpha_2", 2, short_languages);
    read_codes(rows, "alpha_3", 3, long_languages);
  }
  Countries countries = read_names(folder);
  Codes spoken;
  read_usage(files[1], files[2], countries, spoken);
  read_former_languages(files[1], countries, spoken);
  // Those of three letters are no code of a country.
  std::erase_if(spoken, [](const std::string& language) { return language.size() != 2; });
  const auto aliases = read_aliases(files[1], countries);
  out << "#include \"schema/codes_table.h\"\n\nnamespace simrules {\n\nnamespace {\n\n";
  write_countries(out, countries);
  out << "constexpr CountryAlias kAliases[] = {\n";
  for (const auto& [alias, code] : aliases) {
    out << "    {\"" << alias << "\", \"" << code << "\"},\n";
  }
  out << "};\n\nconstexpr CodeTables kCodeTables = {\n    kCountries,\n    " << countries.size()
      << ",\n    kAliases,\n    " << aliases.size() << ",\n";
  write_string(out, subdivisions, " ");
  for (const Codes* codes : {&currencies, &short_languages, &spoken, &long_languages}) {
    out << ",\n    {" << (codes == &short_languages || codes == &spoken ? 2 : 3) << ",\n";
    write_string(out, *codes, "");
    out << "}";
  }
  out << ",\n};\n\n}  // namespace\n\nconst CodeTables& code_tables() { return kCodeTables; }\n\n} "
         " // namespace simrules\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  try {
    std::ofstream out(argv[4]);
    write_tables(out, argv + 1);
    out.close();
    if (!out) throw std::runtime_error("cannot write the tables");
  } catch (const std::exception& error) {
    std::cerr << "make_codes: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
