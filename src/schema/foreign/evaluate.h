#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/foreign/pattern.h"
#include "schema/foreign/references.h"

namespace simrules {

/// The format that is checked; the others say nothing that all validators agree on.
inline constexpr const char* kCheckedFormat = "date";

/// Something in a value that a schema does not allow.
/// Shape: `at_key` tells that the key at the pointer is meant and not its value.
struct ForeignFault {
  const char* check;
  std::string pointer;
  std::string message;
  std::string help;
  bool at_key = false;
};

/// Judges values by a schema of draft-07, all of it but formats.
/// Shape: the schema has passed the lint and outlives it; not to be shared between threads.
/// Source: JSON Schema draft-07; patterns are ECMA-262.
class ForeignEvaluator {
 public:
  explicit ForeignEvaluator(const nlohmann::json& root);

  /// Lists what is wrong with a value; nothing where it conforms.
  std::vector<ForeignFault> faults(const nlohmann::json& value);

  /// Says how long who does not remember answers takes for the last value.
  double steps() const { return steps_; }

 private:
  friend class ForeignWalk;

  /// Returns a pattern of the schema, read when it is first asked for.
  const Pattern& pattern(const std::string& text);

  const nlohmann::json& root_;
  SchemaAddresses addresses_;
  std::unordered_map<std::string, Pattern> patterns_;
  double steps_ = 0;
};

}  // namespace simrules
