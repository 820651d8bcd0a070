#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// A decimal number of any size, held exactly: no binary float can stand between two prices.
/// Shape: `digits` has no leading zeros (zero is empty); the last `scale` of them are the fraction.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::size_t scale = 0;
};

/// Reads a JSON number or a string such as `"0.00181"`; nothing for any other value.
std::optional<Decimal> parse_decimal(const nlohmann::json& value);

/// Multiplies exactly by a factor that is not negative.
Decimal multiply(const Decimal& number, std::int64_t factor);

/// Multiplies exactly.
Decimal multiply(const Decimal& a, const Decimal& b);

/// Orders two numbers by value: `1.5` and `1.50` are equal.
std::strong_ordering compare(const Decimal& a, const Decimal& b);

}  // namespace simrules
