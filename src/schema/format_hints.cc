#include "schema/format_hints.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/unicode.h"
#include "schema/codes.h"

namespace simrules {
namespace {

constexpr std::string_view kScheme = "https://";

/// Finds the first character that an address may not have as such.
std::size_t find_odd_character(std::string_view text) {
  constexpr std::string_view kOthers = "-._~:/?#[]@!$&'()*+,;=%";
  const auto found = std::ranges::find_if_not(
      text, [&](char c) { return is_alphanumeric(c) || kOthers.find(c) != kOthers.npos; });
  return static_cast<std::size_t>(found - text.begin());
}

/// Tells whether a text may be an address, as far as it goes here: a host follows the scheme.
bool is_address(std::string_view text) {
  const std::size_t host = std::min(text.find_first_of("/?#", kScheme.size()), text.size());
  return text.starts_with(kScheme) && find_odd_character(text) == text.size() &&
         text.substr(0, host).find('.') != text.npos;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t odd = find_odd_character(text);
    out += text.substr(0, odd);
    text.remove_prefix(odd);
    if (text.empty()) break;
    out += fmt::format("%{:02X}", static_cast<unsigned char>(text[0]));
    text.remove_prefix(1);
  }
  return out;
}

std::string character_at(std::string_view text, std::size_t at) {
  if (text[at] == ' ') return "a blank";
  const std::string_view character = text.substr(at, decode_utf8(text, at).size);
  return "the character " + quoted(character);
}

}  // namespace

FormatHint date_hint(std::string_view text) {
  std::string meant;
  std::string number;
  // Dates of other notations have the year first, too, where they can be told from each other.
  for (const char c : std::string(text) + '-') {
    if (is_digit(c)) {
      number += c;
    } else if (number.empty() || std::string_view("-/.").find(c) == std::string_view::npos) {
      return {};
    } else {
      meant += (meant.empty() ? "" : "-") + std::string(number.size() == 1 ? "0" : "") + number;
      number.clear();
    }
  }
  return {"", parse_partial_date(meant) && meant != text ? meant : ""};
}

FormatHint address_hint(std::string_view text) {
  constexpr std::string_view kPlain = "http://";
  std::string address(text);
  if (text.starts_with(kPlain)) address = std::string(kScheme) + address.substr(kPlain.size());
  if (text.find("://") == text.npos) address = std::string(kScheme) + address;
  const std::size_t odd = find_odd_character(address);
  if (odd == address.size()) return {"", is_address(address) && address != text ? address : ""};
  const std::size_t path = std::min(address.find_first_of("/?#", kScheme.size()), address.size());
  if (odd < path) {
    return {fmt::format("whose host has {}: write the host in ASCII, as browsers send it "
                        "(`xn--...`)",
                        character_at(address, odd)),
            ""};
  }
  const std::string encoded = percent_encoded(address);
  return {fmt::format("which has {}: write it percent-encoded", character_at(address, odd)),
          is_address(encoded) ? encoded : ""};
}

FormatHint country_hint(std::string_view text) { return {"", meant_country(text)}; }
FormatHint currency_hint(std::string_view text) { return {"", meant_currency(text)}; }
FormatHint language_hint(std::string_view text) { return {"", meant_language(text)}; }

FormatHint plmn_hint(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  const bool is_code = (digits.size() == 5 || digits.size() == 6) && text.size() <= 8;
  return {"", is_code ? digits.substr(0, 3) + "-" + digits.substr(3) : ""};
}

}  // namespace simrules
