#include "model/policy_id.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>

#include "base/text.h"
#include "schema/codes.h"

namespace simrules {
namespace {

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kLongestPart = 24;

bool is_part_character(char c) { return is_lower(c) || is_digit(c); }

template <typename Change>
std::string changed(std::string text, const Change& change) {
  std::transform(text.begin(), text.end(), text.begin(), change);
  return text;
}

bool is_brand(std::string_view text) {
  for (std::size_t parts = 1; parts <= kMostParts; ++parts) {
    const std::size_t hyphen = text.find('-');
    const std::string_view part = text.substr(0, hyphen);
    if (part.empty() || part.size() > kLongestPart ||
        !std::all_of(part.begin(), part.end(), is_part_character)) {
      return false;
    }
    if (hyphen == std::string_view::npos) return true;
    text.remove_prefix(hyphen + 1);
  }
  return false;
}

bool is_country_part(std::string_view text) {
  return text == kGlobal || (text.size() == 2 && std::all_of(text.begin(), text.end(), is_lower));
}

/// Writes a text in lower-case letters, digits and single hyphens.
std::string kebab(std::string_view text) {
  std::string out;
  for (const char each : text) {
    const char c = to_lower(each);
    // An apostrophe joins: `Joe's` is `joes`.
    if (c == '\'') continue;
    const bool hyphen = !is_part_character(c);
    if (!hyphen) out += c;
    if (hyphen && !out.empty() && out.back() != '-') out += '-';
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

/// Returns the folder that a text means: a code in any case, what is written instead of one, or a
/// country's name.
std::string country_of(std::string_view text) {
  std::string code = changed(std::string(text), to_lower);
  if (code == kGlobal) return code;
  if (const std::string meant = meant_country(text); !meant.empty())
    return changed(meant, to_lower);
  for (const std::string& country : country_codes()) {
    if (kebab(country_name(country)) == kebab(text)) return changed(country, to_lower);
  }
  return is_country_part(code) ? code : "";
}

void drop(std::string_view& text, std::string_view prefix, std::string_view suffix) {
  if (text.substr(0, prefix.size()) == prefix) text.remove_prefix(prefix.size());
  if (text.size() > suffix.size() && text.substr(text.size() - suffix.size()) == suffix) {
    text.remove_suffix(suffix.size());
  }
}

}  // namespace

std::optional<PolicyIdParts> parse_policy_id(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  PolicyIdParts parts{std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
  if (!is_country_part(parts.country) || !is_brand(parts.brand)) return std::nullopt;
  return parts;
}

std::optional<std::string> near_policy_id(std::string_view text) {
  std::string_view id = text;
  drop(id, "./", "");
  drop(id, "policies/", ".yaml");
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string proposed = country_of(id.substr(0, slash)) + '/' + kebab(id.substr(slash + 1));
  if (proposed == text || !parse_policy_id(proposed)) return std::nullopt;
  return proposed;
}

std::string name_of_brand(std::string_view brand) {
  std::string name;
  for (const char c : brand) {
    const bool first = name.empty() || name.back() == ' ';
    name += c == '-' ? ' ' : (first ? to_upper(c) : c);
  }
  return name;
}

std::string country_part(std::string_view id) { return std::string(id.substr(0, id.find('/'))); }

std::string id_of_path(const std::string& path) {
  if (path == "-") return "";
  const std::filesystem::path file(path);
  const std::string folder = file.parent_path().filename().string();
  return folder.empty() ? file.stem().string() : folder + "/" + file.stem().string();
}

}  // namespace simrules
