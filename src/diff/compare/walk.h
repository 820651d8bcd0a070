#pragma once

#include <functional>
#include <string>
#include <vector>

#include "diff/change.h"
#include "diff/compare/step.h"
#include "diff/order/rank.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// What the walk tells of one place.
/// Shape: `is_whole` is an item that came or went, or an object whose absence has a meaning of its
///        own; `incomparable` names the siblings that differ where two values had an order but for
///        them.
struct Difference {
  ChangeKind kind = ChangeKind::kChanged;
  Order order = Order::kIncomparable;
  bool is_whole = false;
  std::vector<std::string> incomparable = {};
};

/// Takes what the walk finds; the steps live only during the call.
struct WalkVisitor {
  /// A difference.
  std::function<void(const Step&, const Difference&)> on_difference;

  /// A word on both sides that stands for a value of each plan (`x-plan-values`).
  std::function<void(const Step&)> on_plan_word;
};

/// Walks two values side by side along their schemas and tells every difference once, at the
/// deepest field.
/// Shape: list items are matched by key; an item, or an object on one side only, is one difference
///        with the whole.
void walk(const FieldSpec& base_spec,
          const nlohmann::json& base,
          const FieldSpec& head_spec,
          const nlohmann::json& head,
          const WalkVisitor& visitor);

/// Lists the siblings that `x-within` names and that differ, so that the field has no order.
/// Shape: all of them where the object around the field is on one side only.
std::vector<std::string> disagreeing_siblings(const Step& step);

}  // namespace simrules
