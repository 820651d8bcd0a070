#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "schema/explain/walk.h"

namespace simrules {

/// A value that says more or less than its field takes, and what was meant.
/// Shape: `why` is the advice that `meant` completes; a `safe` one cannot mean anything else.
struct Slip {
  std::string why;
  nlohmann::json meant;
  bool safe = true;
};

/// Finds out what a quantity, an amount of money or a number was meant to be: `5GB` for a value and its
/// unit, `¥980` for the number alone, `5` where a unit is wanted.
std::optional<Slip> find_slip(Walk& walk, const SchemaNode& node, const nlohmann::json& value);

/// Writes a value in one line, as YAML has it: `{value: 5, unit: GB}`.
std::string flow_notation(const nlohmann::json& value);

}  // namespace simrules
