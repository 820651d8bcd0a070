#include "diff/order/quantity.h"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "diff/order/decimal.h"

namespace simrules {
namespace {

using nlohmann::json;

struct Amount {
  Decimal value;
  std::string unit;
};

std::optional<Amount> read_amount(const json& quantity) {
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

}  // namespace

std::partial_ordering compare_quantities(const FieldSpec& spec,
                                         const json& base,
                                         const json& head) {
  if (!base.is_object() || !head.is_object()) return std::partial_ordering::unordered;
  const std::optional<Amount> a = read_amount(base);
  const std::optional<Amount> b = read_amount(head);
  if (!a || !b || rest_of(base) != rest_of(head)) return std::partial_ordering::unordered;
  if (a->unit == b->unit) return compare(a->value, b->value);
  const auto factor_a = spec.units.find(a->unit);
  const auto factor_b = spec.units.find(b->unit);
  if (factor_a == spec.units.end() || factor_b == spec.units.end()) {
    return std::partial_ordering::unordered;
  }
  return compare(multiply(a->value, factor_a->second), multiply(b->value, factor_b->second));
}

}  // namespace simrules
