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

/// Returns the other one of better and worse; any other order stays.
Order turned(Order order);

/// Tells whether a greater value, or a later one, is the better one.
bool greater_is_better(Better better);

/// Ranks two values of one field by its schema node alone, in a direction that what stands around it
/// may have turned.
/// Shape: a null pointer is an absent value; absence has no rank but where `x-absent` says what it
///        states, and where any end is better than none (`sooner`).
Order rank(const FieldSpec& spec,
           Better better,
           const nlohmann::json* base,
           const nlohmann::json* head);

/// Ranks two values in the direction that the field has where nothing turns it.
Order rank(const FieldSpec& spec, const nlohmann::json* base, const nlohmann::json* head);

/// Ranks an item or object that came or went as a whole, by `more` or `fewer`.
Order rank_presence(Better better, bool added);

}  // namespace simrules
