#pragma once

#include <functional>

#include "diff/change.h"
#include "diff/rank.h"
#include "diff/step.h"
#include "schema/field_spec.h"

namespace simrules {

/// What the walk tells of one place.
/// Shape: `is_whole` is an item that came or went, or an object whose absence has a meaning of its
///        own.
struct Difference {
  ChangeKind kind = ChangeKind::kChanged;
  Order order = Order::kIncomparable;
  bool is_whole = false;
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

/// Tells whether the siblings that `x-within` names leave the order of a field standing.
bool order_stands(const Step& step);

}  // namespace simrules
