#include "diff/order/bound.h"

namespace simrules {

Bound Bound::of(std::partial_ordering order) {
  return {is_lteq(order), is_gteq(order), is_lt(order) || is_gt(order)};
}

std::partial_ordering Bound::order() const {
  if (never_more && never_less) return std::partial_ordering::equivalent;
  if (never_more && is_strict) return std::partial_ordering::less;
  if (never_less && is_strict) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

Bound join(const Bound& a, const Bound& b) {
  return {a.never_more && b.never_more, a.never_less && b.never_less, a.is_strict || b.is_strict};
}

}  // namespace simrules
