#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diff/change.h"
#include "diff/rank.h"
#include "schema/field_spec.h"

namespace simrules {

/// The last part of a change's id, and what it becomes when base and head are swapped.
struct DirectionWord {
  const char* word;
  const char* mirror;
};

/// Lists every direction word; each one's mirror is in the list too.
const std::vector<DirectionWord>& direction_words();

/// Returns the id of the same change with base and head swapped; nothing for an id without a
/// direction word.
std::optional<std::string> mirror_id(std::string_view id);

/// What a direction word depends on.
/// Shape: `is_whole` is an item or object that came or went as one; `is_verdict` is the verdict of
///        a rule; `is_unrecorded` is a field that the head's schema no longer knows.
struct Direction {
  ChangeKind kind = ChangeKind::kChanged;
  Order order = Order::kIncomparable;
  bool is_whole = false;
  bool is_verdict = false;
  bool is_unrecorded = false;
};

/// Chooses the direction word of a change in one field.
std::string direction_word(const FieldSpec& spec, const Direction& direction);

/// Returns what an order means to the subscriber in a field of the schema's `x-area`.
Impact impact_of(const FieldSpec& spec, Order order);

}  // namespace simrules
