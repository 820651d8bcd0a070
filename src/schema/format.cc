#include "schema/format.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "schema/codes.h"

namespace simrules {

namespace {

bool is_date(std::string_view text) { return parse_date(text).has_value(); }
bool is_partial_date(std::string_view text) { return parse_partial_date(text).has_value(); }

/// Accepts text without a break that any reader ends a line at; the file may not hold the others.
bool is_line(std::string_view text) { return text.find_first_of("\n\r") == std::string_view::npos; }

bool is_date_or_unknown(std::string_view text) {
  return text == "unknown" || is_partial_date(text);
}

bool is_host_character(char c) { return is_alphanumeric(c) || c == '-'; }

bool is_host_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), is_host_character);
}

/// Tells whether the last label of a host can be that of everybody's names: letters, so that it is no
/// number of an address, and none that only a network of one's own has. Names for examples are fine.
/// Source: IANA, Special-Use Domain Names and Root Zone Database; RFC 1123, section 2.1.
bool is_public_ending(std::string_view label) {
  constexpr std::array<std::string_view, 12> kPrivate = {"alt",
                                                         "arpa",
                                                         "corp",
                                                         "home",
                                                         "internal",
                                                         "intranet",
                                                         "lan",
                                                         "local",
                                                         "localdomain",
                                                         "localhost",
                                                         "onion",
                                                         "private"};
  std::string ending(label);
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const bool is_word = ending.size() >= 2 && std::all_of(ending.begin(), ending.end(), is_letter);
  return (is_word || ending.starts_with("xn--")) &&
         std::find(kPrivate.begin(), kPrivate.end(), ending) == kPrivate.end();
}

