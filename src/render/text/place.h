#pragma once

#include <string>

#include "base/diagnostic.h"

namespace simrules {

/// Returns a path that a line may start with and that no terminal or runner acts upon.
std::string shown_path(const std::string& path);

/// Returns `path:line:column` in the same way; empty for a place without a file.
std::string place_text(const Place& place);

}  // namespace simrules
