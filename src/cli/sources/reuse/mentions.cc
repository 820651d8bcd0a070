#include "cli/sources/reuse/mentions.h"

#include <algorithm>

namespace simrules {
namespace {

constexpr std::string_view kCountry = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kBrand = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kGlobalPart = "global";

/// Only a policy of this kind claims a network code for itself.
constexpr std::string_view kOperator = "mno";

/// Returns the longest run of some characters that ends before a place.
std::string_view run_before(std::string_view text, std::size_t at, std::string_view characters) {
  const std::size_t before = text.substr(0, at).find_last_not_of(characters);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, at - begin);
}

/// Returns the longest run of some characters that begins at a place.
std::string_view run_from(std::string_view text, std::size_t at, std::string_view characters) {
  return text.substr(at, std::min(text.find_first_not_of(characters, at), text.size()) - at);
}

/// Tells whether a name can begin at a place: a part of a path or of a host is none.
bool may_begin(std::string_view text, std::size_t at) {
  constexpr std::string_view kInside = "./_-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return at == 0 || kInside.find(text[at - 1]) == std::string_view::npos;
}

/// Adds the id around a slash, if it may be one.
void add_id(std::string_view text, std::size_t slash, Mentions& found) {
  const std::string_view country = run_before(text, slash, kCountry);
  const std::string_view brand = run_from(text, slash + 1, kBrand);
  const std::size_t begin = slash - country.size();
  const bool is_place = country.size() == 2 || country == kGlobalPart;
  if (!is_place || brand.empty() || !may_begin(text, begin)) return;
  const std::size_t end = slash + 1 + brand.size();
  found.names.emplace_back(text.substr(begin, end - begin));
  if (end < text.size() && text[end] == '#') found.forwards.push_back(found.names.back());
}

/// Adds the network code around a hyphen, if it may be one.
void add_code(std::string_view text, std::size_t hyphen, Mentions& found) {
  const std::string_view country = run_before(text, hyphen, kDigits);
  const std::string_view network = run_from(text, hyphen + 1, kDigits);
  if (country.size() != 3 || network.size() < 2 || network.size() > 3) return;
  found.names.emplace_back(text.substr(hyphen - 3, country.size() + 1 + network.size()));
}

template <typename Add>
void for_each(std::string_view text, char mark, const Add& add) {
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
    add(at);
}

void keep_once(std::vector<std::string>& names) {
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

Mentions mentions_in(std::string_view text) {
  Mentions found;
  found.is_plain = text.find('\\') == std::string_view::npos;
  for_each(text, '/', [&](std::size_t at) { add_id(text, at, found); });
  if (text.find(kOperator) != std::string_view::npos)
    for_each(text, '-', [&](std::size_t at) { add_code(text, at, found); });
  keep_once(found.names);
  keep_once(found.forwards);
  return found;
}

}  // namespace simrules
