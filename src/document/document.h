#pragma once

#include <cstddef>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "base/source.h"

namespace simrules {

/// A file that was read: its text, its value and where each value stands.
/// Shape: a document is not `sound` if something in it was refused: `refused` names the values that
///        only stand in for what was written, `lacking` the objects that a member with a refused key
///        belongs to.
struct Document {
  SourceFile source;
  nlohmann::json value;
  SourceMap spans;
  bool sound = true;
  std::set<std::string> refused = {};
  std::set<std::string> lacking = {};

  /// Tells whether a value, or one around it, was refused.
  bool is_refused(std::string pointer) const;

  /// Returns where the value at a pointer stands; the nearest ancestor that has a place, if it has
  /// none.
  Place value_place(const std::string& pointer) const;

  /// Returns where the key of the value at a pointer stands; the value's place for list items and
  /// the root.
  Place key_place(const std::string& pointer) const;
};

/// What a file may hold at most.
/// Units: bytes of the file, of a line, of a decoded scalar and of a key; levels; nodes; items of a
///        list.
struct DocumentLimits {
  std::size_t file_bytes = 65'536;
  std::size_t line_bytes = 4096;
  std::size_t scalar_bytes = 2048;
  std::size_t key_bytes = 64;
  std::size_t depth = 16;
  std::size_t nodes = 4096;
  std::size_t list_items = 256;
};

}  // namespace simrules
