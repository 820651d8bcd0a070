#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/spec/field_spec.h"

namespace simrules {

/// What the values of a field can be, over all topics that have a field of its name.
/// Shape: `types` are JSON types; `words` are the words that stand for themselves, and `has_text`
///        tells that other text can stand beside them; `items` has at most one entry; `is_map` tells that members
///        beside the declared ones may be there; members are in the order in which they are told.
struct FieldShape {
  std::string name;
  std::string title;
  std::string description;
  std::vector<std::string> types;
  std::vector<std::string> words;
  bool has_text = false;
  bool is_map = false;
  std::string format;
  std::vector<FieldShape> members;
  std::vector<FieldShape> items;

  /// Tells whether a JSON type can be there.
  bool has_type(std::string_view type) const;

  /// Tells whether a text or a number can be there, or true and false.
  bool has_scalar() const;

  /// Tells whether values have members that a table gives columns of their own.
  bool has_members() const { return !members.empty(); }

  /// Tells whether it is a list of texts or numbers.
  bool is_plain_list() const;
};

/// Adds what the field can be in one more topic.
void add_to_shape(FieldShape& shape, const FieldSpec& spec);

/// Adds a type that the schema does not tell: null where a row has no such field.
void add_type(FieldShape& shape, const std::string& type);

}  // namespace simrules