/// Accepts a host name with at least two labels: what is reachable for everyone has a dot.
bool is_host(std::string_view host) {
  if (host.size() > 253) return false;
  std::size_t labels = 0;
  for (std::size_t begin = 0; begin <= host.size(); ++labels) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    if (!is_host_label(host.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return labels >= 2 && is_public_ending(host.substr(host.rfind('.') + 1));
}

/// Accepts the ports that there are.
bool is_port(std::string_view port) {
  constexpr int kMost = 65'535;
  if (port.empty() || port.size() > 5 || !all_digits(port)) return false;
  const int number = std::stoi(std::string(port));
  return number > 0 && number <= kMost;
}

bool is_uri_character(char c) {
  constexpr std::string_view kOthers = "-._~:/?#[]@!$&'()*+,;=%";
  return is_alphanumeric(c) || kOthers.find(c) != std::string_view::npos;
}

bool has_whole_percent_codes(std::string_view text) {
  const auto is_hex = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  for (std::size_t i = text.find('%'); i != std::string_view::npos; i = text.find('%', i + 1)) {
    if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
  }
  return true;
}

// Source: RFC 3986, narrowed to what a reader can open without surprise.
bool is_address(std::string_view text, std::string_view scheme) {
  if (!text.starts_with(scheme)) return false;
  if (!std::all_of(text.begin(), text.end(), is_uri_character)) return false;
  if (!has_whole_percent_codes(text)) return false;
  const std::string_view rest = text.substr(scheme.size());
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::size_t colon = authority.find(':');
  const std::string_view port =
      colon == std::string_view::npos ? "443" : authority.substr(colon + 1);
  return is_host(authority.substr(0, colon)) && is_port(port);
}

bool is_https_address(std::string_view text) { return is_address(text, "https://"); }

/// Accepts the address of a page of before everybody had https, too.
bool is_uri(std::string_view text) { return is_https_address(text) || is_address(text, "http://"); }

/// Accepts the code of a currency that there is; which units there are says a pattern.
bool is_unit_or_currency(std::string_view text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() != 3 || !std::ranges::all_of(text, is_capital) || is_currency(text);
}

bool is_spoken_language(std::string_view tag) {
  return is_language(tag) && !is_country_as_language(tag);
}

/// Accepts `+8`, `-10` and `+5:30` after `UTC`.
bool is_offset(std::string_view text) {
  if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return false;
  const std::size_t colon = text.find(':');
  const std::string_view hours =
      text.substr(1, colon == std::string_view::npos ? colon : colon - 1);
  if (hours.empty() || hours.size() > 2 || !all_digits(hours)) return false;
  // No place on earth is more than 14 hours from UTC.
  if (hours.size() == 2 && hours > "14") return false;
  if (colon == std::string_view::npos) return true;
  const std::string_view minutes = text.substr(colon + 1);
  return minutes == "00" || minutes == "30" || minutes == "45";
}

/// Accepts what has the shape of an IANA name; which names exist changes too often to be compiled
/// in.
bool is_zone_name(std::string_view text) {
  if (text.size() > 40 || text.find('/') == std::string_view::npos) return false;
  char previous = '/';
  for (const char c : text) {
    if (previous == '/' && !is_letter(c)) return false;
    if (!is_letter(c) && !is_digit(c) && std::string_view("/_-+").find(c) == std::string_view::npos)
      return false;
    previous = c;
  }
  return previous != '/';
}

bool is_time_zone(std::string_view text) {
  if (text == "home" || text == "visited" || text == "UTC") return true;
  if (text.substr(0, 3) == "UTC") return is_offset(text.substr(3));
  return is_zone_name(text);
}

// Source: ITU-T E.212, section 2: three digits of a country, two or three of a network.
bool is_plmn(std::string_view text) {
  return (text.size() == 6 || text.size() == 7) && text[3] == '-' &&
         all_digits(text.substr(0, 3)) && all_digits(text.substr(4));
}

constexpr Format kTable[] = {
    {"date", "not-a-date", "a calendar date such as `2024-10-01`", is_date, date_hint},
    {"partial-date",
     "not-a-date",
     "a date as precise as the source: `2024`, `2024-10` or `2024-10-01`",
     is_partial_date,
     date_hint},
    {"first-day",
     "not-a-date",
     "the first day as precisely as it is known, such as `2025-08-20` or `2025`, or `unknown`",
     is_date_or_unknown,
     date_hint},
    {"last-day",
     "not-a-date",
     "the last day as precisely as it is known, such as `2025-08-19` or `2025`, or `unknown`",
     is_date_or_unknown,
     date_hint},
    {"line", "several-lines", "one line", is_line},
    {"uri",
     "not-a-uri",
     "an address that begins with `https://` or `http://` and names a public host",
     is_uri,
     address_hint},
    {"https-address",
     "not-a-uri",
     "an address that begins with `https://` and names a public host",
     is_https_address,
     address_hint},
    // What `uri` was called in the schema of release 3.1.0, which `verify` reads.
    {"web-address",
     "not-a-uri",
     "an address that begins with `https://` or `http://` and names a public host",
     is_uri,
     address_hint},
    {"country",
     "unknown-country",
     "a two-letter country code of ISO 3166-1 such as `JP`",
     is_country,
     country_hint},
    {"subdivision",
     "unknown-subdivision",
     "a subdivision code of ISO 3166-2 such as `ES-CN`",
     is_subdivision},
    {"currency",
     "unknown-currency",
     "a three-letter currency code of ISO 4217 such as `JPY`",
     is_currency,
     currency_hint},
    {"unit-or-currency",
     "unknown-currency",
     "a unit such as `MB` or `day`, or a currency code of ISO 4217 such as `PHP`",
     is_unit_or_currency,
     currency_hint},
    {"language",
     "unknown-language",
     "a language tag such as `ja` or `zh-Hant`",
     is_spoken_language,
     language_hint},
    {"time-zone",
     "not-a-time-zone",
     "`home`, `visited`, `UTC`, an offset such as `UTC+8`, or a name such as `Asia/Tokyo`",
     is_time_zone},
    {"plmn",
     "malformed-plmn",
     "three digits, a hyphen and two or three digits such as `440-10`",
     is_plmn,
     plmn_hint},
};

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats(std::begin(kTable), std::end(kTable));
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto& all = formats();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Format& f) { return f.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace simrules
