// Writes the countries that use each mobile country code as C++: make_mcc <serviceproviders.xml> <exceptions> <file>.
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

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

std::map<std::string, std::string> read_rows(const char* source, const char* exceptions) {
  std::map<std::string, std::string> rows;
  for (const auto& [mcc, countries] : read_countries(read_text(source))) {
    for (const std::string& country : countries) {
      rows[mcc] += (rows[mcc].empty() ? "" : " ") + country;
    }
  }
  const json table = json::parse(read_text(exceptions));
  for (const json& row : table) rows[row.at("mcc")] = row.at("countries");
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    std::ofstream out(argv[3]);
    out << "#include \"validate/mcc_countries.h\"\n\nnamespace simrules {\n\n"
           "std::string_view countries_of_mcc(std::string_view mcc) {\n";
    for (const auto& [mcc, countries] : read_rows(argv[1], argv[2])) {
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
