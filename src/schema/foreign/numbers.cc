#include "schema/foreign/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace simrules {
namespace {

using nlohmann::json;
__extension__ using Wide = unsigned __int128;

/// A number as it is written: digits, and how many places they are moved to the left.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
};

/// Reads the shortest notation of a number.
std::optional<Decimal> decimal_of(const json& number) {
  const std::string text = number.dump();
  Decimal decimal;
  bool after_point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == 'e' || c == 'E') {
      decimal.exponent += std::stoi(text.substr(i + 1));
      break;
    }
    if (c == '.') after_point = true;
    if (c < '0' || c > '9') continue;
    if (decimal.digits > (UINT64_MAX - 9) / 10) return std::nullopt;
    decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(c - '0');
    if (after_point) --decimal.exponent;
  }
  while (decimal.digits != 0 && decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    ++decimal.exponent;
  }
  return decimal;
}

}  // namespace

int compare_numbers(const json& a, const json& b) {
  const auto order = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
  if (a.is_number_integer() && b.is_number_integer()) {
    const bool a_negative = !a.is_number_unsigned() && a.get<std::int64_t>() < 0;
    const bool b_negative = !b.is_number_unsigned() && b.get<std::int64_t>() < 0;
    if (a_negative != b_negative) return a_negative ? -1 : 1;
    return a_negative ? order(a.get<std::int64_t>(), b.get<std::int64_t>())
                      : order(a.get<std::uint64_t>(), b.get<std::uint64_t>());
  }
  const auto wide = [](const json& number) {
    if (number.is_number_unsigned()) return static_cast<long double>(number.get<std::uint64_t>());
    if (number.is_number_integer()) return static_cast<long double>(number.get<std::int64_t>());
    return static_cast<long double>(number.get<double>());
  };
  return order(wide(a), wide(b));
}

bool is_integral(const json& number) {
  return number.is_number_integer() || std::trunc(number.get<double>()) == number.get<double>();
}

bool is_multiple(const json& number, const json& divisor) {
  const auto dividend = decimal_of(number);
  const auto unit = decimal_of(divisor);
  if (!dividend || !unit || unit->digits == 0) {
    return std::remainder(number.get<double>(), divisor.get<double>()) == 0;
  }
  if (dividend->digits == 0) return true;
  // The last digit of neither is zero, so what is finer than the unit is no multiple of it.
  int shift = dividend->exponent - unit->exponent;
  if (shift < 0) return false;
  Wide rest = dividend->digits % unit->digits;
  for (; shift > 0 && rest != 0; --shift) rest = rest * 10 % unit->digits;
  return rest == 0;
}

}  // namespace simrules
