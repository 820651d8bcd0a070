#include "model/amounts/decimal.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace simrules {
namespace {

std::string without_leading_zeros(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

std::optional<Decimal> parse_text(std::string_view text) {
  Decimal number;
  number.negative = text.starts_with('-');
  if (number.negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  if (!all_digits(whole)) return std::nullopt;
  std::string digits(whole);
  if (point < text.size()) {
    const std::string_view fraction = text.substr(point + 1);
    if (!all_digits(fraction)) return std::nullopt;
    digits += fraction;
    number.scale = fraction.size();
  }
  number.digits = without_leading_zeros(std::move(digits));
  if (number.digits.empty()) number.negative = false;
  return number;
}

/// Multiplies as on paper, so that no size can overflow.
std::string multiply_digits(const std::string& a, const std::string& b) {
  std::string product(a.size() + b.size(), '0');
  for (std::size_t i = a.size(); i-- > 0;) {
    int carry = 0;
    for (std::size_t j = b.size(); j-- > 0;) {
      const int sum = (product[i + j + 1] - '0') + (a[i] - '0') * (b[j] - '0') + carry;
      product[i + j + 1] = static_cast<char>('0' + sum % 10);
      carry = sum / 10;
    }
    product[i] = static_cast<char>('0' + carry);
  }
  return product;
}

std::strong_ordering compare_magnitudes(const Decimal& a, const Decimal& b) {
  const std::size_t scale = std::max(a.scale, b.scale);
  const auto aligned = [scale](const Decimal& number) {
    return without_leading_zeros(number.digits + std::string(scale - number.scale, '0'));
  };
  const std::string left = aligned(a);
  const std::string right = aligned(b);
  if (left.size() != right.size()) return left.size() <=> right.size();
  return left.compare(right) <=> 0;
}

}  // namespace

std::optional<Decimal> parse_decimal(const nlohmann::json& value) {
  if (value.is_number()) return parse_text(value.dump());
  if (value.is_string()) return parse_text(value.get_ref<const std::string&>());
  return std::nullopt;
}

Decimal multiply(const Decimal& number, std::int64_t factor) {
  Decimal product = number;
  product.digits = without_leading_zeros(multiply_digits(number.digits, std::to_string(factor)));
  return product;
}

Decimal multiply(const Decimal& a, const Decimal& b) {
  Decimal product;
  product.digits = without_leading_zeros(multiply_digits(a.digits, b.digits));
  product.scale = a.scale + b.scale;
  product.negative = a.negative != b.negative && !product.digits.empty();
  return product;
}

std::strong_ordering compare(const Decimal& a, const Decimal& b) {
  if (a.negative != b.negative) {
    return a.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return a.negative ? compare_magnitudes(b, a) : compare_magnitudes(a, b);
}

}  // namespace simrules
