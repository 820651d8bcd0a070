#include "model/amounts/quantity.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

struct Amount {
  Decimal value;
  std::string unit;
};

std::optional<Amount> read_amount(const json& quantity) {
  if (!quantity.is_object()) return std::nullopt;
  const auto value = quantity.find("value");
  const auto unit = quantity.find("unit");
  if (value == quantity.end() || unit == quantity.end() || !unit->is_string()) return std::nullopt;
  const std::optional<Decimal> number = parse_decimal(*value);
  if (!number) return std::nullopt;
  return Amount{*number, unit->get<std::string>()};
}

json rest_of(json quantity) {
  quantity.erase("value");
  quantity.erase("unit");
  return quantity;
}

Interval exactly(const Decimal& number) { return {number, number}; }

Interval times(const Decimal& number, const UnitRange& range) {
  return {multiply(number, range.least), multiply(number, range.most)};
}

std::optional<Measured> measure_amounts(const FieldSpec& spec, const Amount& a, const Amount& b) {
  if (a.unit == b.unit) return Measured{exactly(a.value), exactly(b.value)};
  const auto factor_a = spec.units.find(a.unit);
  const auto factor_b = spec.units.find(b.unit);
  if (factor_a != spec.units.end() && factor_b != spec.units.end()) {
    return Measured{exactly(multiply(a.value, factor_a->second)),
                    exactly(multiply(b.value, factor_b->second))};
  }
  const auto range_a = spec.unit_ranges.find(a.unit);
  const auto range_b = spec.unit_ranges.find(b.unit);
  if (range_a == spec.unit_ranges.end() || range_b == spec.unit_ranges.end()) return std::nullopt;
  return Measured{times(a.value, range_a->second), times(b.value, range_b->second), true};
}

}  // namespace

bool Interval::is_exact() const { return is_eq(compare(least, most)); }

std::partial_ordering compare(const Interval& a, const Interval& b) {
  if (a.is_exact() && b.is_exact()) return compare(a.least, b.least);
  if (is_lteq(compare(a.most, b.least))) return std::partial_ordering::less;
  if (is_lteq(compare(b.most, a.least))) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

std::optional<Measured> measure(const FieldSpec& spec, const json& base, const json& head) {
  if (!base.is_object() && !head.is_object()) {
    const std::optional<Decimal> a = parse_decimal(base);
    const std::optional<Decimal> b = parse_decimal(head);
    return a && b ? std::optional(Measured{exactly(*a), exactly(*b)}) : std::nullopt;
  }
  const std::optional<Amount> a = read_amount(base);
  const std::optional<Amount> b = read_amount(head);
  if (!a || !b || rest_of(base) != rest_of(head)) return std::nullopt;
  return measure_amounts(spec, *a, *b);
}

bool are_divisible(const FieldSpec& spec, const json& base, const json& head) {
  const auto divides = [&](const json& side) {
    const std::optional<Amount> amount = read_amount(side);
    return amount && std::find(spec.divisible.begin(), spec.divisible.end(), amount->unit) !=
                         spec.divisible.end();
  };
  return divides(base) && divides(head);
}

std::partial_ordering compare_quantities(const FieldSpec& spec,
                                         const json& base,
                                         const json& head) {
  if (!base.is_object() || !head.is_object()) return std::partial_ordering::unordered;
  const std::optional<Measured> both = measure(spec, base, head);
  if (!both) return std::partial_ordering::unordered;
  const std::partial_ordering order = compare(both->base, both->head);
  return both->is_bounded && is_eq(order) ? std::partial_ordering::unordered : order;
}

}  // namespace simrules
