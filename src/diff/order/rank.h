#pragma once

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// How the head's value of a field stands to the base's, as far as the subscriber is concerned.
/// Shape: from the weightiest to the lightest, as `combine` needs.
enum class Order { kWorse, kMixed, kObscured, kBetter, kClarified, kIncomparable, kEqual };

/// Returns what the order is with base and head swapped.
Order opposite(Order order);

/// Joins the orders of several values into one: both directions are mixed, otherwise the
/// weightiest.
Order combine(Order a, Order b);

/// Ranks two values of one field by its schema node alone.
/// Shape: a null pointer is an absent value; absence has no rank but where `x-absent` says what it
///        states.
Order rank(const FieldSpec& spec, const nlohmann::json* base, const nlohmann::json* head);

/// Ranks an item or object that came or went as a whole, by `more` or `fewer`.
Order rank_presence(Better better, bool added);

}  // namespace simrules
