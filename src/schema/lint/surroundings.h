#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/lint/vocabulary.h"

namespace simrules {

/// Where a path from a field leads to in the places in which the field is used.
/// Shape: `fields` are what it finds; `missing` are the places of the objects that have no such field.
struct PathEnds {
  std::vector<const nlohmann::json*> fields;
  std::set<std::string> missing;
};

/// The objects that a schema's fields stand in, over all uses of their definitions.
class Surroundings {
 public:
  Surroundings(const nlohmann::json& root, const std::vector<FieldUse>& fields);

  /// Follows a path such as `metric`, `window/length` or `../verdict` from a field.
  PathEnds follow(const nlohmann::json& field, std::string_view path) const;

  /// Tells whether a field is a member of an object in any of its places, and no item of a list.
  bool is_named(const nlohmann::json& field) const;

  /// Lists the names beside a field, wherever it is used.
  std::vector<std::string> names_beside(const nlohmann::json& field) const;

 private:
  using Objects = std::set<const nlohmann::json*>;

  Objects objects_around(const nlohmann::json& node) const;
  const nlohmann::json* descend(const nlohmann::json& object, std::string_view path) const;

  const nlohmann::json& root_;
  std::map<const nlohmann::json*, std::vector<const FieldUse*>> uses_;
};

}  // namespace simrules
