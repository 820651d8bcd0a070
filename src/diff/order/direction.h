#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "diff/change.h"
#include "diff/order/rank.h"
#include "schema/schema.h"

namespace simrules {

/// The last part of a change's id, what it says, and what it becomes when base and head are swapped.
struct DirectionWord {
  std::string word;
  std::string mirror;
  std::string meaning;
};

/// Lists the direction words that fields share and those that the schema gives to the words of an
/// enum (`x-turns`); each one's mirror is in the list too.
std::vector<DirectionWord> direction_words(const PolicySchema& schema);

/// What a direction word depends on.
/// Shape: `is_whole` is an item or object that came or went as one; `is_unrecorded` is a field that
///        the head's schema no longer knows; `worse` is the value on the side that is worse, or
///        null.
struct Direction {
  ChangeKind kind = ChangeKind::kChanged;
  Order order = Order::kIncomparable;
  bool is_whole = false;
  bool is_unrecorded = false;
  const nlohmann::json* worse = nullptr;
};

/// Chooses the direction word of a change in one field.
std::string direction_word(const FieldSpec& spec, const Direction& direction);

/// Returns what a direction word means to the subscriber in a field; nothing where that depends on
/// the values or on the rule around them.
std::optional<Impact> impact_of_word(const FieldSpec& spec, std::string_view word);

/// Lists every direction word that a change in the field can have.
/// Shape: `is_item` is a list item, which comes and goes as one.
std::set<std::string> directions_of(const FieldSpec& spec, bool is_item);

/// Returns what an order means to the subscriber in a field of the schema's `x-area`.
Impact impact_of(const FieldSpec& spec, Order order);

}  // namespace simrules
