#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "schema/foreign/walk.h"

namespace simrules {

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
  const nlohmann::json& root_;
  ReadSchema schema_;
  double steps_ = 0;
};

}  // namespace simrules
