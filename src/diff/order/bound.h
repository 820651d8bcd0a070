#pragma once

#include <compare>

namespace simrules {

/// What is known of how one amount stands to another, where more than one thing decides.
struct Bound {
  bool never_more = false;
  bool never_less = false;
  bool is_strict = false;

  /// Takes over what an order says.
  static Bound of(std::partial_ordering order);

  /// Returns the order that is sure; unordered where none is.
  std::partial_ordering order() const;
};

/// Joins two things that both decide: an order holds where neither speaks against it.
Bound join(const Bound& a, const Bound& b);

}  // namespace simrules
