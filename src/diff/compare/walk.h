#pragma once

#include <functional>
#include <string>
#include <vector>

#include "diff/change.h"
#include "diff/compare/step.h"
#include "diff/order/rank_step.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// What the walk tells of one place.
/// Shape: `is_whole` is an item that came or went, or an object whose absence has a meaning of its
///        own; `movement` is the order by which it is named, and `incomparable` has the paths of what
///        differs, too, as `Ranked` has them.
struct Difference {
  ChangeKind kind = ChangeKind::kChanged;
  Order order = Order::kIncomparable;
  bool is_whole = false;
  Order movement = Order::kIncomparable;
  std::vector<std::string> incomparable = {};
};

/// Takes what the walk finds; the steps live only during the call.
using OnDifference = std::function<void(const Step&, const Difference&)>;

/// Walks two values side by side along their schemas and tells every difference once, at the
/// deepest field.
/// Shape: list items are matched by key; an item, or an object on one side only, is one difference
///        with the whole.
void walk(const FieldSpec& base_spec,
          const nlohmann::json& base,
          const FieldSpec& head_spec,
          const nlohmann::json& head,
          const OnDifference& on_difference);

/// Walks on from a step that has its sides.
void walk(const Step& start, const OnDifference& on_difference);

}  // namespace simrules
