#pragma once

#include <string_view>

#include "diff/compare/step.h"

namespace simrules {

/// A field near another one, on both sides.
/// Shape: all are null where the schema knows no such field; an absent value is null.
struct Related {
  const FieldSpec* spec = nullptr;
  const nlohmann::json* base = nullptr;
  const nlohmann::json* head = nullptr;

  /// Tells whether both sides say the same of it; a field that no schema knows says nothing.
  bool is_same() const;
};

/// Finds a field by its path from the object that a step is in: `tax`, `window/length`; `../` leads to
/// the object around that one, over the list between them.
Related find_related(const Step& step, std::string_view path);

}  // namespace simrules
