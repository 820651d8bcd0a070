#include "document/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace simrules {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kSpacedDigits = "0123456789_";

struct Word {
  std::string_view text;
  Scalar meaning;
};

constexpr Scalar ambiguous(const char* reading) {
  return Scalar{.kind = ScalarKind::kAmbiguous, .other_reading = reading};
}

/// A boolean that only the core schema reads as one: to others it is text.
constexpr Scalar capital(const char* plain) {
  return Scalar{.kind = ScalarKind::kAmbiguous, .other_reading = "a boolean", .plain_form = plain};
}

constexpr Scalar truth(bool value) {
  return Scalar{.kind = ScalarKind::kBoolean, .boolean = value};
}

constexpr std::array<Word, 36> kWords{{{"true", truth(true)},
                                       {"True", capital("true")},
                                       {"TRUE", capital("true")},
                                       {"false", truth(false)},
                                       {"False", capital("false")},
                                       {"FALSE", capital("false")},
                                       {"yes", ambiguous("a boolean")},
                                       {"Yes", ambiguous("a boolean")},
                                       {"YES", ambiguous("a boolean")},
                                       {"no", ambiguous("a boolean")},
                                       {"No", ambiguous("a boolean")},
                                       {"NO", ambiguous("a boolean")},
                                       {"on", ambiguous("a boolean")},
                                       {"On", ambiguous("a boolean")},
                                       {"ON", ambiguous("a boolean")},
                                       {"off", ambiguous("a boolean")},
                                       {"Off", ambiguous("a boolean")},
                                       {"OFF", ambiguous("a boolean")},
                                       {"y", ambiguous("a boolean")},
                                       {"Y", ambiguous("a boolean")},
                                       {"n", ambiguous("a boolean")},
                                       {"N", ambiguous("a boolean")},
                                       {"=", ambiguous("a special value")},
                                       {".nan", ambiguous("no number")},
                                       {".NaN", ambiguous("no number")},
                                       {".NAN", ambiguous("no number")},
                                       {".inf", ambiguous("infinity")},
                                       {".Inf", ambiguous("infinity")},
                                       {".INF", ambiguous("infinity")},
                                       {"+.inf", ambiguous("infinity")},
                                       {"+.Inf", ambiguous("infinity")},
                                       {"+.INF", ambiguous("infinity")},
                                       {"-.inf", ambiguous("infinity")},
                                       {"-.Inf", ambiguous("infinity")},
                                       {"-.INF", ambiguous("infinity")},
                                       {"-0", ambiguous("a negative zero")}}};
constexpr std::size_t kLongestWord = 5;
constexpr std::string_view kWordInitials = "tTfFyYnNoO=.+-";

/// Takes the longest run of the given characters off the front.
std::string_view take(std::string_view& text, std::string_view characters) {
  const std::size_t size = std::min(text.find_first_not_of(characters), text.size());
  const std::string_view run = text.substr(0, size);
  text.remove_prefix(size);
  return run;
}

bool consists_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// Reads `0o17`, `0x1F` and `0b11`, each with separators.
const char* prefixed_reading(std::string_view body) {
  struct Prefix {
    std::string_view text;
    std::string_view digits;
    const char* reading;
  };
  constexpr std::array<Prefix, 3> kPrefixes{
      {{"0o", "01234567_", "an octal number"},
       {"0x", "0123456789abcdefABCDEF_", "a hexadecimal number"},
       {"0b", "01_", "a binary number"}}};
  for (const Prefix& prefix : kPrefixes) {
    if (body.starts_with(prefix.text) && consists_of(body.substr(2), prefix.digits)) {
      return prefix.reading;
    }
  }
  return nullptr;
}

/// Tells whether a number is written like a time of the day, which YAML 1.1 reads in base 60.
bool is_base_60(std::string_view body) {
  if (take(body, kSpacedDigits).empty() || !body.starts_with(':')) return false;
  while (body.starts_with(':')) {
    body.remove_prefix(1);
    const std::size_t digits = take(body, kDigits).size();
    if (digits == 0 || digits > 2) return false;
  }
  if (body.starts_with('.')) body.remove_prefix(1);
  take(body, kSpacedDigits);
  return body.empty();
}

Scalar resolve_integer(std::string_view text, std::string_view body) {
  if (text[0] == '+') return ambiguous("a number without its sign");
  if (body.size() > 1 && body[0] == '0') return ambiguous("an octal number");
  Scalar scalar{.kind = ScalarKind::kInteger};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), scalar.integer);
  const bool exact = error == std::errc() && end == text.data() + text.size() &&
                     scalar.integer <= kMaxInteger && scalar.integer >= -kMaxInteger;
  if (!exact) scalar.kind = ScalarKind::kTooLarge;
  return scalar;
}

/// Resolves what is written with a point, an exponent or separators.
Scalar resolve_decimal(std::string_view body) {
  const bool separated = body.find('_') != std::string_view::npos;
  std::string_view rest = body;
  std::size_t digits = take(rest, kSpacedDigits).size();
  const bool point = rest.starts_with('.');
  if (point) {
    rest.remove_prefix(1);
    digits += take(rest, kSpacedDigits).size();
  }
  if (digits == 0) return {};
  if (rest.empty() && separated) return ambiguous("a number");
  if (rest.empty() && point) return Scalar{.kind = ScalarKind::kFraction};
  if (rest.empty() || (rest[0] != 'e' && rest[0] != 'E')) return {};
  rest.remove_prefix(1);
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) rest.remove_prefix(1);
  return consists_of(rest, kDigits) ? ambiguous("a number with an exponent") : Scalar{};
}

Scalar resolve_number(std::string_view text) {
  const std::string_view body = text.substr(text[0] == '+' || text[0] == '-' ? 1 : 0);
  if (consists_of(body, kDigits)) return resolve_integer(text, body);
  if (const char* reading = prefixed_reading(body)) return ambiguous(reading);
  if (is_base_60(body)) return ambiguous("a number in base 60");
  return resolve_decimal(body);
}

}  // namespace

Scalar resolve_plain(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() <= kLongestWord && kWordInitials.find(text[0]) != std::string_view::npos) {
    const auto word = std::find_if(
        kWords.begin(), kWords.end(), [&](const Word& row) { return row.text == text; });
    if (word != kWords.end()) return word->meaning;
  }
  const bool numeric = std::string_view("0123456789+-.").find(text[0]) != std::string_view::npos;
  return numeric ? resolve_number(text) : Scalar{};
}

}  // namespace simrules
