// Writes the code tables of ISO 3166, 4217 and 639 as C++: make_codes <folder of iso-codes> <file>.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
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

std::map<std::string, std::string> read_countries(const std::string& folder) {
  std::map<std::string, std::string> countries;
  for (const json& row : read_table(folder, "3166-1")) {
    // The formal name is not what people use ("Taiwan, Province of China").
    const std::string name = row.contains("common_name") ? row["common_name"] : row["name"];
    countries[row.at("alpha_2")] = name;
  }
  // A code that ISO leaves to users, and that everyone uses.
  countries["XK"] = "Kosovo";
  return countries;
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

void write_tables(std::ostream& out, const std::string& folder) {
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
  out << "#include \"schema/codes_table.h\"\n\nnamespace simrules {\n\nnamespace {\n\n"
      << "constexpr CountryRow kCountries[] = {\n";
  const auto countries = read_countries(folder);
  for (const auto& [code, name] : countries) {
    out << "    {\"" << code << "\", " << json(name).dump() << "},\n";
  }
  out << "};\n\nconstexpr CodeTables kCodeTables = {\n    kCountries,\n    " << countries.size()
      << ",\n";
  write_string(out, subdivisions, " ");
  for (const Codes* codes : {&currencies, &short_languages, &long_languages}) {
    out << ",\n    {" << (codes == &short_languages ? 2 : 3) << ",\n";
    write_string(out, *codes, "");
    out << "}";
  }
  out << ",\n};\n\n}  // namespace\n\nconst CodeTables& code_tables() { return kCodeTables; }\n\n} "
         " // namespace simrules\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    std::ofstream out(argv[2]);
    write_tables(out, argv[1]);
    out.close();
    if (!out) throw std::runtime_error("cannot write the tables");
  } catch (const std::exception& error) {
    std::cerr << "make_codes: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
