#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// A text after fixes, and how many findings were fixed.
struct FixedText {
  std::string text;
  std::size_t fixes = 0;
};

/// Applies the safe fixes of findings about one text and leaves every other byte alone.
/// Shape: of fixes that overlap the first holds; what the others are about is found again when the
///        result is read.
FixedText apply_safe_fixes(std::string_view text, const std::vector<const Diagnostic*>& findings);

}  // namespace simrules
