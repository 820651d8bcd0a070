#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validate/report.h"

namespace simrules {

/// A value that stands beside another one, at a path from an object around both.
struct Beside {
  const FieldVisit& object;
  std::string_view path;
  const nlohmann::json& value;

  /// Returns where it stands, by list index.
  std::string pointer() const;
};

/// Follows a path such as `max`, `window/length` or `../price` from a value of a policy; nothing where
/// nothing stands there.
/// Shape:  the path must outlive what is found.
/// Source: schemas/README.md, the paths of keywords.
std::optional<Beside> find_beside(const FieldVisit& field, std::string_view path);

/// Tells whether a value says anything: an empty list does not.
bool is_stated(const nlohmann::json& value);

}  // namespace simrules
