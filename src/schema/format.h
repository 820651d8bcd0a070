#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "schema/format_hints.h"

namespace simrules {

/// A value of the schema keyword `format`, checked by our own code and never handed to valijson.
/// Shape: `check` is the id of the diagnostic, `expected` completes "expected ...".
struct Format {
  std::string_view name;
  const char* check;
  const char* expected;
  bool (*accepts)(std::string_view text);
  FormatHint (*hint)(std::string_view text) = nullptr;
};

/// The formats that a schema may name, such as `date` or `uri`.
const std::vector<Format>& formats();

/// Returns the format of a name, or nullptr.
const Format* find_format(std::string_view name);

}  // namespace simrules
