// Writes the names of countries, currencies and languages in each language as C++:
// make_names <folder of iso-codes> <folder of CLDR> <exceptions> <file> <tag>...
#include <algorithm>
#include <cstdio>
#include <filesystem>
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
using Names = std::map<std::string, std::string>;
using NamesByKind = std::map<std::string, Names>;
using Codes = std::map<std::string, std::set<std::string>>;

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Returns what stands between two marks of a text, behind a place; empty where there is none.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  const std::size_t to = text.find(end, from);
  return from == std::string::npos || to == std::string::npos
             ? ""
             : text.substr(from, to - from + end.size());
}

std::string unescaped(std::string text) {
  for (const auto& [entity, plain] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}) {
    for (std::size_t at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + 1)) {
      text.replace(at, std::string(entity).size(), plain);
    }
  }
  return text;
}

/// Takes the names of an element: the short one, which is what people use, else the plain one.
/// Source: Unicode CLDR writes one element a line.
void read_elements(const std::string& text, const std::string& element, Names& names) {
  const std::regex form("<" + element + " type=\"([A-Za-z_]+)\"( alt=\"short\")?>([^<]+)</" +
                        element + ">");
  std::set<std::string> short_ones;
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
    const bool is_short = (*at)[2].matched;
    std::string code = (*at)[1];
    std::replace(code.begin(), code.end(), '_', '-');
    // Arrows stand for the name in the language above.
    if ((*at)[3] == "↑↑↑" || (!is_short && short_ones.contains(code))) continue;
    if (is_short) short_ones.insert(code);
    names[code] = unescaped((*at)[3]);
  }
}

/// Takes the names of currencies as they stand beside an amount, else as they stand alone.
void read_currencies(const std::string& text, Names& names) {
  const std::regex form(
      "<currency type=\"([A-Z]{3})\">\\s*<displayName>([^<]+)</displayName>"
      "(\\s*<displayName count=\"other\">([^<]+)</displayName>)?");
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
    const std::string name = (*at)[4].matched ? (*at)[4] : (*at)[2];
    if (name != "↑↑↑") names[(*at)[1]] = unescaped(name);
  }
}

/// Reads a language's names over those of the language that it is a form of: zh below zh-Hant.
void read_names(const std::filesystem::path& cldr, std::string tag, NamesByKind& kinds) {
  const std::size_t last = tag.rfind('-');
  if (last != std::string::npos) read_names(cldr, tag.substr(0, last), kinds);
  std::replace(tag.begin(), tag.end(), '-', '_');
  const std::filesystem::path path = cldr / (tag + ".xml");
  // A language that CLDR does not have is told in the English names.
  if (!std::filesystem::exists(path)) return;
  const std::string text = read_text(path);
  read_elements(between(text, "<territories>", "</territories>"), "territory", kinds["countries"]);
  read_elements(between(text, "<languages>", "</languages>"), "language", kinds["languages"]);
  read_currencies(between(text, "<currencies>", "</currencies>"), kinds["currencies"]);
}

std::set<std::string> codes_of(const std::string& folder,
                               const std::string& standard,
                               const char* column) {
  std::set<std::string> codes;
  const json table = json::parse(read_text(folder + "/iso_" + standard + ".json"));
  for (const json& row : table.at(standard)) {
    if (row.contains(column)) codes.insert(row.at(column));
  }
  return codes;
}

Codes known_codes(const std::string& folder) {
  Codes codes = {{"countries", codes_of(folder, "3166-1", "alpha_2")},
                 {"currencies", codes_of(folder, "4217", "alpha_3")},
                 {"languages", codes_of(folder, "639-2", "alpha_2")}};
  // Kosovo, which ISO leaves to users.
  codes["countries"].insert("XK");
  return codes;
}

/// Keeps the names of the codes that policies can have; a language may have a script or region.
json names_in(const std::string& cldr,
              const std::string& tag,
              const Codes& codes,
              const json& exceptions) {
  NamesByKind kinds;
  read_names(cldr, tag, kinds);
  for (auto& [kind, names] : kinds) {
    const std::set<std::string>& known = codes.at(kind);
    std::erase_if(names, [&](const auto& row) {
      return !known.contains(row.first.substr(0, row.first.find('-')));
    });
  }
  for (const json& row : exceptions) {
    if (row.at("language") == tag) kinds[row.at("kind")][row.at("code")] = row.at("name");
  }
  return kinds;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) return 2;
  try {
    const Codes codes = known_codes(argv[1]);
    const json exceptions = json::parse(read_text(argv[3]));
    std::ofstream out(argv[4]);
    out << "#include \"schema/embedded_languages.h\"\n\nnamespace simrules {\n\n"
           "std::string_view generated_names(std::string_view tag) {\n";
    for (int i = 5; i < argc; ++i) {
      out << "  if (tag == \"" << argv[i] << "\") return R\"__JSON__("
          << names_in(argv[2], argv[i], codes, exceptions).dump(1) << ")__JSON__\";\n";
    }
    out << "  return {};\n}\n\n}  // namespace simrules\n";
    out.close();
    if (!out) throw std::runtime_error("cannot write the names");
  } catch (const std::exception& error) {
    std::cerr << "make_names: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
