#pragma once

#include <cstddef>
#include <string>

#include "document/layout/comments.h"
#include "document/layout/flow.h"

namespace simrules {

/// Writes the members of an object one below the other.
/// Shape: the first stands where the text begins, the others `column` in.
std::string block_members(const WrittenValue& members, std::size_t column);

/// Writes an item of a list with its dash; lines below the first stand `column` in, and more.
std::string block_item(const WrittenValue& item, std::size_t column);

/// Writes a value and its comments in the one layout that they have.
/// Shape: members stand in their order. What fits into three lines stands in brackets, but a list of
///        several objects, and any such list at the top. A blank line sets off what stands in blocks
///        at the top and in the lists there.
std::string canonical_yaml(const WrittenValue& value, Comments comments);

}  // namespace simrules
