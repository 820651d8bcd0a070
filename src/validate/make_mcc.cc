// Writes the countries that use each mobile country code as C++: make_mcc <serviceproviders.xml> <folder of iso-codes>
// <supplementalData.xml of CLDR> <exceptions> <file>. A code serves more than the countries of the source: the territories of
// its country, and in the Caribbean, where operators use one code on many islands, the whole region.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using Countries = std::map<std::string, std::set<std::string>>;

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Takes the codes of the networks of each country, which stand inside its element.
Countries read_countries(const std::string& text) {
  const std::regex form("<country code=\"([a-z]{2})\"|<network-id mcc=\"([0-9]{3})\"");
  Countries countries;
  std::string country;
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
    if ((*at)[2].matched) {
      countries[(*at)[2]].insert(country);
      continue;
    }
    country.clear();
    for (const char c : (*at)[1].str()) country += static_cast<char>(c - 'a' + 'A');
  }
  return countries;
}

std::set<std::string> words_of(const std::string& text) {
  std::istringstream words(text);
  return {std::istream_iterator<std::string>(words), {}};
}

/// Lists the groups of countries that share their codes.
/// Source: ISO 3166-2 has territories with a code of ISO 3166-1 of their own as parts of their
///         country; CLDR has the islands of the Caribbean (UN M49 029).
std::vector<std::set<std::string>> read_groups(const std::string& iso, const std::string& cldr) {
  std::map<std::string, std::set<std::string>> families;
  const json parts = json::parse(read_text(iso + "/iso_3166-2.json"));
  const std::regex own_code("(Outlying|Overseas|Special administrative|Country).*");
  for (const json& part : parts.at("3166-2")) {
    const std::string code = part.at("code");
    if (code.size() == 5 && std::regex_match(part.at("type").get<std::string>(), own_code)) {
      const std::string country = code.substr(0, 2);
      families[country].insert({country, code.substr(3)});
    }
  }
  std::vector<std::set<std::string>> groups;
  for (auto& [country, family] : families) groups.push_back(std::move(family));
  const std::string regions = read_text(cldr);
  std::smatch islands;
  if (!std::regex_search(regions, islands, std::regex("type=\"029\" contains=\"([A-Z ]+)\""))) {
    throw std::runtime_error("the Caribbean is not in " + cldr);
  }
  groups.push_back(words_of(islands[1]));
  return groups;
}

std::map<std::string, std::string> read_rows(char** files) {
  Countries countries = read_countries(read_text(files[0]));
  for (const json& row : json::parse(read_text(files[3]))) {
    countries[row.at("mcc")] = words_of(row.at("countries"));
  }
  const auto groups = read_groups(files[1], files[2]);
  std::map<std::string, std::string> rows;
  for (auto& [mcc, found] : countries) {
    const std::set<std::string> own = found;
    for (const auto& group : groups) {
      const auto is_in = [&](const std::string& country) { return group.count(country) > 0; };
      if (std::any_of(own.begin(), own.end(), is_in)) found.insert(group.begin(), group.end());
    }
    for (const std::string& country : found) {
      rows[mcc] += (rows[mcc].empty() ? "" : " ") + country;
    }
  }
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return 2;
  try {
    std::ofstream out(argv[5]);
    out << "#include \"validate/mcc_countries.h\"\n\nnamespace simrules {\n\n"
           "std::string_view countries_of_mcc(std::string_view mcc) {\n";
    for (const auto& [mcc, countries] : read_rows(argv + 1)) {
      out << "  if (mcc == \"" << mcc << "\") return \"" << countries << "\";\n";
    }
    out << "  return {};\n}\n\n}  // namespace simrules\n";
    out.close();
    if (!out) throw std::runtime_error("cannot write the table");
  } catch (const std::exception& error) {
    std::cerr << "make_mcc: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
