#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validate/report.h"

namespace simrules {

/// A value that stands beside another one, and where it stands by list index.
struct Beside {
  std::string pointer;
  const nlohmann::json& value;
};

/// Follows a path such as `max`, `window/length` or `../price` from a value of a policy; nothing where
/// nothing stands there.
/// Source: schemas/README.md, the paths of keywords.
std::optional<Beside> find_beside(const CheckContext& context,
                                  const std::string& pointer,
                                  std::string_view path);

/// Tells whether a value says anything: an empty list does not.
bool is_stated(const nlohmann::json& value);

}  // namespace simrules
