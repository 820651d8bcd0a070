#pragma once

#include <compare>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "model/amounts/decimal.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// What an amount can be: a month has 28 to 31 days.
struct Interval {
  Decimal least;
  Decimal most;

  /// Tells whether it is one number.
  bool is_exact() const;
};

/// Orders two intervals: one is less where nothing in it is more than anything in the other.
/// Shape: equivalent only where both are the same number.
std::partial_ordering compare(const Interval& a, const Interval& b);

/// Two amounts in one unit.
/// Shape: `is_bounded` tells that the unit is one of `x-unit-ranges`, in which nothing is the same.
struct Measured {
  Interval base;
  Interval head;
  bool is_bounded = false;
};

/// Brings two numbers, or two amounts with a unit, to one unit.
/// Shape: nothing where their units do not convert, for what is no amount, and when anything beside
///        value and unit differs.
std::optional<Measured> measure(const FieldSpec& spec,
                                const nlohmann::json& base,
                                const nlohmann::json& head);

/// Tells whether the units of two amounts are paid as they are used (`x-divisible`), so that the price
/// of one says all.
bool are_divisible(const FieldSpec& spec, const nlohmann::json& base, const nlohmann::json& head);

/// Orders two amounts by size, after converting units.
/// Shape: unordered where they cannot be measured; equivalent only by units that have a factor.
std::partial_ordering compare_quantities(const FieldSpec& spec,
                                         const nlohmann::json& base,
                                         const nlohmann::json& head);

}  // namespace simrules
